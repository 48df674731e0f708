import { queryOf } from '../data/query-of.ts';
import { quoteName, quoteText } from '../data/quote-sql.ts';
import type { EditionRun } from '../edition-run.ts';
import type { Numeral } from '../numerals/numeral.ts';
import type { DataSource } from '../read/schemas/common.ts';
import type { DatasetDescriptor, FieldDescriptor } from '../read/schemas/data-package.ts';

/** A number in print, with the words that say what it counts. */
export interface CountedNumeral {
  readonly numeral: Numeral;
  /** The rest of its text: what the number counts is named there. */
  readonly after: string;
}

/** A value of the datasets, where it stands. */
export interface DatasetValue {
  readonly decimal: string;
  readonly dataset: string;
  readonly column: string;
}

/** What is further off than this part of the number is another thing. */
const nearby = 0.1;

/**
 * The value that is nearest to each typed number among those that measure the same thing: in datasets that the edition's own
 * queries read, and of the unit that the number has ("%", "$", or the word after it). None for dates, ordinals and names, and
 * for what is soon met by chance.
 *
 * @returns the value for each numeral that has one
 */
export async function nearestValues(
  numerals: readonly CountedNumeral[],
  run: EditionRun,
): Promise<ReadonlyMap<Numeral, DatasetValue>> {
  const nearest = new Map<Numeral, Candidate>();
  const read = await datasetsRead(run);
  for (const dataset of run.datasets.descriptors.values()) {
    if (!read.has(dataset.name)) continue;
    for (const field of dataset.schema.fields.filter(({ type }) => type === 'integer' || type === 'number')) {
      for (const [numeral, candidate] of await candidatesIn(dataset, field, numerals, run)) {
        if (candidate.distance < (nearest.get(numeral)?.distance ?? Number.POSITIVE_INFINITY))
          nearest.set(numeral, candidate);
      }
    }
  }
  return nearest;
}

interface Candidate extends DatasetValue {
  /** How far it is from the number. */
  readonly distance: number;
}

/** The nearest value of one column for each numeral that has its unit, where it is nearby. */
async function candidatesIn(
  { name, schema }: DatasetDescriptor,
  field: FieldDescriptor,
  numerals: readonly CountedNumeral[],
  { written, datasets }: EditionRun,
): Promise<readonly (readonly [Numeral, Candidate])[]> {
  const wanted = numerals.flatMap((numeral) => wantedOf(numeral, field));
  if (wanted.length === 0) return [];
  const list = new Set(wanted.map(({ decimal, unit }) => `(${decimal}::double, ${quoteText(unit)})`));
  const value = `held.${quoteName(field.name)}`;
  const unitColumn = unitColumnOf(field);
  const hasUnit = unitColumn === undefined ? 'true' : `lower(held.${quoteName(unitColumn)}) = wanted.unit`;
  const isOwn = schema.fields.some((other) => other.name === 'edition') ? ownRows(written.name) : 'true';
  const outcome = await datasets.query(
    `select wanted.number, wanted.unit, arg_min(${value}::varchar, abs(${value} - wanted.number)) as held, min(abs(${value} - wanted.number)) as gap
     from (values ${[...list].join(', ')}) as wanted(number, unit), ${quoteName(name)} as held
     where ${value} is not null and ${hasUnit} and ${isOwn} group by all order by all`,
  );
  if (outcome.kind !== 'table') return [];
  return outcome.table.rows.flatMap(({ number, unit, held, gap }) => {
    if (number?.kind !== 'number' || unit?.kind !== 'text' || held?.kind !== 'text' || gap?.kind !== 'number')
      return [];
    const sought = Number(number.decimal);
    const distance = Number(gap.decimal);
    if (distance > Math.abs(sought) * nearby) return [];
    const candidate = { decimal: held.text, dataset: name, column: field.name, distance };
    return wanted
      .filter((one) => Number(one.decimal) === sought && one.unit === unit.text)
      .map(({ numeral }) => [numeral, candidate] as const);
  });
}

/** Where a dataset says in a column to which edition a row belongs, those of this one and those that belong to all. */
function ownRows(edition: string): string {
  return `(held.edition is null or held.edition::varchar in (${quoteText(edition)}, 'series'))`;
}

/** The column that holds the unit of each row, where the descriptor says so: "see column unit". */
function unitColumnOf({ unit }: FieldDescriptor): string | undefined {
  return /^see column ([a-z][a-z0-9_]*)$/.exec(unit ?? '')?.[1];
}

/** The value to look for, and the unit that it must have. */
interface Wanted {
  readonly numeral: Numeral;
  readonly decimal: string;
  readonly unit: string;
}

/** What to look for in a column, once for each unit that the numeral may have and the column has. */
function wantedOf({ numeral, after }: CountedNumeral, field: FieldDescriptor): readonly Wanted[] {
  const [value] = numeral.values;
  if (value?.kind !== 'decimal' || !isDistinctive(numeral) || !/^-?\d{1,15}(\.\d+)?$/.test(value.decimal)) return [];
  const own = field.unit?.toLowerCase();
  const isByRow = unitColumnOf(field) !== undefined;
  return unitsOf(numeral, after)
    .filter((unit) => isByRow || unit === own)
    .map((unit) => ({ numeral, decimal: value.decimal, unit }));
}

/** Whether a value is seldom met by chance. Many facts are of the year 2020, and many are three. */
export function isDistinctive({ kind, values }: Numeral): boolean {
  const [value] = values;
  const digits = value?.kind === 'decimal' ? value.decimal.replace(/\D/g, '') : '';
  return kind !== 'date' && kind !== 'ordinal' && digits.length > 1;
}

/** Words after a number among which what it counts is named. */
const wordsAfter = 3;

function unitsOf({ kind, currency }: Numeral, after: string): readonly string[] {
  if (kind === 'money') return currency === undefined ? [] : [currency];
  if (kind === 'percent') return ['percent'];
  if (kind === 'multiple') return ['times'];
  if (kind !== 'number') return [];
  const phrase = /^[^.;:,!?()]*/.exec(after)?.[0] ?? '';
  return (phrase.toLowerCase().match(/\p{L}+/gu) ?? []).slice(0, wordsAfter);
}

/** The names of the datasets that the queries of an edition read, whether their answers are printed or not. */
async function datasetsRead({ written, datasets, named }: EditionRun): Promise<ReadonlySet<string>> {
  const { charts, tables, maps, timelines } = written;
  const sources: readonly (DataSource | undefined)[] = [
    ...[...charts.values()].flatMap(({ value }) => [value.data, ...Object.values(value.more_data ?? {})]),
    ...[...tables.values(), ...timelines.values()].map(({ value }) => value.data),
    ...[...maps.values()].map(({ value }) => value.places),
  ];
  const queries = [
    ...[...written.facts.values()].map(({ value }) => value.query),
    ...sources.flatMap((source) => (source ? [queryOf(source)] : [])),
  ];
  const read = new Set<string>();
  for (const query of queries)
    for (const name of (await datasets.rowsInUse(query, new Set(), named)).keys()) read.add(name);
  return read;
}
