import type { Datasets } from '../data/open-datasets.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../read/edition.ts';
import { sqlWords } from './sql-tokens.ts';

/** Reports facts whose query asks neither a dataset nor another fact: a number that is typed into a query is typed in. */
export async function checkConstantFacts(
  { facts, meta }: Edition,
  datasets: Pick<Datasets, 'factsIn'>,
  report: Report,
): Promise<void> {
  for (const [name, { value, at }] of facts) {
    if (sqlWords(value.query).includes('from') || (await datasets.factsIn(value.query)).length > 0) continue;
    report({
      rule: meta.value.strict ? 'number-typed-strict' : 'number-typed',
      place: at('query'),
      message: `the query of the fact "${name}" asks no dataset and no other fact: its value is typed in`,
      cure: 'select it from the row that holds it, or, if it is a name, declare it and write it out',
    });
  }
}
