import { toString as textOf } from 'hast-util-to-string';
import { cellWords } from '../data/cell-words.ts';
import { queryOf } from '../data/query-of.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Fact } from '../facts/fact.ts';
import type { LaidText } from '../finish/index.ts';
import { formatCitation } from '../prose/citation.ts';
import type { Edition } from '../read/edition.ts';
import { figureSources } from '../read/figure-sources.ts';
import { doiAddress } from '../read/schemas/address.ts';
import { textIn } from '../read/text-in.ts';
import { answerSources, specOf } from '../trace/edition-answers.ts';
import { exactWords, type TracedDataset, tracedRows, traceRows } from '../trace/fact-trace.ts';
import {
  type Audit,
  type AuditedAnswer,
  type AuditedDataset,
  type AuditedFact,
  type AuditedNumber,
  type AuditedSource,
  type NumberKind,
  numberKinds,
  type Rests,
} from './audit.ts';
import { type AuditGround, filledText, printOf } from './evidence.ts';
import type { FoundNumber } from './explanation.ts';
import { findNumbers } from './printed-numbers.ts';
import { locatePieces, type PageOf, type PrintedPiece, readPieces } from './text-runs.ts';

/**
 * Explains every number that an edition prints.
 *
 * @param html the page as it was printed
 * @param laid the text of the PDF in the order of its tags, with its pages
 */
export async function auditEdition(html: string, laid: readonly LaidText[], ground: AuditGround): Promise<Audit> {
  const { edition, facts, asked } = ground;
  const { meta, language } = edition;
  const sources = await answerSources(edition, asked, silent);
  const pieces = readPieces(html);
  const numbers = auditedNumbers(findNumbers(pieces, printOf(ground, sources)), locatePieces(pieces, laid), pieces);
  const rests = openRests(ground);

  const answers: AuditedAnswer[] = [];
  for (const [of, tables] of Map.groupBy(sources, ({ of: name }) => name)) {
    const spec = specOf(of, edition);
    if (!spec || !numbers.some(({ answer }) => answer === of)) continue;
    const queries: AuditedAnswer['queries'] = [];
    for (const { name, source, place } of tables) {
      const query = queryOf(source);
      const named = await asked.datasets.factsIn(query);
      queries.push({ of: name ?? null, place, query, facts: [...named], rests: [...(await rests.of(query))] });
    }
    const title = filledText(
      textIn(spec.value.title, language, spec.at('title'), silent),
      spec.at('title'),
      ground,
    ).text;
    answers.push({ name: of, title, queries, sources: figureSources(spec).map(({ id }) => id) });
  }
  const wanted = new Set([
    ...numbers.flatMap(({ fact }) => fact ?? []),
    ...answers.flatMap(({ queries }) => queries.flatMap((query) => query.facts)),
  ]);
  // A set grows while it is gone through: what a fact names is wanted, too.
  for (const name of wanted) for (const other of facts.get(name)?.restsOn ?? []) wanted.add(other);
  const audited = [];
  for (const fact of facts.values()) if (wanted.has(fact.name)) audited.push(await auditFact(fact, rests.of));

  const { name } = edition;
  return {
    $schema: '../schemas/audit.schema.json',
    edition: {
      ...{
        name,
        language,
        version: meta.value.version,
        status: meta.value.status,
        data_cutoff: meta.value.data_cutoff,
      },
      title: textIn(meta.value.title, language, meta.at('title'), silent),
    },
    counts: countKinds(numbers),
    limits: { rows: tracedRows },
    numbers: [...numbers],
    facts: audited,
    answers,
    datasets: [...rests.datasets()],
    sources: [...auditSources([...numbers, ...audited, ...answers], edition)],
  };
}

/** What is wrong was reported when the edition was compiled. */
function silent(): void {}

/** In characters: how much of the text around a number is told. */
const around = 48;

/** Numbers as an audit tells them: those that nothing explains first, then in the order of reading. */
export function auditedNumbers(
  numbers: readonly FoundNumber[],
  pageOf: PageOf,
  pieces: readonly PrintedPiece[],
): readonly AuditedNumber[] {
  const contextOf = contextsIn(pieces);
  const audited = grouped(numbers).map((number): AuditedNumber => {
    const { piece, start, end, count, explanation, of, place } = number;
    const cell = explanation.kind === 'data' ? explanation.cell : undefined;
    const declared = explanation.kind === 'declared' ? explanation : undefined;
    return {
      text: piece.text.slice(start, end).trim(),
      ...{ kind: explanation.kind, count, page: pageOf(piece, start) ?? null, place: place ?? null },
      ...contextOf(piece, start, end),
      fact: 'fact' in explanation ? explanation.fact : null,
      ...{ answer: of ?? null, row: cell?.row ?? null, column: cell?.column ?? null },
      source: 'source' in explanation ? explanation.source : null,
      declared: declared ? { name: declared.name, place: declared.declaredAt ?? null } : null,
    };
  });
  const isLoose = ({ kind }: AuditedNumber) => kind === 'unexplained';
  return [...audited.filter(isLoose), ...audited.filter((number) => !isLoose(number))];
}

/** How many numbers there are of each kind. */
export function countKinds(numbers: readonly AuditedNumber[]): Audit['counts'] {
  const counts = Object.fromEntries(Object.keys(numberKinds).map((kind) => [kind, 0])) as Record<NumberKind, number>;
  for (const { kind, count } of numbers) counts[kind] += count;
  return counts;
}

/** The cells of one table of the appendix as one. */
function grouped(numbers: readonly FoundNumber[]): readonly FoundNumber[] {
  const tables = new Map<string, number>();
  for (const { piece, of = '', count } of numbers) {
    if (piece.origin.kind === 'appendix') tables.set(of, (tables.get(of) ?? 0) + count);
  }
  return numbers.flatMap((number): readonly FoundNumber[] => {
    const { piece, of = '' } = number;
    if (piece.origin.kind !== 'appendix') return [number];
    const count = tables.get(of);
    tables.delete(of);
    return count === undefined ? [] : [{ ...number, count }];
  });
}

/** The words before and after a stretch of a piece, within its block. */
function contextsIn(pieces: readonly PrintedPiece[]) {
  const places = new Map(pieces.map((piece, index) => [piece, index]));
  const gather = (from: number, step: 1 | -1): string => {
    const { block, text } = pieces[from] ?? {};
    if (text === undefined || (pieces[from]?.origin.kind === 'drawn' && step)) return '';
    let words = '';
    for (let index = from + step; pieces[index]?.block === block && words.length < around; index += step) {
      const next = pieces[index]?.origin.kind === 'counted' ? '' : (pieces[index]?.text ?? '');
      words = step === 1 ? words + next : next + words;
    }
    return words;
  };
  return (piece: PrintedPiece, start: number, end: number) => {
    const index = places.get(piece) ?? -1;
    const before = `${gather(index, -1)}${piece.text.slice(0, start)}`.trimStart();
    const after = `${piece.text.slice(end)}${gather(index, 1)}`.trimEnd();
    return {
      before: before.length > around ? `…${before.slice(-around).replace(/^\S*/, '')}` : before,
      after: after.length > around ? `${after.slice(0, around).replace(/\S*$/, '')}…` : after,
    };
  };
}

/** A fact as an audit tells it. */
export async function auditFact(fact: Fact, restsOf: RestsBook['of']): Promise<AuditedFact> {
  const { name, spec, text, place, restsOn } = fact;
  const { label, unit, format, decimals, qualifier, query, source } = spec;
  return {
    ...{ name, label, place, text, format, query },
    value: exactWords(fact),
    ...{ unit: unit ?? null, decimals: decimals ?? null, qualifier: qualifier ?? null },
    facts: [...restsOn],
    rests: [...(await restsOf(query))],
    sources: [...(source ?? [])],
  };
}

/** What cites sources: one by one, or several. */
interface Citing {
  readonly source?: string | null;
  readonly sources?: readonly string[];
}

/** The sources that are cited, as a note cites them the first time, by id. */
export function auditSources(
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

/** Finds what queries rest on, and keeps the rows that were found. */
export interface RestsBook {
  of(query: string): Promise<readonly Rests[]>;
  /** The datasets of all that was asked for, by name, each with the rows that were named. */
  datasets(): readonly AuditedDataset[];
}

/** A book in which nothing has been asked for. */
export function openRests({ asked, files }: Pick<AuditGround, 'asked' | 'files'>): RestsBook {
  const answers = new Map<string, readonly TracedDataset[]>();
  return {
    async of(query) {
      const traced = answers.get(query) ?? (await traceRows(query, asked, files));
      answers.set(query, traced);
      return traced.map(({ dataset: { name }, extent, count, rows }) => {
        return { dataset: name, extent, count, lines: rows.map(lineOf) };
      });
    },
    datasets() {
      const byName = Map.groupBy([...answers.values()].flat(), ({ dataset: { name } }) => name);
      return [...byName.values()]
        .flatMap(([first, ...more]) => (first ? auditedDataset(first, more) : []))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1));
    },
  };
}

function auditedDataset({ dataset, file, rows }: TracedDataset, more: readonly TracedDataset[]): AuditedDataset {
  const all = new Map([...rows, ...more.flatMap((other) => other.rows)].map((row) => [lineOf(row), row]));
  const { name, title, hash, retrieved, licenses = [], sources } = dataset;
  return {
    ...{ name, title, file, digest: hash ?? null, retrieved },
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

/**
 * Reports the numbers in the print of a strict edition that nothing explains. Those in its files were told before it was
 * printed: what is left came into print by another way, such as a template.
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
