import { expectEditions } from '../cli/expect-editions.ts';
import { collectDiagnostics, type Diagnostic } from '../press/diagnostics/diagnostic.ts';
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
import type { Rounds } from './write-rounds.ts';

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
  const checked = new Map<string, CompiledEdition>();
  let paths: readonly string[] = [];
  while (!isEnded) {
    const all = listEditions(files);
    const chosen = wanted.length === 0 ? all : all.filter((name) => wanted.includes(name));
    const gone = [...checked.keys()].filter((name) => !chosen.includes(name));
    for (const name of gone) checked.delete(name);
    const affected = affectedEditions(paths, all);
    const due = chosen.filter((name) => affected.includes(name) || !checked.has(name));
    const ground = { files, kept, paths, checked, all };
    const isSame = due.length === 0 && gone.length === 0;
    const isChecked = isSame || (await checkRound(due, chosen, ground, rounds));
    const missed = isChecked ? [] : paths;
    if (!changes.any && !isEnded) await changes.next();
    paths = [...missed, ...changes.take()];
    while (!isEnded && !(await changes.quietFor(quiet))) paths = [...paths, ...changes.take()];
  }
  await ended;
}

/** What one round hands to the next. */
interface Ground {
  readonly files: Files;
  readonly kept: KeptProject;
  /** The files that were saved. */
  readonly paths: readonly string[];
  /** What was found at last, by edition. */
  readonly checked: Map<string, CompiledEdition>;
  /** The editions that there are, also those that are not checked. */
  readonly all: readonly string[];
}

/** Whether it came to an end: false where the press or the machine failed. */
async function checkRound(
  due: readonly string[],
  chosen: readonly string[],
  { files, kept, paths, checked, all }: Ground,
  rounds: Rounds,
): Promise<boolean> {
  const began = performance.now();
  rounds.began(due);
  try {
    for (const name of due) checked.delete(name);
    const project = await kept.refresh(paths);
    if (project) for (const name of due) checked.set(name, await compileWithDiagnostics(name, project));
    else checked.clear();
    const found = chosen.flatMap((name) => checked.get(name) ?? []);
    const compiled = found.flatMap((edition) => edition.compiled ?? []);
    const across = diagnosticsAcrossEditions(files, compiled, all, kept.diagnostics());
    const told = [kept.diagnostics(), ...found.map(({ diagnostics }) => diagnostics), across].flat();
    rounds.ended(inOrder(told), (performance.now() - began) / 1000);
    return true;
  } catch (error) {
    rounds.failed(error);
    return false;
  }
}

/** Each once, by file and line: editions share files. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const all = collectDiagnostics();
  for (const diagnostic of diagnostics) all.report(diagnostic);
  return all.list();
}
