import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

type Entries = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What the editions of the suite share: an edition has of it what its text names. */
export interface Pool {
  /** What every edition.yaml of the suite has. */
  readonly edition: Readonly<Record<string, unknown>>;
  readonly facts: Entries;
  readonly charts: Entries;
  readonly tables: Entries;
  readonly maps: Entries;
  readonly timelines: Entries;
}

/** The kinds of things that a section places, by the folder that they have in an edition. */
export const placedKinds = ['charts', 'tables', 'maps', 'timelines'] as const;

/** Reads what the editions of the suite share; an entry `defaults` of a file is part of each of its entries. */
export async function readPool(folder: string): Promise<Pool> {
  const read = async (name: string): Promise<Entries> =>
    parse(await readFile(join(folder, `${name}.yaml`), 'utf8'), { merge: true });
  const spread = async (name: string): Promise<Entries> => {
    const { defaults, ...entries } = await read(name);
    return Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, { ...defaults, ...entry }]));
  };
  const [edition, facts, charts, tables, maps, timelines] = await Promise.all([
    read('edition'),
    ...['facts', 'charts', 'tables', 'maps', 'timelines'].map(spread),
  ]);
  return {
    edition: edition ?? {},
    facts: facts ?? {},
    charts: charts ?? {},
    tables: tables ?? {},
    maps: maps ?? {},
    timelines: timelines ?? {},
  };
}
