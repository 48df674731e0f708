import { type RuleId, rules } from './rules.ts';

/** Where in an author's file something stands. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * An `error` keeps the PDF from being made: it would be false, unsafe or unreadable. With `release` it is made, to be read in
 * the house, and not released. A `warning` is worth a look. All three fail a build under --fail-on-warning.
 */
export type Severity = 'error' | 'release' | 'warning';

/** From what keeps most back to what keeps nothing back. */
export const severities: readonly Severity[] = ['error', 'release', 'warning'];

/** One message to the author: where, what is wrong in the author's own words, and what to do. */
export interface Diagnostic {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly place: Place;
  /** One sentence on what is wrong, without a full stop. */
  readonly message: string;
  /** One sentence on what to do, without a full stop. */
  readonly cure: string;
}

/** Takes one diagnostic; its severity is the rule's. Stages are handed one, and go on after calling it. */
export type Report = (diagnostic: Omit<Diagnostic, 'severity'>) => void;

/** The diagnostics of one run, each told once, those of files that cannot be read first, else in the order of files and places. */
export interface Diagnostics {
  readonly report: Report;
  /**
   * All that was reported so far, sorted by file, line and column; exact repeats are left out. Files that cannot be read come
   * first: much of what follows may rest on them.
   */
  list(): readonly Diagnostic[];
  /** Whether there is an error among them. */
  readonly failed: boolean;
}

/** An empty collection of diagnostics. */
export function collectDiagnostics(): Diagnostics {
  const seen = new Map<string, Diagnostic>();
  return {
    report(diagnostic) {
      const { file, line, column } = diagnostic.place;
      const key = `${file}:${line}:${column}:${diagnostic.rule}:${diagnostic.message}`;
      if (!seen.has(key)) seen.set(key, { ...diagnostic, severity: rules[diagnostic.rule].severity });
    },
    list() {
      return [...seen.values()].sort(
        (a, b) =>
          Number(b.rule === 'yaml-syntax') - Number(a.rule === 'yaml-syntax') ||
          compareText(a.place.file, b.place.file) ||
          a.place.line - b.place.line ||
          a.place.column - b.place.column,
      );
    },
    get failed() {
      return [...seen.values()].some((diagnostic) => diagnostic.severity === 'error');
    },
  };
}

/** By code unit: the same order on every machine and in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
