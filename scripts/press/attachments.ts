import { createHash } from 'node:crypto';
import type { AuditFiles } from './audit/audit.ts';
import { csvRecords, isBlank } from './data/csv-records.ts';
import { queryOf } from './data/query-of.ts';
import { joined, type RowsInUse } from './data/rows-in-use.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { AnsweredRun, EditionRun } from './edition-run.ts';
import { findFactUses } from './facts/find-fact-uses.ts';
import type { Attachment } from './finish/index.ts';
import type { PlacedBlock, Prose } from './prose/prose.ts';
import type { Located } from './read/checked-yaml.ts';
import type { Edition } from './read/edition.ts';
import { fillLabel } from './read/labels.ts';
import type { DataSource } from './read/schemas/common.ts';
import type { DatasetDescriptor } from './read/schemas/data-package.ts';

/** A dataset that something in print rests on. */
export interface DatasetInUse {
  readonly dataset: Located<DatasetDescriptor>;
  /** The name of its file in the PDF. */
  readonly file: string;
  /** That file: its own, or as much of it as goes with the edition. */
  readonly csv: Uint8Array;
  readonly extent: 'whole' | 'rows in use';
}

/** In bytes: of a larger file only the rows in use go with an edition. */
const largestWhole = 256_000;

/**
 * The datasets that an edition's pages rest on, in the order of the data package. Of one that is large, or whose
 * descriptor says so, only the rows that are in use are given: the others may name people whom the edition does not.
 *
 * @param usedFacts the facts that are printed, and those that the queries of charts and tables name
 */
export async function datasetsInUse(
  run: EditionRun,
  prose: Prose,
  usedFacts: ReadonlySet<string>,
): Promise<readonly DatasetInUse[]> {
  const { datasets, dataPackage, files, named } = run;
  const described = dataPackage.value.resources.map((value, index) => ({
    value,
    at: (...path: readonly (string | number)[]) => dataPackage.at('resources', index, ...path),
  }));
  const bytesOf = ({ path }: DatasetDescriptor) => files.bytes(`data/${path}`) ?? new Uint8Array();
  const isPartial = (dataset: DatasetDescriptor) =>
    dataset.attach === 'rows-in-use' || bytesOf(dataset).length > largestWhole;
  const partial = described.filter(({ value }) => isPartial(value));
  const wanted = new Set(partial.map(({ value }) => value.name));
  const used = new Map<string, RowsInUse>();
  for (const query of printedQueries(run, prose, usedFacts)) {
    const rows = await datasets.rowsInUse(query, wanted, named);
    for (const [name, some] of rows) used.set(name, joined(used.get(name), some));
  }
  const inUse: DatasetInUse[] = [];
  for (const dataset of described) {
    const { name, path } = dataset.value;
    const rows = used.get(name);
    if (rows === undefined) continue;
    const csv = path.endsWith('.csv') ? ownRows(bytesOf(dataset.value), rows) : await datasets.csvOf(name, rows);
    inUse.push({ dataset, file: `${name}.csv`, csv, extent: rows === 'all' ? 'whole' : 'rows in use' });
  }
  return inUse;
}

function ownRows(csv: Uint8Array, rows: RowsInUse): Uint8Array {
  return rows === 'all' ? csv : csvOfRows(csv, rows);
}

/**
 * The queries behind all that an edition prints: charts, maps, tables and timelines in their places, the facts of its
 * text and its charts, and the facts that those queries name in their turn.
 */
function printedQueries(
  { written, facts }: EditionRun,
  { coverMap, placed }: Prose,
  usedFacts: ReadonlySet<string>,
): readonly string[] {
  const blocks = coverMap ? [coverMap, ...placed] : placed;
  const queries = blocks.flatMap((block) => sourcesOf(block, written)).map(queryOf);
  const used = new Set<string>();
  const use = (name: string): void => {
    if (used.has(name)) return;
    used.add(name);
    for (const other of facts.get(name)?.dependsOn ?? []) use(other);
  };
  for (const name of [...usedFacts, ...blocks.flatMap((block) => drawnFacts(block, written))]) use(name);
  return [...queries, ...[...used].flatMap((name) => facts.get(name)?.spec.query ?? [])];
}

function drawnFacts(block: PlacedBlock, edition: Edition): readonly string[] {
  if (block.kind !== 'chart' && block.kind !== 'map') return [];
  const figure = edition[`${block.kind}s`].get(block.name);
  return figure ? findFactUses(figure, edition.language).map(({ fact }) => fact) : [];
}

function sourcesOf(block: PlacedBlock, { charts, maps, tables, timelines }: Edition): readonly DataSource[] {
  switch (block.kind) {
    case 'chart': {
      const chart = charts.get(block.name)?.value;
      return chart ? [chart.data, ...Object.values(chart.more_data ?? {})] : [];
    }
    case 'map':
      return present(maps.get(block.name)?.value.places);
    case 'table':
      return present(tables.get(block.name)?.value.data);
    case 'timeline':
      return present(timelines.get(block.name)?.value.data);
    default:
      return [];
  }
}

function present(source: DataSource | undefined): readonly DataSource[] {
  return source ? [source] : [];
}

/**
 * A CSV with its head and some of its rows, each as it is written in the file.
 *
 * @param rows their numbers, from 0 after the head; a blank line is no row where there are several columns
 */
export function csvOfRows(csv: Uint8Array, rows: ReadonlySet<number>): Uint8Array {
  const text = new TextDecoder('utf-8').decode(csv);
  const kept: string[] = [];
  let columns = 0;
  let row = -1;
  for (const record of csvRecords(text)) {
    columns ||= record.cells.length;
    if (columns > 1 && isBlank(record)) continue;
    if (row === -1 || rows.has(row)) kept.push(text.slice(record.start, record.end));
    row += 1;
  }
  return new TextEncoder().encode(kept.join(''));
}

/** The name of the file that describes the attached datasets, as Frictionless tools look for it. */
export const packageName = 'datapackage.json';

/**
 * The datasets of an edition as files for its PDF: each as a CSV, then one descriptor of all. Taken out together they
 * are a data package (https://specs.frictionlessdata.io/data-package/).
 */
export function attachDatasets(
  inUse: readonly DatasetInUse[],
  { edition, dataPackage }: Pick<AnsweredRun, 'edition' | 'dataPackage'>,
  report: Report,
): readonly Attachment[] {
  const { name, title } = dataPackage.value;
  if (inUse.length === 0) return [];
  for (const { dataset } of inUse) {
    if (dataset.value.licenses !== undefined) continue;
    report({
      rule: 'license-missing',
      place: dataset.at(),
      message: `the dataset "${dataset.value.name}" does not say under which license it may be passed on`,
      cure: 'write "licenses" with the name of the license that its source gives',
    });
  }
  const word = (label: string, values: Readonly<Record<string, string>>) =>
    fillLabel(edition.labels, label, values, edition.meta.at(), report);
  const tables = inUse.map(({ dataset, file, csv, extent }): Attachment => {
    const label = extent === 'whole' ? 'attached-whole' : 'attached-rows';
    const description = word(label, { title: dataset.value.title });
    return { name: file, mediaType: 'text/csv', description, relationship: 'Data', bytes: csv };
  });
  const descriptor = {
    profile: 'tabular-data-package',
    name,
    title,
    resources: inUse.map((one) => resourceOf(one, word('rows-in-use', {}))),
  };
  return [
    ...tables,
    {
      name: packageName,
      mediaType: 'application/json',
      description: word('attached-package', {}),
      relationship: 'Data',
      bytes: new TextEncoder().encode(`${JSON.stringify(descriptor, null, 2)}\n`),
    },
  ];
}

/** The descriptor of a dataset, with what a tool needs to read and check the attached file. */
function resourceOf({ dataset, file, csv, extent }: DatasetInUse, rowsInUse: string) {
  const { attach: _, description, ...resource } = dataset.value;
  const descriptions = [description, ...(extent === 'whole' ? [] : [`(${rowsInUse})`])].filter(
    (part) => part !== undefined,
  );
  return {
    profile: 'tabular-data-resource',
    ...resource,
    path: file,
    ...(descriptions.length > 0 && { description: descriptions.join(' ') }),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: csv.length,
    hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
  };
}

/** The audit of an edition as files for its PDF: of every number, what is behind it. */
export function attachAudit(
  { html, json }: AuditFiles,
  { labels, meta }: Edition,
  report: Report,
): readonly Attachment[] {
  const description = fillLabel(labels, 'attached-audit', {}, meta.at(), report);
  return [
    { name: 'audit.html', mediaType: 'text/html', description, relationship: 'Supplement', bytes: html },
    { name: 'audit.json', mediaType: 'application/json', description, relationship: 'Supplement', bytes: json },
  ];
}
