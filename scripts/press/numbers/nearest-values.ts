import type { Datasets } from '../data/open-datasets.ts';
import { quoteName } from '../data/quote-sql.ts';

/** A value of the datasets, where it stands. */
export interface HeldValue {
  readonly decimal: string;
  readonly dataset: string;
  readonly column: string;
}

/**
 * The value of the datasets that is nearest to each number, by its decimal; none where they hold no numbers. Each column is
 * asked once, for all numbers.
 */
export async function nearestValues(
  decimals: readonly string[],
  datasets: Datasets,
): Promise<ReadonlyMap<string, HeldValue>> {
  const nearest = new Map<string, HeldValue & { readonly gap: number }>();
  const wanted = [...new Set(decimals)].filter((decimal) => /^-?\d{1,15}(\.\d+)?$/.test(decimal));
  if (wanted.length === 0) return nearest;
  const list = wanted.map((decimal) => `(${decimal}::double, '${decimal}')`).join(', ');
  for (const { name, schema } of datasets.descriptors.values()) {
    for (const { name: column, type } of schema.fields) {
      if (type !== 'integer' && type !== 'number') continue;
      const value = `held.${quoteName(column)}`;
      const outcome = await datasets.query(
        `select wanted.decimal, arg_min(${value}::varchar, abs(${value} - wanted.number)) as held, min(abs(${value} - wanted.number)) as gap
         from (values ${list}) as wanted(number, decimal), ${quoteName(name)} as held
         where ${value} is not null group by wanted.decimal order by wanted.decimal`,
      );
      if (outcome.kind !== 'table') continue;
      for (const row of outcome.table.rows) {
        const { decimal, held, gap } = row;
        if (decimal?.kind !== 'text' || held?.kind !== 'text' || gap?.kind !== 'number') continue;
        const distance = Number(gap.decimal);
        if (distance >= (nearest.get(decimal.text)?.gap ?? Number.POSITIVE_INFINITY)) continue;
        nearest.set(decimal.text, { decimal: held.text, dataset: name, column, gap: distance });
      }
    }
  }
  return nearest;
}
