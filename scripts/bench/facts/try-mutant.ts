import { collectDiagnostics, type Diagnostic } from '../../press/diagnostics/diagnostic.ts';
import type { Compiled } from '../../press/index.ts';
import { reportUnusedSeriesNames } from '../../press/numbers/declared-names.ts';
import type { Impression, Lab } from './lab.ts';
import type { Change, Mutant } from './mutant.ts';
import { type Seen, seenIn, seenOf } from './seen.ts';

/**
 * By what a mutant was noticed.
 *
 * - `diagnostic`: one that was not there before. Of a number typed into print, at its line; of another numeral, at the entry
 *   of YAML that it is part of (a fact, a source, a query), or anywhere with the name that it is part of (`killed-2022`)
 *   or the fact that it computes, or at a cell of data that its query prints; of a
 *   cell, at whatever reads it, since its new digest is accepted
 * - `text`, `table`, `chart`: the first of these that says something else for a reader
 * - `audit`: nothing but the audit says something else
 * - `unused`: a cell that queries read, but no answer turns on it, however it is changed
 * - `nothing`: a survivor
 */
export type Fate = 'diagnostic' | 'text' | 'table' | 'chart' | 'audit' | 'unused' | 'nothing';

/** What became of a mutant. */
export interface Outcome {
  readonly fate: Fate;
  /** The change that was noticed, or the last that was not, and how many finer ones had shown nothing. */
  readonly after: string;
  readonly finer: number;
}

/** An edition before anything is changed. */
export interface Before extends Impression {
  readonly seen: Seen;
  /** What the data answered. */
  readonly answered: string;
}

/** What a single change came to: `hidden` where answers of the data are others, but nothing that anybody notices is. */
type Effect = Exclude<Fate, 'unused' | 'nothing'> | 'hidden' | 'none';

/**
 * Makes the changes of a mutant, one at a time and from the finest on, until one is noticed. Rounding may hide the finest
 * of a cell; of the farther ones, the first on which any answer turns has to be noticed.
 */
export async function tryMutant(mutant: Mutant, beforeOf: (edition: string) => Before, lab: Lab): Promise<Outcome> {
  let hidden = false;
  for (const [finer, change] of mutant.changes.entries()) {
    const effects: Effect[] = [];
    const compiled: Compiled[] = [];
    for (const edition of mutant.editions) {
      const after = await lab.press(edition, change);
      if (after.compiled) compiled.push(after.compiled);
      const effect = await effectOf(mutant, change, beforeOf(edition), after);
      if (effect !== 'none' && effect !== 'hidden') return { fate: effect, after: change.after, finer };
      effects.push(effect);
    }
    if (mutant.editions.length > 1 && isUnused(compiled, mutant, change)) {
      return { fate: 'diagnostic', after: change.after, finer };
    }
    if (effects.includes('hidden')) {
      hidden = true;
      if (finer > 0) return { fate: 'nothing', after: change.after, finer };
    }
  }
  const fate = mutant.class === 'cell of data' && !hidden ? 'unused' : 'nothing';
  return { fate, after: mutant.changes.at(-1)?.after ?? '', finer: mutant.changes.length - 1 };
}

async function effectOf(mutant: Mutant, change: Change, before: Before, after: Impression): Promise<Effect> {
  const known = new Set(before.told.map(keyOf));
  const told = after.told.filter((diagnostic) => !known.has(keyOf(diagnostic)));
  if (told.some((diagnostic) => isToldBy(diagnostic, mutant, change))) return 'diagnostic';
  if (mutant.asks === 'diagnostic') return 'none';
  if (!after.failed) {
    const seen = after.html === before.html ? undefined : seenIn(before.seen, seenOf(after.html));
    if (seen) return seen;
    if (after.properties !== before.properties) return 'text';
    if (after.audit !== before.audit) return 'audit';
  }
  // Of a numeral every change may be tried; only a cell's have to show from the first on which an answer turns.
  if (change.kind === 'text') return 'none';
  return after.failed || (await after.answers()) !== before.answered ? 'hidden' : 'none';
}

/** Whether it is told that the changed thing is a name that the series declares and none of its editions needs. */
function isUnused(compiled: readonly Compiled[], mutant: Mutant, change: Change): boolean {
  const diagnostics = collectDiagnostics();
  reportUnusedSeriesNames(compiled, diagnostics.report);
  return diagnostics.list().some((diagnostic) => isToldBy(diagnostic, mutant, change));
}

/** Whether a diagnostic points at what is changed, or says the name that is changed. */
function isToldBy({ place, message }: Diagnostic, { place: { file }, lines, asks }: Mutant, change: Change): boolean {
  if (change.kind === 'cell') return true;
  const [first, last] = lines;
  if (place.file === file && first <= place.line && place.line <= last) return true;
  // A cell that a query prints otherwise than before.
  if (asks !== 'diagnostic' && place.file.startsWith('data/')) return true;
  return change.names.some((name) => message.includes(`"${name}"`));
}

function keyOf({ place, rule, message }: Impression['told'][number]): string {
  return JSON.stringify([place, rule, message]);
}
