import { expectEditions } from '../cli/expect-editions.ts';
import type { Format } from '../cli/options.ts';
import { sentences } from '../cli/sentences.ts';
import { countDiagnostics, tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { tellRulePages } from '../cli/tell-rule-pages.ts';
import type { Screen } from '../cli/terminal.ts';
import { collectDiagnostics, type Diagnostic } from '../press/diagnostics/diagnostic.ts';
import { visibleLines } from '../press/diagnostics/visible-text.ts';
import { listEditions } from '../press/read/edition-names.ts';
import { diskFiles, type Files } from '../press/read/files.ts';
import { affectedEditions, collectChanges } from '../watch/changes.ts';
import {
  type CompiledEdition,
  compileWithDiagnostics,
  diagnosticsAcrossEditions,
  type KeptProject,
  keepProject,
} from '../watch/kept-project.ts';
import { watchFiles } from '../watch/watch-files.ts';

/** Milliseconds without a save after which a round begins: a file that is only half written has faults. */
const quiet = 60;

/**
 * Checks editions, and with every save again those that it may change, until the end.
 *
 * @param wanted the editions by name; none means all, also those that are made later
 * @throws Error for an edition that there is not
 */
export async function watchEditions(
  root: string,
  wanted: readonly string[],
  rounds: Rounds,
  end: Promise<void>,
): Promise<void> {
  const files = diskFiles(root);
  expectEditions(wanted, listEditions(files));
  await using kept = keepProject(root);
  const changes = collectChanges();
  using _watching = watchFiles(root, changes.add);
  let isEnded = false;
  const ended = end.then(() => {
    isEnded = true;
    changes.wake();
  });
  let checked: ReadonlyMap<string, CompiledEdition> = new Map();
  let paths: readonly string[] = [];
  while (!isEnded) {
    const all = listEditions(files);
    const chosen = wanted.length === 0 ? all : all.filter((name) => wanted.includes(name));
    const affected = affectedEditions(paths, all);
    const before = checked;
    const due = chosen.filter((name) => affected.includes(name) || !before.has(name));
    const same = new Map([...before].filter(([name]) => chosen.includes(name) && !due.includes(name)));
    const isSame = due.length === 0 && same.size === before.size;
    const found = isSame ? same : await checkRound({ files, kept, paths, all, chosen, due, same }, rounds);
    checked = found ?? same;
    const missed = found ? [] : paths;
    if (!changes.any && !isEnded) await changes.next();
    paths = [...missed, ...changes.take()];
    while (!isEnded && !(await changes.quietFor(quiet))) paths = [...paths, ...changes.take()];
  }
  await ended;
}

/** What a round of checks begins with. */
interface Round {
  readonly files: Files;
  readonly kept: KeptProject;
  /** The files that were saved. */
  readonly paths: readonly string[];
  /** The editions that there are, also those that are not checked. */
  readonly all: readonly string[];
  /** The editions that are checked, and those of them that a save may have changed. */
  readonly chosen: readonly string[];
  readonly due: readonly string[];
  /** The editions that no save has changed, as they were compiled before. */
  readonly same: ReadonlyMap<string, CompiledEdition>;
}

/** All chosen editions, compiled; none where the project cannot be opened; undefined where the press or the machine failed. */
async function checkRound(round: Round, rounds: Rounds): Promise<ReadonlyMap<string, CompiledEdition> | undefined> {
  const { files, kept, paths, all, chosen, due, same } = round;
  const began = performance.now();
  rounds.began(due);
  try {
    const project = await kept.refresh(paths);
    const checked = new Map(project ? same : []);
    if (project) for (const name of due) checked.set(name, await compileWithDiagnostics(name, project));
    const found = chosen.flatMap((name) => checked.get(name) ?? []);
    const compiled = found.flatMap((edition) => edition.compiled ?? []);
    const across = diagnosticsAcrossEditions(files, compiled, all, kept.diagnostics());
    const diagnostics = [kept.diagnostics(), ...found.map((edition) => edition.diagnostics), across].flat();
    rounds.ended(inOrder(diagnostics), (performance.now() - began) / 1000);
    return checked;
  } catch (error) {
    rounds.failed(error);
    return undefined;
  }
}

/** Each once, by file and line: editions share files. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const all = collectDiagnostics();
  for (const diagnostic of diagnostics) all.report(diagnostic);
  return all.list();
}

/** Hears of each round of checks. */
interface Rounds {
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
 * Writes rounds so that an editor can follow them (.vscode/tasks.json): a line "checking …" begins one, and whatever was
 * reported before no longer holds; a line "watching: …" ends it.
 */
export function writeRounds(screen: Screen, format: Format): Rounds {
  return {
    began(editions) {
      if (screen.isTTY) screen.control?.(clear);
      screen.write(visibleLines([`checking ${editions.join(', ') || 'what is left'} …`]));
    },
    ended(diagnostics, seconds) {
      const counts = countDiagnostics(diagnostics) || 'all is well';
      const text = tellDiagnostics(diagnostics, format);
      if (format === 'github') screen.command?.(text);
      else screen.write(`${text}${tellRulePages(diagnostics)}`);
      screen.write(`watching: ${counts} · ${seconds.toFixed(1)} s\n`);
    },
    failed(error) {
      screen.write(`check: ${sentences(error)}\nwatching: not checked; the next save tries again\n`);
    },
  };
}
