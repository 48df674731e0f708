import type { Report } from './diagnostic.ts';
import { rules } from './rules.ts';

/** A report that keeps what seems unused to itself. */
export interface HeldUnused {
  readonly report: Report;
  /** Tells what is unused, unless an error was reported: what a broken file needs seems unused. */
  tellUnused(): void;
}

/** Holds back what is told to be unused until all else is known. */
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
