import { countDiagnostics, tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { tellRulePages } from '../cli/tell-rule-pages.ts';
import type { Diagnostic } from '../press/diagnostics/diagnostic.ts';
import { visibleText } from '../press/diagnostics/visible-text.ts';

/** Numbers that are told one by one; more would hide all else. */
const shown = 40;

/** What a manuscript leaves to its authors, from what checking the edition says: errors, then numbers, then the rest. */
export function leftToDo(edition: string, diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const numbers = diagnostics.filter(({ rule }) => rule === 'number-typed');
  const others = diagnostics.filter((one) => !errors.includes(one) && !numbers.includes(one));
  const told = numbers.slice(0, shown).map(({ place, message, cure }) => {
    const [words = ''] = message.split(' is typed in');
    return visibleText(`  ${place.file}:${place.line}:${place.column}  ${words}  ${cure}`);
  });
  const more = numbers.length - told.length;
  return [
    ...(numbers.length === 0 ? [] : ['numbers that a fact should carry, or that are to be declared:', ...told]),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(errors.length === 0 ? [] : ['to be set right before it can be built:']),
    ...`${tellDiagnostics(errors, 'text')}${tellRulePages(errors)}`.split('\n').filter((line) => line !== ''),
    `${countDiagnostics([...others, ...numbers, ...errors]) || 'all is well'}: npm run check -- ${edition} tells ${
      diagnostics.length === 0 ? 'so' : 'them all'
    }`,
    '',
  ].join('\n');
}
