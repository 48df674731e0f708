import type { Format } from '../cli/options.ts';
import { sentences } from '../cli/sentences.ts';
import { countDiagnostics, tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { tellRulePages } from '../cli/tell-rule-pages.ts';
import type { Screen } from '../cli/terminal.ts';
import type { Diagnostic } from '../press/diagnostics/diagnostic.ts';
import { visibleLines } from '../press/diagnostics/visible-text.ts';

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
      if (screen.isTTY) screen.control?.(clear);
      screen.write(visibleLines([`checking ${editions.join(', ') || 'what is left'} …`]));
    },
    ended(diagnostics, seconds) {
      const counts = countDiagnostics(diagnostics) || 'all is well';
      const told = tellDiagnostics(diagnostics, format);
      if (format === 'github') screen.command?.(told);
      else screen.write(`${told}${tellRulePages(diagnostics)}`);
      screen.write(`watching: ${counts} · ${seconds.toFixed(1)} s\n`);
    },
    failed(error) {
      screen.write(`check: ${sentences(error)}\nwatching: not checked; the next save tries again\n`);
    },
  };
}
