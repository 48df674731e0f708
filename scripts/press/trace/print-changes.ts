import { cellWords } from '../data/cell-words.ts';
import type { Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { factText } from '../facts/fact-text.ts';
import type { Answers, SourceAnswer } from './edition-answers.ts';
import { factMentions } from './fact-mentions.ts';

/** One place of an edition where other data print something else. */
export interface PrintChange {
  readonly place: Place;
  /** What stands there: "killed-2022 in section civilian-harm (text)", "chart killed-by-quarter". */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What stands in the place of what has no value. */
const none = 'nothing';

/** The places of one edition that print something else with other data, in the order of its files. */
export async function printChanges(before: Answers, after: Answers): Promise<readonly PrintChange[]> {
  const textOf = (answers: Answers, fact: string, as: string | undefined, place: Place): string =>
    factText(fact, as, answers, place, () => {}) ?? none;
  const changes: PrintChange[] = [];
  for (const { fact, as, place, of, part } of await factMentions(after)) {
    // What comes of a query is compared as the answer that it gives.
    if (part === 'query') continue;
    const [was, is] = [textOf(before, fact, as, place), textOf(after, fact, as, place)];
    if (was !== is) changes.push({ place, what: `${fact} in ${of} (${part})`, before: was, after: is });
  }
  for (const [index, source] of after.sources.entries()) {
    const other = before.sources[index];
    if (other) changes.push(...changedCells(other, source));
  }
  return changes;
}

function changedCells(before: SourceAnswer, after: SourceAnswer): readonly PrintChange[] {
  const { place, of, name } = after;
  const what = name === undefined ? of : `${of}, ${name}`;
  const [old, now] = [before.table, after.table];
  if (!old || !now) return old || now ? [{ place, what, before: sizeOf(old), after: sizeOf(now) }] : [];
  const changes: PrintChange[] = [];
  if (old.rows.length !== now.rows.length) changes.push({ place, what, before: sizeOf(old), after: sizeOf(now) });
  for (const [index, row] of now.rows.entries()) {
    const was = old.rows[index];
    const [first = ''] = now.columns;
    for (const column of was ? now.columns : []) {
      const [one, other] = [cellWords(was?.[column]) || none, cellWords(row[column]) || none];
      if (one === other) continue;
      const named = column === first ? `row ${index + 1}` : cellWords(row[first]) || none;
      changes.push({ place, what: `${what}: ${named}, ${column}`, before: one, after: other });
    }
  }
  // A chart may draw many marks for one value.
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

function sizeOf(table: Table | undefined): string {
  if (!table) return none;
  return table.rows.length === 1 ? 'one row' : `${table.rows.length} rows`;
}
