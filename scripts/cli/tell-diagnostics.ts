import { type Diagnostic, type Severity, severities } from '../press/diagnostics/diagnostic.ts';
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

/** How many of a severity there are, in words. */
const counted: Readonly<Record<Severity, (count: number) => string>> = {
  error: (count) => `${count} error${count === 1 ? '' : 's'}`,
  release: (count) => `${count} for release`,
  warning: (count) => `${count} warning${count === 1 ? '' : 's'}`,
};

/** "2 errors, 3 for release, 1 warning", or nothing where there is none. */
export function countDiagnostics(diagnostics: readonly Pick<Diagnostic, 'severity'>[]): string {
  return severities
    .flatMap((severity) => {
      const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
      return count === 0 ? [] : [counted[severity](count)];
    })
    .join(', ');
}

function forPeople({ place, severity, message, cure, rule }: Diagnostic): string {
  return visibleLines([`${place.file}:${place.line}:${place.column}  ${severity}  ${message}`, `    ${cure}  ${rule}`]);
}

/** GitHub knows errors, warnings and notices: what keeps back a release alone is a warning whose title says so. */
const commands: Readonly<Record<Severity, { readonly name: string; readonly said: string }>> = {
  error: { name: 'error', said: '' },
  release: { name: 'warning', said: ' (before a release)' },
  warning: { name: 'warning', said: '' },
};

/** GitHub's form escapes per cent signs everywhere, colons and commas in properties only; line ends are seen by then. */
function workflowCommand({ place, severity, message, cure, rule }: Diagnostic): string {
  const encoded = (text: string) => visibleText(text).replaceAll('%', '%25');
  const property = (text: string) => encoded(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const { name, said } = commands[severity];
  const properties = `file=${property(place.file)},line=${place.line},col=${place.column},title=${property(`${rule}${said}`)}`;
  return `::${name} ${properties}::${encoded(`${message} (${cure}; more: ${rulePage(rule)})`)}\n`;
}
