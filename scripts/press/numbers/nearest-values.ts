import type { Datasets } from '../data/open-datasets.ts';
import { quoteName, quoteText } from '../data/quote-sql.ts';
import type { Edition } from '../read/edition.ts';
import type { FieldDescriptor } from '../read/schemas/data-package.ts';
import { isTelling } from './is-telling.ts';
import type { TypedNumeral } from './typed-numerals.ts';

/** A value of the datasets, where it stands. */
export interface HeldValue {
  readonly decimal: string;
  readonly dataset: string;
  readonly column: string;
}

/** The value to look for, and the unit that it must have. */
interface Wanted {
  readonly numeral: TypedNumeral;
  readonly decimal: string;
  readonly unit: string;
}

/** What is further off than this part of the number is another thing. */
const nearby = 0.1;

/**
 * The value that is nearest to each typed number among those that measure the same thing: in datasets that the edition's own
 * queries read, and of the unit that the number has ("%", "$", or the word after it). None for dates, ordinals and names, and
 * for what is soon met by chance.
 */
export async function nearestValues(
  numerals: readonly TypedNumeral[],
  edition: Edition,
  read: ReadonlySet<string>,
  datasets: Datasets,
): Promise<ReadonlyMap<TypedNumeral, HeldValue>> {
  const nearest = new Map<TypedNumeral, HeldValue & { readonly gap: number }>();
  for (const { name, schema } of datasets.descriptors.values()) {
    if (!read.has(name)) continue;
    const isOwn = schema.fields.some((field) => field.name === 'edition') ? ownRows(edition.name) : 'true';
    for (const field of schema.fields.filter(({ type }) => type === 'integer' || type === 'number')) {
      const wanted = numerals.flatMap((numeral) => wantedOf(numeral, field));
      if (wanted.length === 0) continue;
      const list = wanted.map(({ decimal, unit }) => `(${decimal}::double, ${quoteText(unit)})`);
      const value = `held.${quoteName(field.name)}`;
      const unitColumn = unitColumnOf(field);
      const hasUnit = unitColumn === undefined ? 'true' : `lower(held.${quoteName(unitColumn)}) = wanted.unit`;
      const outcome = await datasets.query(
        `select wanted.number, wanted.unit, arg_min(${value}::varchar, abs(${value} - wanted.number)) as held, min(abs(${value} - wanted.number)) as gap
         from (values ${[...new Set(list)].join(', ')}) as wanted(number, unit), ${quoteName(name)} as held
         where ${value} is not null and ${hasUnit} and ${isOwn} group by all order by all`,
      );
      if (outcome.kind !== 'table') continue;
      for (const { number, unit, held, gap } of outcome.table.rows) {
        if (number?.kind !== 'number' || unit?.kind !== 'text' || held?.kind !== 'text' || gap?.kind !== 'number')
          continue;
        const sought = Number(number.decimal);
        const distance = Number(gap.decimal);
        if (distance > Math.abs(sought) * nearby) continue;
        for (const one of wanted) {
          if (Number(one.decimal) !== sought || one.unit !== unit.text) continue;
          if (distance >= (nearest.get(one.numeral)?.gap ?? Number.POSITIVE_INFINITY)) continue;
          nearest.set(one.numeral, { decimal: held.text, dataset: name, column: field.name, gap: distance });
        }
      }
    }
  }
  return nearest;
}

/** Where a dataset says in a column to which edition a row belongs, those of this one and those that belong to all. */
function ownRows(edition: string): string {
  return `(held.edition is null or held.edition::varchar in (${quoteText(edition)}, 'series'))`;
}

/** The column that holds the unit of each row, where the descriptor says so: "see column unit". */
function unitColumnOf({ unit }: FieldDescriptor): string | undefined {
  return /^see column ([a-z][a-z0-9_]*)$/.exec(unit ?? '')?.[1];
}

/** What to look for in a column, once for each unit that the numeral may have and the column has. */
function wantedOf(typed: TypedNumeral, field: FieldDescriptor): readonly Wanted[] {
  const { numeral, after } = typed;
  const [value] = numeral.values;
  if (value?.kind !== 'decimal' || !isTelling(numeral) || !/^-?\d{1,15}(\.\d+)?$/.test(value.decimal)) return [];
  const own = field.unit?.toLowerCase();
  const isByRow = unitColumnOf(field) !== undefined;
  return unitsOf(numeral, after)
    .filter((unit) => isByRow || unit === own)
    .map((unit) => ({ numeral: typed, decimal: value.decimal, unit }));
}

/** Words after a number among which what it counts is named. */
const wordsAfter = 3;

function unitsOf({ kind, currency }: TypedNumeral['numeral'], after: string): readonly string[] {
  if (kind === 'money') return currency === undefined ? [] : [currency];
  if (kind === 'percent') return ['percent'];
  if (kind === 'multiple') return ['times'];
  if (kind !== 'number') return [];
  return (
    after
      .match(/^[^.;:,!?()]*/)?.[0]
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).slice(0, wordsAfter);
}
