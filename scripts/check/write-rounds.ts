import type { Format } from '../cli/options.ts';
import { sentences } from '../cli/sentences.ts';
import { countDiagnostics, tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { tellRulePages } from '../cli/tell-rule-pages.ts';
import type { Diagnostic } from '../press/diagnostics/diagnostic.ts';

/** What is written to. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Hears of each round of checks. */
export interface Rounds {
  /** A round begins. */
  began(editions: readonly string[]): void;
  /**
   * It is over.
   *
   * @param diagnostics of all editions, also of those that were not checked again
   */
  ended(diagnostics: readonly Diagnostic[], seconds: number): void;
  /** The press or the machine failed in it. */
  failed(error: unknown): void;
}

/** The screen and what has scrolled away, and then to the upper left. */
const clear = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Writes rounds so that an editor can follow them (.vscode/tasks.json): a line "checking …" begins one, and whatever was told
 * before no longer holds; a line "watching: …" ends it.
 */
export function writeRounds(screen: Screen, format: Format): Rounds {
  return {
    began(editions) {
      screen.write(`${screen.isTTY ? clear : ''}checking ${editions.join(', ') || 'what is left'} …\n`);
    },
    ended(diagnostics, seconds) {
      const counts = countDiagnostics(diagnostics) || 'all is well';
      const pages = format === 'text' ? tellRulePages(diagnostics) : '';
      screen.write(`${tellDiagnostics(diagnostics, format)}${pages}watching: ${counts} · ${seconds.toFixed(1)} s\n`);
    },
    failed(error) {
      screen.write(`check: ${sentences(error)}\nwatching: not checked; the next save tries again\n`);
    },
  };
}
