import { toString as textOf } from 'hast-util-to-string';
import { cellWords } from '../data/cell-words.ts';
import { queryOf } from '../data/query-of.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { AnsweredRun } from '../edition-run.ts';
import type { Fact, Facts } from '../facts/fact.ts';
import type { LaidText } from '../finish/index.ts';
import { formatCitation } from '../prose/chicago-style.ts';
import type { Edition } from '../read/edition.ts';
import { textIn } from '../read/labels.ts';
import { doiAddress } from '../read/schemas/address.ts';
import { figureSources } from '../read/sources.ts';
import { answerSources, type SourceAnswer, specOf } from '../trace/edition-answers.ts';
import { exactWords, type TracedDataset, tracedRows, traceRows } from '../trace/fact-trace.ts';
import {
  type Audit,
  type AuditedAnswer,
  type AuditedDataset,
  type AuditedFact,
  type AuditedNumber,
  type AuditedRows,
  type AuditedSource,
  type NumberKind,
  numberKinds,
} from './audit.ts';
import { type Audited, filledText, gatherEvidence } from './evidence.ts';
import type { FoundNumber } from './explanation.ts';
import { findNumbers } from './printed-numbers.ts';
import { type PageOf, pagesOfSpans, readSpans, type TextSpan } from './text-spans.ts';

/**
 * Explains every number that an edition prints.
 *
 * @param html the page as it was printed
 * @param laid the text of the PDF in the order of its tags, with its pages
 */
export async function auditEdition(html: string, laid: readonly LaidText[], audited: Audited): Promise<Audit> {
  const { run } = audited;
  const { edition } = run;
  const sources = await answerSources(run, silent);
  const spans = readSpans(html);
  const found = findNumbers(spans, gatherEvidence(audited, sources));
  const numbers = auditedNumbers(found, pagesOfSpans(spans, laid), spans);
  const answers = await answersBehind(numbers, sources, run);
  const facts = factsBehind(numbers, answers, run.facts);

  const traced = new Map<string, readonly TracedDataset[]>();
  const queries = [...answers.flatMap((answer) => answer.queries), ...facts.map(({ spec }) => spec)];
  for (const { query } of queries) {
    if (!traced.has(query)) traced.set(query, await traceRows(query, run));
  }
  const rowsOf = (query: string) => (traced.get(query) ?? []).map(auditedRows);
  const explained = {
    numbers: [...numbers],
    facts: facts.map((fact) => auditedFact(fact, rowsOf(fact.spec.query))),
    answers: answers.map((answer): AuditedAnswer => {
      const { name, title, sources: cited } = answer;
      const withRows = answer.queries.map((query) => ({ ...query, rests: rowsOf(query.query) }));
      return { name, title, queries: withRows, sources: [...cited] };
    }),
  };
  return {
    $schema: '../schemas/audit.schema.json',
    edition: auditedEdition(edition),
    counts: countKinds(numbers),
    limits: { rows: tracedRows },
    ...explained,
    datasets: auditedDatasets([...traced.values()].flat()),
    sources: [...auditedSources([...explained.numbers, ...explained.facts, ...explained.answers], edition)],
  };
}

/** What is wrong was reported when the edition was compiled. */
function silent(): void {}

function auditedEdition({ name, language, meta }: Edition): Audit['edition'] {
  const { version, status, data_cutoff, title } = meta.value;
  return { name, language, version, status, data_cutoff, title: textIn(title, language, meta.at('title'), silent) };
}

/** In characters: how much of the text around a number is given. */
const around = 48;

/** Numbers as an audit gives them: those that nothing explains first, then in the order of reading. */
function auditedNumbers(
  numbers: readonly FoundNumber[],
  pageOf: PageOf,
  spans: readonly TextSpan[],
): readonly AuditedNumber[] {
  const contextOf = contextsIn(spans);
  const audited = appendixGrouped(numbers).map((number): AuditedNumber => {
    const { span, start, end, count, explanation, of, place } = number;
    const cell = explanation.kind === 'data' ? explanation.cell : undefined;
    const declared = explanation.kind === 'declared' ? explanation : undefined;
    return {
      text: span.text.slice(start, end).trim(),
      kind: explanation.kind,
      count,
      page: pageOf(span, start) ?? null,
      place: place ?? null,
      ...contextOf(span, start, end),
      fact: 'fact' in explanation ? explanation.fact : null,
      answer: of ?? null,
      row: cell?.row ?? null,
      column: cell?.column ?? null,
      source: 'source' in explanation ? explanation.source : null,
      declared: declared ? { name: declared.name, place: declared.declaredAt ?? null } : null,
    };
  });
  const isUnexplained = ({ kind }: AuditedNumber) => kind === 'unexplained';
  return [...audited.filter(isUnexplained), ...audited.filter((number) => !isUnexplained(number))];
}

/** The cells of one table of the appendix as one. */
function appendixGrouped(numbers: readonly FoundNumber[]): readonly FoundNumber[] {
  const tables = new Map<string, number>();
  for (const { span, of = '', count } of numbers) {
    if (span.origin.kind === 'appendix') tables.set(of, (tables.get(of) ?? 0) + count);
  }
  return numbers.flatMap((number): readonly FoundNumber[] => {
    const { span, of = '' } = number;
    if (span.origin.kind !== 'appendix') return [number];
    const count = tables.get(of);
    tables.delete(of);
    return count === undefined ? [] : [{ ...number, count }];
  });
}

/** The words before and after a stretch of a span, within its block. */
function contextsIn(spans: readonly TextSpan[]) {
  const places = new Map(spans.map((span, index) => [span, index]));
  const gather = (from: number, step: 1 | -1): string => {
    const { block, origin } = spans[from] ?? {};
    if (origin === undefined || origin.kind === 'drawn') return '';
    let words = '';
    for (let index = from + step; spans[index]?.block === block && words.length < around; index += step) {
      const next = spans[index]?.origin.kind === 'counted' ? '' : (spans[index]?.text ?? '');
      words = step === 1 ? words + next : next + words;
    }
    return words;
  };
  return (span: TextSpan, start: number, end: number) => {
    const index = places.get(span) ?? -1;
    const before = `${gather(index, -1)}${span.text.slice(0, start)}`.trimStart();
    const after = `${span.text.slice(end)}${gather(index, 1)}`.trimEnd();
    return {
      before: before.length > around ? `…${before.slice(-around).replace(/^\S*/, '')}` : before,
      after: after.length > around ? `${after.slice(0, around).replace(/\S*$/, '')}…` : after,
    };
  };
}

/** How many numbers there are of each kind. */
function countKinds(numbers: readonly AuditedNumber[]): Audit['counts'] {
  const counts = Object.fromEntries(Object.keys(numberKinds).map((kind) => [kind, 0])) as Record<NumberKind, number>;
  for (const { kind, count } of numbers) counts[kind] += count;
  return counts;
}

/** An answer with its queries, before these are traced to rows. */
interface AnswerBehind extends Omit<AuditedAnswer, 'queries' | 'sources'> {
  readonly queries: readonly Omit<AuditedAnswer['queries'][number], 'rests'>[];
  readonly sources: readonly string[];
}

/** The answers that numbers are a part of, in the order of the edition. */
async function answersBehind(
  numbers: readonly AuditedNumber[],
  sources: readonly SourceAnswer[],
  run: AnsweredRun,
): Promise<readonly AnswerBehind[]> {
  const { edition, datasets } = run;
  const answers: AnswerBehind[] = [];
  for (const [of, tables] of Map.groupBy(sources, ({ of: name }) => name)) {
    const spec = specOf(of, edition);
    if (!spec || !numbers.some(({ answer }) => answer === of)) continue;
    const queries = [];
    for (const { name, source, place } of tables) {
      const query = queryOf(source);
      queries.push({ of: name ?? null, place, query, facts: [...(await datasets.factsIn(query))] });
    }
    const written = textIn(spec.value.title, edition.language, spec.at('title'), silent);
    const title = filledText(written, spec.at('title'), run).text;
    answers.push({ name: of, title, queries, sources: figureSources(spec).map(({ id }) => id) });
  }
  return answers;
}

/** The facts behind numbers and answers, with those that they name, in the order of the edition. */
function factsBehind(
  numbers: readonly AuditedNumber[],
  answers: readonly AnswerBehind[],
  facts: Facts,
): readonly Fact[] {
  const wanted = new Set([
    ...numbers.flatMap(({ fact }) => fact ?? []),
    ...answers.flatMap(({ queries }) => queries.flatMap((query) => query.facts)),
  ]);
  // A set grows while it is gone through: what a fact names is wanted, too.
  for (const name of wanted) for (const other of facts.get(name)?.dependsOn ?? []) wanted.add(other);
  return [...facts.values()].filter(({ name }) => wanted.has(name));
}

function auditedFact(fact: Fact, rowsBehind: AuditedFact['rests']): AuditedFact {
  const { name, spec, text, place, dependsOn } = fact;
  const { label, unit, format, decimals, qualifier, query, source } = spec;
  return {
    name,
    label,
    place,
    text,
    format,
    query,
    value: exactWords(fact),
    unit: unit ?? null,
    decimals: decimals ?? null,
    qualifier: qualifier ?? null,
    facts: [...dependsOn],
    rests: rowsBehind,
    sources: [...(source ?? [])],
  };
}

function auditedRows({ dataset, extent, count, rows }: TracedDataset): AuditedRows {
  return { dataset: dataset.name, extent, count, lines: rows.map(lineOf) };
}

/** Datasets by name, each with all of its rows that were traced. */
function auditedDatasets(traced: readonly TracedDataset[]): AuditedDataset[] {
  const byName = Map.groupBy(traced, ({ dataset }) => dataset.name);
  return [...byName.values()]
    .flatMap(([first, ...more]) => (first ? auditedDataset(first, more) : []))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function auditedDataset({ dataset, file, rows }: TracedDataset, more: readonly TracedDataset[]): AuditedDataset {
  const all = new Map([...rows, ...more.flatMap((other) => other.rows)].map((row) => [lineOf(row), row]));
  const { name, title, hash, retrieved, licenses = [], sources } = dataset;
  return {
    name,
    title,
    file,
    digest: hash ?? null,
    retrieved,
    licenses: licenses.map((license) => license.title ?? license.name),
    sources: sources.map((source) => ({ title: source.title, url: source.path ?? null })),
    rows: [...all]
      .toSorted(([one], [other]) => one - other)
      .map(([line, { cells }]) => {
        const known = Object.entries(cells).filter(([, cell]) => cell.kind !== 'missing');
        return { line, cells: Object.fromEntries(known.map(([column, cell]) => [column, cellWords(cell)])) };
      }),
  };
}

function lineOf({ place, number }: TracedDataset['rows'][number]): number {
  return place?.line ?? number;
}

/** What cites sources: one by one, or several. */
interface Citing {
  readonly source?: string | null;
  readonly sources?: readonly string[];
}

/** The sources that are cited, as a note cites them the first time, by id. */
function auditedSources(
  citing: readonly Citing[],
  { sources, language, labels }: Pick<Edition, 'sources' | 'language' | 'labels'>,
): readonly AuditedSource[] {
  const ids = new Set(citing.flatMap(({ source, sources: more = [] }) => [...(source ? [source] : []), ...more]));
  return [...ids].toSorted().flatMap((id): readonly AuditedSource[] => {
    const source = sources.get(id);
    if (!source) return [];
    const { value, at } = source;
    const citation = formatCitation(value, { form: 'full', language, labels: labels.value });
    const url = value.DOI ? doiAddress(value.DOI) : (value.URL ?? null);
    return [{ id, citation: textOf({ type: 'root', children: [...citation] }), url, place: at() }];
  });
}

/**
 * Reports the numbers in the print of a strict edition that nothing explains. Those in its files were reported before it
 * was printed: what is left came into print by another way, such as a template.
 */
export function reportUnexplained({ numbers }: Audit, { meta }: Pick<Edition, 'meta'>, report: Report): void {
  if (!meta.value.strict) return;
  for (const { kind, text, page, place } of numbers) {
    if (kind !== 'unexplained') continue;
    report({
      rule: 'number-unexplained',
      place: place ?? meta.at(),
      message: `nothing explains "${text}"${page === null ? '' : ` on page ${page}`}`,
      cure: 'print it by a fact, or declare the name that it is a part of',
    });
  }
}
