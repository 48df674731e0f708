import type { Datasets } from '../data/open-datasets.ts';
import type { Cell } from '../data/table.ts';
import { tableOf } from '../data/table-of.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Edition, Located } from '../read/edition.ts';
import type { FactSpec } from '../read/schemas/facts.ts';
import type { Fact, Facts } from './fact.ts';
import { formatCell } from './format-cell.ts';
import { styleOf } from './style-of.ts';

/** Resolves each fact of an edition to one value and its words. Facts that fail are left out and reported. */
export async function evaluateFacts(edition: Edition, datasets: Datasets, report: Report): Promise<Facts> {
  const facts = new Map<string, Fact>();
  for (const [name, fact] of edition.facts) {
    const cell = await answerOf(name, fact, edition, datasets, report);
    const text = cell && wordsOf(cell, fact, edition, report);
    if (cell && text !== undefined) facts.set(name, { name, spec: fact.value, cell, text, place: fact.at() });
  }
  return facts;
}

/** The one cell of a fact's answer. */
async function answerOf(
  name: string,
  { value: { query }, at }: Located<FactSpec>,
  edition: Edition,
  datasets: Datasets,
  report: Report,
): Promise<Cell | undefined> {
  const place = at('query');
  const table = await tableOf({ query }, datasets, place, edition.meta.value.data_cutoff, report);
  if (!table) return undefined;
  const [column, ...others] = table.columns;
  const [row, ...more] = table.rows;
  const cell = column === undefined ? undefined : row?.[column];
  if (!cell || others.length > 0 || more.length > 0) {
    const rows = table.rows.length === 1 ? 'one row' : `${table.rows.length} rows`;
    const columns = table.columns.length === 1 ? 'one column' : `${table.columns.length} columns`;
    report({
      rule: 'query-shape',
      place,
      message: `the query of the fact "${name}" gives ${rows} and ${columns}, and a fact is one value`,
      cure: 'narrow it by WHERE, add up its rows, or select one column',
    });
    return undefined;
  }
  if (cell.kind === 'missing') {
    report({
      rule: 'fact-value',
      place,
      message: `the value of the fact "${name}" is missing in the data`,
      cure: 'correct the query, or fill in the cell that it reads',
    });
    return undefined;
  }
  return cell;
}

function wordsOf(cell: Cell, { value: spec, at }: Located<FactSpec>, edition: Edition, report: Report) {
  if (spec.format.startsWith('currency') && spec.unit === undefined) {
    report({
      rule: 'fact-value',
      place: at('format'),
      message: `the format "${spec.format}" does not say which currency`,
      cure: 'add a line "unit: usd"',
    });
    return undefined;
  }
  const outcome = formatCell(cell, styleOf(spec), edition);
  if (outcome.kind === 'text') return outcome.text;
  report({ rule: outcome.rule, place: at('format'), message: outcome.message, cure: outcome.cure });
  return undefined;
}
