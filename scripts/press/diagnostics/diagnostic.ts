import { type RuleId, rules, type Severity } from './rules.ts';

/** Where in an author's file something stands. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place as messages and data-source have it: "content/mali/en/10-summary.md:3:1". */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** The place that such a text names; undefined for what is none, as the data-source of an element that has none. */
export function placeFromText(text: unknown): Place | undefined {
  const [, file = '', line, column] = /^(.+):(\d+):(\d+)$/.exec(String(text ?? '')) ?? [];
  return line === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

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

/** The diagnostics of one run, each once. */
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
  const unique = new Map<string, Diagnostic>();
  return {
    report(diagnostic) {
      const key = `${placeText(diagnostic.place)}:${diagnostic.rule}:${diagnostic.message}`;
      if (!unique.has(key)) unique.set(key, { ...diagnostic, severity: rules[diagnostic.rule].severity });
    },
    list() {
      return [...unique.values()].sort(
        (a, b) =>
          Number(b.rule === 'yaml-syntax') - Number(a.rule === 'yaml-syntax') ||
          compareText(a.place.file, b.place.file) ||
          a.place.line - b.place.line ||
          a.place.column - b.place.column,
      );
    },
    get failed() {
      return [...unique.values()].some((diagnostic) => diagnostic.severity === 'error');
    },
  };
}

/** By code unit: the same order on every machine and in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface HeldUnused {
  /** Passes on what it is given, but for what seems unused. */
  readonly report: Report;
  /** Reports what is unused, unless an error was reported: what a broken file needs seems unused. */
  tellUnused(): void;
}

/** Holds back reports of what is unused until all else is known. */
export function holdUnused(report: Report): HeldUnused {
  const held: Parameters<Report>[0][] = [];
  let isFailed = false;
  return {
    report(diagnostic) {
      if (diagnostic.rule.endsWith('-unused')) held.push(diagnostic);
      else {
        isFailed ||= rules[diagnostic.rule].severity === 'error';
        report(diagnostic);
      }
    },
    tellUnused() {
      if (!isFailed) for (const diagnostic of held) report(diagnostic);
    },
  };
}
