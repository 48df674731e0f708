import type { Diagnostic } from '../press/diagnostics/diagnostic.ts';
import { rulePage, type Severity, severities } from '../press/diagnostics/rules.ts';
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

/** Of one rule so many are told where a PDF was made all the same; more would hide all else. */
const fewest = 3;

/**
 * Diagnostics of editions whose PDFs were made, as text for people: errors all, of every other rule the first few of each
 * edition, with how many more there are and which command lists them.
 */
export function tellInShort(diagnostics: readonly Diagnostic[]): string {
  const kinds = Map.groupBy(diagnostics, ({ rule, place }) => `${rule} ${editionOf(place.file) ?? ''}`);
  return [...kinds.values()]
    .map((same) => {
      const [first] = same;
      const isShort = first !== undefined && first.severity !== 'error' && same.length > fewest;
      const shown = tellDiagnostics(isShort ? same.slice(0, fewest) : same, 'text');
      if (!isShort) return shown;
      const edition = editionOf(first.place.file);
      const check = `npm run check${edition === undefined ? '' : ` -- ${edition}`}`;
      return `${shown}${visibleLines([`and ${same.length - fewest} more of ${first.rule}: ${check}`])}`;
    })
    .join('');
}

/** The edition that a file belongs to; undefined for one that editions share. */
function editionOf(file: string): string | undefined {
  return /^content\/(?!labels\/)([^/]+)\//.exec(file)?.[1];
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
const commands: Readonly<Record<Severity, { readonly name: string; readonly titleSuffix: string }>> = {
  error: { name: 'error', titleSuffix: '' },
  release: { name: 'warning', titleSuffix: ' (before a release)' },
  warning: { name: 'warning', titleSuffix: '' },
};

/** GitHub's form escapes per cent signs everywhere, colons and commas in properties only; line ends are seen by then. */
function workflowCommand({ place, severity, message, cure, rule }: Diagnostic): string {
  const encoded = (text: string) => visibleText(text).replaceAll('%', '%25');
  const property = (text: string) => encoded(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const { name, titleSuffix } = commands[severity];
  const properties = `file=${property(place.file)},line=${place.line},col=${place.column},title=${property(`${rule}${titleSuffix}`)}`;
  return `::${name} ${properties}::${encoded(`${message} (${cure}; more: ${rulePage(rule)})`)}\n`;
}
