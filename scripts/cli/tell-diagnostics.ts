import type { Diagnostic } from '../press/diagnostics/diagnostic.ts';
import { rulePage } from '../press/diagnostics/rule-page.ts';
import { visibleLines, visibleText } from '../press/diagnostics/visible-text.ts';
import type { Format } from './options.ts';

/**
 * Diagnostics as text: for people two lines each, place and words first and the cure under them; for GitHub one
 * workflow command each. As JSON they are part of the one document that the command prints at its end.
 */
export function tellDiagnostics(diagnostics: readonly Diagnostic[], format: Format): string {
  if (format === 'json') return '';
  return diagnostics
    .map((diagnostic) => (format === 'github' ? workflowCommand(diagnostic) : forPeople(diagnostic)))
    .join('');
}

/** "2 errors, 1 warning", or nothing where there is neither. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const plural = (number: number, word: string) =>
    number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  return [...plural(count('error'), 'error'), ...plural(count('warning'), 'warning')].join(', ');
}

function forPeople({ place, severity, message, cure, rule }: Diagnostic): string {
  return visibleLines([`${place.file}:${place.line}:${place.column}  ${severity}  ${message}`, `    ${cure}  ${rule}`]);
}

/** GitHub's form escapes per cent signs everywhere, colons and commas in properties only; line ends are seen by then. */
function workflowCommand({ place, severity, message, cure, rule }: Diagnostic): string {
  const encoded = (text: string) => visibleText(text).replaceAll('%', '%25');
  const property = (text: string) => encoded(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const properties = `file=${property(place.file)},line=${place.line},col=${place.column},title=${property(rule)}`;
  return `::${severity} ${properties}::${encoded(`${message} (${cure}; more: ${rulePage(rule)})`)}\n`;
}
