import type { Datasets } from '../data/open-datasets.ts';
import type { Table } from '../data/table.ts';
import { tableOf } from '../data/table-of.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { EditionRun } from '../edition-run.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Edition } from '../read/edition.ts';
import { type Files, sourceIn } from '../read/files.ts';
import type { FactSpec } from '../read/schemas/facts.ts';
import type { Shared } from '../read/series.ts';
import type { Fact, Facts } from './fact.ts';
import { type FactValue, formatFact } from './format-fact.ts';
import { namedFacts } from './named-facts.ts';

/** What a run over an edition takes of its project. */
export interface RunProject {
  readonly files: Files;
  readonly shared: Pick<Shared, 'dataPackage'>;
  readonly datasets: Datasets;
}

/** Begins a run over an edition: gives its facts their values, so that its queries can name them. */
export async function beginRun(
  written: Edition,
  { files, shared, datasets }: RunProject,
  report: Report,
): Promise<EditionRun> {
  const { dataPackage } = shared;
  const facts = await evaluateFacts(written, datasets, report);
  const until = written.meta.value.data_cutoff;
  const named = namedFacts(written, facts);
  return { written, facts, datasets, until, named, dataPackage, files, sourceOf: (file) => sourceIn(files, file) };
}

/**
 * Resolves each fact of an edition to its value and its words, after those that its query names. Facts that fail are
 * left out and reported; what rests on one of them is left out with it.
 */
export async function evaluateFacts(edition: Edition, datasets: Datasets, report: Report): Promise<Facts> {
  const resolved = new Map<string, Fact>();
  const queried = { datasets, until: edition.meta.value.data_cutoff, named: namedFacts(edition, resolved) };
  const begun = new Set<string>();
  const evaluate = async (name: string, chain: readonly string[]): Promise<void> => {
    const fact = edition.facts.get(name);
    if (chain.includes(name)) reportCycle([...chain.slice(chain.indexOf(name)), name], edition, report);
    if (!fact || begun.has(name)) return;
    begun.add(name);
    const dependsOn = await datasets.factsIn(fact.value.query);
    for (const other of dependsOn) await evaluate(other, [...chain, name]);
    const table = await tableOf({ query: fact.value.query }, 'print', queried, fact.at('query'), report);
    const value = table && valueIn(table, name, fact, report);
    const text = value && wordsOf(value, fact, edition, report);
    if (value && text !== undefined)
      resolved.set(name, { name, spec: fact.value, ...value, text, dependsOn, place: fact.at() });
  };
  for (const name of edition.facts.keys()) await evaluate(name, []);
  // In the order of their file, whatever they rest on.
  return new Map([...edition.facts.keys()].flatMap((name) => [...entryOf(resolved, name)]));
}

function entryOf(facts: Facts, name: string): readonly (readonly [string, Fact])[] {
  const fact = facts.get(name);
  return fact ? [[name, fact]] : [];
}

function reportCycle(names: readonly string[], edition: Edition, report: Report): void {
  const [name = ''] = names;
  const fact = edition.facts.get(name);
  if (!fact) return;
  report({
    rule: 'fact-cycle',
    place: fact.at('query'),
    message: `the fact "${name}" rests on itself: ${names.join(' → ')}`,
    cure: 'take one of these names out of the query that has it, and write the rows that are meant',
  });
}

/** The one value of a fact's answer, or the two ends of a range. */
function valueIn(
  table: Table,
  name: string,
  { value: spec, at }: Located<FactSpec>,
  report: Report,
): FactValue | undefined {
  const place = at('query');
  const wanted = spec.format === 'range' ? 2 : 1;
  const [row, ...more] = table.rows;
  const cells = table.columns.map((column) => row?.[column] ?? { kind: 'missing' as const });
  const [cell, upTo] = cells;
  if (!cell || cells.length !== wanted || more.length > 0) {
    const rows = table.rows.length === 1 ? 'one row' : `${table.rows.length} rows`;
    const columns = table.columns.length === 1 ? 'one column' : `${table.columns.length} columns`;
    const isRange = wanted === 2;
    report({
      rule: 'query-shape',
      place,
      message: `the query of the fact "${name}" gives ${rows} and ${columns}, and ${isRange ? 'a range is one row of two' : 'a fact is one value'}`,
      cure: isRange
        ? 'select its lower and its upper end'
        : 'narrow it by WHERE, add up its rows, or select one column',
    });
    return undefined;
  }
  if (cells.some(({ kind }) => kind === 'missing')) {
    report({
      rule: 'fact-value',
      place,
      message: `the value of the fact "${name}" is missing in the data`,
      cure: 'correct the query, or fill in the cell that it reads',
    });
    return undefined;
  }
  return { cell, upTo };
}

function wordsOf(value: FactValue, { value: spec, at }: Located<FactSpec>, edition: Edition, report: Report) {
  if (spec.format.startsWith('currency') && spec.unit === undefined) {
    report({
      rule: 'fact-value',
      place: at('format'),
      message: `the format "${spec.format}" does not say which currency`,
      cure: 'add a line "unit: usd"',
    });
    return undefined;
  }
  const outcome = formatFact(value, spec, undefined, edition);
  if (outcome.kind === 'text') return outcome.text;
  report({ rule: outcome.rule, place: at('format'), message: outcome.message, cure: outcome.cure });
  return undefined;
}
