import { placeText, type Report } from '../diagnostics/diagnostic.ts';
import { formatDate } from '../facts/format-date.ts';
import { scriptDirection } from '../page/script-direction.ts';
import type { Edition } from '../read/edition.ts';
import { fillLabel, textIn } from '../read/labels.ts';
import {
  type Audit,
  type AuditedAnswer,
  type AuditedDataset,
  type AuditedFact,
  type AuditedNumber,
  type AuditedRows,
  numberKinds,
} from './audit.ts';
import type { AuditView } from './view.ts';

/** Rows that stand with what rests on them; of more, the lines lead to them. */
const mostShown = 5;

/** An audit as its template sees it, but for style sheet and script. */
export function viewAudit(audit: Audit, edition: Edition, report: Report): Omit<AuditView, 'head' | 'script'> {
  const { series, language } = edition;
  const { numbers, edition: about } = audit;
  const words = auditWords(edition, report);
  const lookup = indexAudit(audit, words);
  const pages = new Set(numbers.flatMap(({ page }) => page ?? []));
  const all = numbers.reduce((sum, { count }) => sum + count, 0);
  return {
    language,
    direction: scriptDirection(language),
    edition: about.title,
    title: words.of('audit-title', { title: about.title }),
    series: textIn(series.value.title, language, series.at('title'), report),
    about: words.of('audit-about', {
      version: about.version,
      date: formatDate(about.data_cutoff, language),
      count: words.number(all),
    }),
    shown: words.of('audit-shown', {}),
    kinds: Object.keys(numberKinds).map((id) => ({
      id,
      name: words.of(`audit-kind-${id}`, {}),
      meaning: words.of(`audit-meaning-${id}`, {}),
      count: words.number(audit.counts[id as keyof typeof numberKinds] ?? 0),
    })),
    pages: [...pages].toSorted((one, other) => one - other).map((page) => ({ page: String(page) })),
    numbers: numbers.map((number, index) => viewNumber(number, index, lookup, words)),
    facts: audit.facts.map((fact) => viewFact(fact, lookup, words)),
    answers: audit.answers.map((answer) => viewAnswer(answer, lookup, words)),
    datasets: audit.datasets.map((dataset) => viewDataset(dataset, language, words)),
  };
}

/** The words of an audit's page, in the edition's language. */
interface AuditWords {
  of(label: string, values: Readonly<Record<string, string>>): string;
  /** A label that counts, by its plural form (CLDR): audit-rows-one, audit-rows-other. */
  counted(label: string, count: number, values?: Readonly<Record<string, string>>): string;
  number(value: number): string;
}

function auditWords({ labels, language, meta }: Edition, report: Report): AuditWords {
  const plural = new Intl.PluralRules(language);
  const of = (label: string, values: Readonly<Record<string, string>>) =>
    fillLabel(labels, label, values, meta.at(), report);
  const number = (value: number) => value.toLocaleString(language);
  return {
    of,
    number,
    counted(label, count, values = {}) {
      const form = `${label}-${plural.select(count)}`;
      const known = form in labels.value ? form : `${label}-other`;
      return of(known, { count: number(count), ...values });
    },
  };
}

type Link = AuditView['numbers'][number]['links'][number];

/** What the entries of an audit's page need of each other. */
interface Lookup {
  /** The link to a fact, with the words that it prints. */
  readonly factLink: (name: string) => Link;
  /** The sources of these ids as they are cited. */
  readonly cited: (ids: readonly string[]) => AuditView['facts'][number]['sources'];
  /** Whether there is an entry of an answer: "chart aid-2020". */
  readonly hasAnswer: (name: string) => boolean;
  /** The numbers that come from a fact or an answer, as links, by "fact killed-2022" and "chart aid-2020". */
  readonly printed: ReadonlyMap<string, readonly Link[]>;
  /** The names of the datasets that a number rests on. */
  readonly datasetsBehind: (number: AuditedNumber) => ReadonlySet<string>;
  /** The file of a dataset, and the cells of its row on a line. */
  readonly fileOf: (dataset: string) => string;
  readonly rowOf: (dataset: string, line: number) => Readonly<Record<string, string>>;
}

function indexAudit(audit: Audit, words: AuditWords): Lookup {
  const facts = new Map(audit.facts.map((fact) => [fact.name, fact]));
  const answers = new Map(audit.answers.map((answer) => [answer.name, answer]));
  const citations = new Map(audit.sources.map(({ id, citation, url }) => [id, { citation, url }]));
  const files = new Map(audit.datasets.map(({ name, file }) => [name, file]));
  const rows = new Map(
    audit.datasets.map((dataset) => [dataset.name, new Map(dataset.rows.map(({ line, cells }) => [line, cells]))]),
  );
  return {
    factLink: (name) => ({ href: `#fact-${name}`, text: `${name} (${facts.get(name)?.text ?? name})` }),
    cited: (ids) => ids.flatMap((id) => citations.get(id) ?? []),
    hasAnswer: (name) => answers.has(name),
    printed: printedNumbers(audit.numbers, words),
    datasetsBehind: (number) => datasetsBehind(number, facts, answers),
    fileOf: (dataset) => files.get(dataset) ?? '',
    rowOf: (dataset, line) => rows.get(dataset)?.get(line) ?? {},
  };
}

function printedNumbers(numbers: readonly AuditedNumber[], words: AuditWords): ReadonlyMap<string, readonly Link[]> {
  const printed = new Map<string, Link[]>();
  for (const [index, { fact, answer, page, text }] of numbers.entries()) {
    const named = page === null ? text : words.of('audit-on-page', { page: String(page) });
    const link = { href: `#${numberId(index)}`, text: named };
    const keys = [...(fact === null ? [] : [`fact ${fact}`]), ...(answer === null ? [] : [answer])];
    for (const key of keys) printed.set(key, [...(printed.get(key) ?? []), link]);
  }
  return printed;
}

/** The datasets behind a number, through its fact or answer and the facts that these name. */
function datasetsBehind(
  { fact, answer }: AuditedNumber,
  facts: ReadonlyMap<string, AuditedFact>,
  answers: ReadonlyMap<string, AuditedAnswer>,
): ReadonlySet<string> {
  const ofFacts = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => {
      const named = facts.get(name);
      return named ? [...named.rests.map(({ dataset }) => dataset), ...ofFacts(named.facts)] : [];
    });
  const queries = (fact === null && answer !== null && answers.get(answer)?.queries) || [];
  return new Set([
    ...ofFacts([...(fact === null ? [] : [fact]), ...queries.flatMap((query) => query.facts)]),
    ...queries.flatMap(({ rests }) => rests.map(({ dataset }) => dataset)),
  ]);
}

function viewNumber(
  number: AuditedNumber,
  index: number,
  lookup: Lookup,
  words: AuditWords,
): AuditView['numbers'][number] {
  const { text, before, after, kind, page, place } = number;
  return {
    id: numberId(index),
    text,
    before,
    after,
    kind,
    kind_name: words.of(`audit-kind-${kind}`, {}),
    page: page === null ? '' : String(page),
    place: place && placeText(place),
    datasets: [...lookup.datasetsBehind(number)].join(' '),
    links: linksOf(number, lookup),
    remark: remarkOf(number, words),
  };
}

function numberId(index: number): string {
  return `number-${index + 1}`;
}

/** What stands behind a number, as a link: its fact, its answer, or the address of its source. */
function linksOf({ fact, answer, source }: AuditedNumber, { cited, hasAnswer }: Lookup): Link[] {
  const url = source === null ? null : (cited([source])[0]?.url ?? null);
  return [
    ...(fact === null ? [] : [{ href: `#fact-${fact}`, text: fact }]),
    ...(answer === null || !hasAnswer(answer) ? [] : [{ href: `#${answerId(answer)}`, text: answer }]),
    ...(url === null || source === null ? [] : [{ href: url, text: source }]),
  ];
}

function remarkOf({ row, column, declared, count, place }: AuditedNumber, words: AuditWords): string | null {
  const remarks = [
    ...(row === null || column === null ? [] : [words.of('audit-cell', { row: String(row), column })]),
    ...(declared === null ? [] : [declaredWords(declared, place, words)]),
    ...(count === 1 ? [] : [words.of('audit-stands-for', { count: words.number(count) })]),
  ];
  return remarks.length === 0 ? null : remarks.join(' · ');
}

/** Where it is declared, unless it stands there itself. */
function declaredWords(
  { name, place }: NonNullable<AuditedNumber['declared']>,
  own: AuditedNumber['place'],
  words: AuditWords,
): string {
  if (place === null || (own && placeText(own) === placeText(place))) return words.of('audit-declared', { name });
  return words.of('audit-declared-in', { name, place: placeText(place) });
}

function viewFact(fact: AuditedFact, lookup: Lookup, words: AuditWords): AuditView['facts'][number] {
  const { name, label, text, place, value, unit, format, decimals, qualifier, query } = fact;
  const rounding = decimals === null ? null : words.counted('audit-decimals', decimals);
  return {
    id: `fact-${name}`,
    name,
    heading: label,
    text,
    query: query.trim(),
    place: placeText(place),
    value: unit === null ? value : `${value} ${unit}`,
    format: [qualifier, format, rounding].filter((word) => word !== null).join(', '),
    facts: fact.facts.map(lookup.factLink),
    rests: fact.rests.map((rows) => viewRows(rows, query, lookup, words)),
    sources: lookup.cited(fact.sources),
    printed: [...(lookup.printed.get(`fact ${name}`) ?? [])],
  };
}

function viewAnswer(
  { name, title, queries, sources }: AuditedAnswer,
  lookup: Lookup,
  words: AuditWords,
): AuditView['answers'][number] {
  return {
    id: answerId(name),
    name,
    heading: title,
    queries: queries.map(({ of, place, query, facts, rests }) => ({
      name: of,
      place: placeText(place),
      query: query.trim(),
      facts: facts.map(lookup.factLink),
      rests: rests.map((rows) => viewRows(rows, query, lookup, words)),
    })),
    sources: lookup.cited(sources),
    printed: [...(lookup.printed.get(name) ?? [])],
  };
}

function answerId(name: string): string {
  return name.replace(' ', '-');
}

/** The rows that a query rests on: of the first what the query reads, of the others their lines. */
function viewRows(
  { dataset, extent, count, lines }: AuditedRows,
  query: string,
  { fileOf, rowOf }: Lookup,
  words: AuditWords,
): AuditView['facts'][number]['rests'][number] {
  const shown = lines.slice(0, mostShown);
  const others = lines.slice(mostShown);
  const more = () =>
    words.of('audit-rows-more', {
      count: words.number(count - shown.length),
      lines: `${others.join(', ')}${lines.length < count ? ' …' : ''}`,
    });
  return {
    line: words.counted(extent === 'whole' ? 'audit-rows-whole' : 'audit-rows', count, { file: fileOf(dataset) }),
    href: `#dataset-${dataset}`,
    rows: shown.map((line) => ({
      place: words.of('audit-line', { line: String(line) }),
      href: `#row-${dataset}-${line}`,
      cells: cellsNamed(query, rowOf(dataset, line)),
    })),
    more: others.length === 0 ? null : more(),
  };
}

/** The cells of a row that a query names; all of them where it names none. */
function cellsNamed(query: string, row: Readonly<Record<string, string>>) {
  const cells = cellsOf(row);
  const named = cells.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(query));
  return named.length === 0 ? cells : named;
}

function cellsOf(cells: Readonly<Record<string, string>>) {
  return Object.entries(cells).map(([name, value]) => ({ name, value }));
}

function viewDataset(
  { name, title, file, digest, retrieved, licenses, sources, rows }: AuditedDataset,
  language: string,
  words: AuditWords,
): AuditView['datasets'][number] {
  return {
    id: `dataset-${name}`,
    name,
    heading: title,
    file,
    digest,
    retrieved: formatDate(retrieved, language),
    license: licenses.join(', '),
    sources,
    rows: rows.map(({ line, cells }) => ({
      id: `row-${name}-${line}`,
      line: words.of('audit-line', { line: String(line) }),
      cells: cellsOf(cells),
    })),
  };
}
