import { placeText, type Report } from '../diagnostics/diagnostic.ts';
import { formatDate } from '../facts/format-date.ts';
import { scriptDirection } from '../page/script-direction.ts';
import type { Edition } from '../read/edition.ts';
import { textIn } from '../read/labels.ts';
import { type Audit, type AuditedNumber, numberKinds } from './audit.ts';
import type { AuditView } from './audit-view.ts';
import { type AuditWords, auditWords } from './audit-words.ts';
import { datasetsBehind } from './datasets-behind.ts';
import { openRestsView } from './rests-view.ts';

/** An audit as its template sees it, but for style sheet and script. */
export function viewAudit(audit: Audit, edition: Edition, report: Report): Omit<AuditView, 'head' | 'script'> {
  const words = auditWords(edition, report);
  const { numbers, counts, facts, answers, datasets, edition: about } = audit;
  const { series, language } = edition;
  const behind = datasetsBehind(audit);
  const restsView = openRestsView(audit, words);
  const citations = new Map(audit.sources.map(({ id, citation, url }) => [id, { citation, url }]));
  const cited = (ids: readonly string[]) => ids.flatMap((id) => citations.get(id) ?? []);
  const printed = printedPlaces(numbers, words);
  const factLink = (name: string) => {
    const text = facts.find((fact) => fact.name === name)?.text ?? name;
    return { href: `#fact-${name}`, text: `${name} (${text})` };
  };
  const pages = new Set(numbers.flatMap(({ page }) => page ?? []));
  const all = numbers.reduce((sum, { count }) => sum + count, 0);
  return {
    ...{ language, direction: scriptDirection(language), edition: about.title },
    title: words.of('audit-title', { title: about.title }),
    series: textIn(series.value.title, language, series.at('title'), report),
    about: words.of('audit-about', {
      ...{ version: about.version, date: formatDate(about.data_cutoff, language), count: words.number(all) },
    }),
    shown: words.of('audit-shown', {}),
    kinds: Object.keys(numberKinds).map((id) => ({
      id,
      name: words.of(`audit-kind-${id}`, {}),
      meaning: words.of(`audit-meaning-${id}`, {}),
      count: words.number(counts[id as keyof typeof counts] ?? 0),
    })),
    pages: [...pages].toSorted((one, other) => one - other).map((page) => ({ page: String(page) })),
    numbers: numbers.map((number, index) => ({
      id: numberId(index),
      ...{ text: number.text, before: number.before, after: number.after, kind: number.kind },
      kind_name: words.of(`audit-kind-${number.kind}`, {}),
      page: number.page === null ? '' : String(number.page),
      place: number.place && placeText(number.place),
      datasets: [...behind(number)].join(' '),
      links: linksOf(number, citations, answers),
      remark: remarkOf(number, words),
    })),
    facts: facts.map((fact) => ({
      ...{ id: `fact-${fact.name}`, name: fact.name, heading: fact.label, text: fact.text, query: fact.query.trim() },
      place: placeText(fact.place),
      value: fact.unit === null ? fact.value : `${fact.value} ${fact.unit}`,
      format: [
        fact.qualifier,
        fact.format,
        fact.decimals === null ? null : words.counted('audit-decimals', fact.decimals),
      ]
        .filter((word) => word !== null)
        .join(', '),
      facts: fact.facts.map(factLink),
      rests: restsView(fact.rests, fact.query),
      sources: cited(fact.sources),
      printed: printed.get(`fact ${fact.name}`) ?? [],
    })),
    answers: answers.map(({ name, title, queries, sources }) => ({
      ...{ id: answerId(name), name, heading: title },
      queries: queries.map(({ of, place, query, facts: named, rests }) => ({
        ...{ name: of, place: placeText(place), query: query.trim() },
        ...{ facts: named.map(factLink), rests: restsView(rests, query) },
      })),
      sources: cited(sources),
      printed: printed.get(name) ?? [],
    })),
    datasets: datasets.map(({ name, title, file, digest, retrieved, licenses, sources, rows }) => ({
      ...{ id: `dataset-${name}`, name, heading: title, file, digest },
      retrieved: formatDate(retrieved, language),
      license: licenses.join(', '),
      sources,
      rows: rows.map(({ line, cells }) => ({
        id: `row-${name}-${line}`,
        line: words.of('audit-line', { line: String(line) }),
        cells: cellsOf(cells),
      })),
    })),
  };
}

function numberId(index: number): string {
  return `number-${index + 1}`;
}

function answerId(name: string): string {
  return name.replace(' ', '-');
}

function cellsOf(cells: Readonly<Record<string, string>>) {
  return Object.entries(cells).map(([name, value]) => ({ name, value }));
}

/** What stands behind a number, as a link: its fact, its answer, or the address of its source. */
function linksOf(
  { fact, answer, source }: AuditedNumber,
  citations: ReadonlyMap<string, { readonly url: string | null }>,
  answers: Audit['answers'],
) {
  const url = source === null ? null : (citations.get(source)?.url ?? null);
  const isTold = answers.some(({ name }) => name === answer);
  return [
    ...(fact === null ? [] : [{ href: `#fact-${fact}`, text: fact }]),
    ...(answer === null || !isTold ? [] : [{ href: `#${answerId(answer)}`, text: answer }]),
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

/** The entries that come from a fact or an answer, as links, by "fact killed-2022" and "chart aid-2020". */
function printedPlaces(numbers: readonly AuditedNumber[], words: AuditWords) {
  const places = new Map<string, { href: string; text: string }[]>();
  for (const [index, { fact, answer, page, text }] of numbers.entries()) {
    const named = page === null ? text : words.of('audit-on-page', { page: String(page) });
    const link = { href: `#${numberId(index)}`, text: named };
    const keys = [...(fact === null ? [] : [`fact ${fact}`]), ...(answer === null ? [] : [answer])];
    for (const key of keys) places.set(key, [...(places.get(key) ?? []), link]);
  }
  return places;
}
