import type { ElementContent } from 'hast';
import { formatDate } from '../facts/format-date.ts';
import { doiAddress } from '../read/schemas/address.ts';
import type { Labels } from '../read/schemas/labels.ts';
import type { Source } from '../read/schemas/sources.ts';

/** How a citation is to be written. */
export interface CitationStyle {
  /** `full` the first time, `short` after that. */
  readonly form: 'full' | 'short';
  /** What in the source is meant: "p. 3". */
  readonly locator?: string;
  readonly language: string;
  readonly labels: Labels;
}

/** Types whose title stands on its own, in italics; the others' stand in something, in quotation marks. */
const standsAlone: ReadonlySet<Source['type']> = new Set(['book', 'dataset', 'document', 'legislation', 'report']);

/**
 * Formats a source as a note of the Chicago Manual of Style (17th edition, chapter 14), without the final stop.
 * Parts that a record does not have are left out.
 */
export function formatCitation(source: Source, style: CitationStyle): readonly ElementContent[] {
  const parts = style.form === 'full' ? fullParts(source, style) : shortParts(source, style);
  const located = style.locator ? [...parts, [text(style.locator)]] : parts;
  return joinParts(located);
}

type Part = readonly ElementContent[];

function fullParts(source: Source, style: CitationStyle): readonly Part[] {
  const names = authors(source);
  const issued = source.issued ? formatDate(source.issued, style.language) : undefined;
  const volume = [source.volume, source.issue && `no. ${source.issue}`].filter(Boolean).join(', ');
  const imprint = [source['publisher-place'], names === source.publisher ? undefined : source.publisher]
    .filter(Boolean)
    .join(': ');
  const parts: readonly (string | Part | undefined)[] = [
    names === source.title ? undefined : names,
    title(source, source.title, style),
    source['container-title'] === undefined
      ? undefined
      : standsAlone.has(source.type)
        ? [text(source['container-title'])]
        : [italic(source['container-title'])],
    [source.genre, source.number].filter(Boolean).join(' '),
    volume,
    imprint === source['container-title'] ? undefined : imprint,
    issued,
    source.page,
    source.note,
    source.DOI ? [link(doiAddress(source.DOI), source)] : source.URL ? [link(source.URL, source)] : undefined,
    source.accessed && fill(style.labels.accessed ?? '{date}', formatDate(source.accessed, style.language)),
  ];
  return parts.flatMap((part) => (!part || part.length === 0 ? [] : [typeof part === 'string' ? [text(part)] : part]));
}

function shortParts(source: Source, style: CitationStyle): readonly Part[] {
  const name =
    source['short-author'] ?? source.author?.map(shortName)[0] ?? source.publisher ?? source['container-title'];
  return [
    ...(name && name !== source.title ? [[text(name)]] : []),
    title(source, source['title-short'] ?? source.title, style),
  ];
}

/** The names of a record as a note gives them: "Given Family, Given Family, and Given Family". */
function authors(source: Source): string | undefined {
  const names = source.author?.map((author) =>
    'literal' in author ? author.literal : [author.given, author.family].filter(Boolean).join(' '),
  );
  if (!names) return standsAlone.has(source.type) ? source.publisher : undefined;
  const last = names.at(-1) ?? '';
  if (names.length === 1) return last;
  return names.length === 2 ? `${names[0]} and ${last}` : `${names.slice(0, -1).join(', ')}, and ${last}`;
}

function shortName(author: NonNullable<Source['author']>[number]): string {
  return 'literal' in author ? author.literal : author.family;
}

function title(source: Source, words: string, { language }: CitationStyle): Part {
  const lang = source.language === undefined || source.language === language ? {} : { lang: source.language };
  if (standsAlone.has(source.type)) return [element('em', lang, words)];
  const quoted = words.replaceAll('“', '‘').replaceAll('”', '’');
  return [text('“'), 'lang' in lang ? element('span', lang, quoted) : text(quoted), text('”')];
}

/** Commas between the parts; one inside the quotation marks where the part before ends with one (CMOS 6.9). */
function joinParts(parts: readonly Part[]): readonly ElementContent[] {
  return parts.flatMap((part, index) => {
    const last = part.at(-1);
    if (index === parts.length - 1) return part;
    const endsQuoted = last?.type === 'text' && last.value.endsWith('”');
    return endsQuoted ? [...part.slice(0, -1), text(`,${last.value} `)] : [...part, text(', ')];
  });
}

function fill(pattern: string, date: string): string {
  return pattern.replace('{date}', date);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function italic(value: string): ElementContent {
  return element('em', {}, value);
}

function element(tagName: string, properties: Readonly<Record<string, string>>, value: string): ElementContent {
  return { type: 'element', tagName, properties: { ...properties }, children: [text(value)] };
}

/** An address as a link, without what every address begins with. Who hears a list of links hears what it leads to. */
function link(url: string, { title: words }: Source): ElementContent {
  const shown = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  const properties = { href: url, className: ['url'], ariaLabel: `${words}: ${shown}` };
  return { type: 'element', tagName: 'a', properties, children: [text(shown)] };
}
