import type { ElementContent } from 'hast';
import { formatDate } from '../facts/format-date.ts';
import { doiAddress } from '../read/schemas/address.ts';
import type { Labels } from '../read/schemas/labels.ts';
import type { Source } from '../read/schemas/sources.ts';
import { element, words } from './elements.ts';

/** How a citation is to be written. */
export interface CitationStyle {
  /** `full` the first time, `short` after that. */
  readonly form: 'full' | 'short';
  /** What in the source is meant: "p. 3". */
  readonly locator?: string;
  readonly language: string;
  readonly labels: Labels;
}

/**
 * Formats a source as a note of the Chicago Manual of Style (17th edition, chapter 14), without the final stop.
 * Parts that a record does not have are left out.
 */
export function formatCitation(source: Source, style: CitationStyle): readonly ElementContent[] {
  const parts = Object.values(style.form === 'full' ? fullNote : shortNote).flatMap((write): readonly Part[] => {
    const part = write(source, style);
    if (!part || part.length === 0) return [];
    return [typeof part === 'string' ? [words(part)] : part];
  });
  return joinParts(style.locator ? [...parts, [words(style.locator)]] : parts);
}

type Part = readonly ElementContent[];
type WritePart = (source: Source, style: CitationStyle) => Part | string | undefined;

/** The parts of a note that cites a source in full, in their order. */
const fullNote: Readonly<Record<string, WritePart>> = {
  author: (source) => (authors(source) === source.title ? undefined : authors(source)),
  title: (source, style) => title(source, source.title, style),
  container: ({ type, 'container-title': container }) => {
    if (container === undefined) return undefined;
    return standsAlone.has(type) ? container : [element('em', {}, [words(container)])];
  },
  kind: ({ genre, number }) => [genre, number].filter(Boolean).join(' '),
  volume: ({ volume, issue }) => [volume, issue && `no. ${issue}`].filter(Boolean).join(', '),
  imprint: (source) => {
    const publisher = authors(source) === source.publisher ? undefined : source.publisher;
    const imprint = [source['publisher-place'], publisher].filter(Boolean).join(': ');
    return imprint === source['container-title'] ? undefined : imprint;
  },
  date: ({ issued }, { language }) => issued && formatDate(issued, language),
  page: ({ page }) => page,
  remark: ({ note }) => note,
  address: (source) => {
    const url = source.DOI ? doiAddress(source.DOI) : source.URL;
    return url ? [link(url, source)] : undefined;
  },
  accessed: ({ accessed }, { language, labels }) =>
    accessed && (labels.accessed ?? '{date}').replace('{date}', formatDate(accessed, language)),
};

/** The parts of a note that cites a source again. */
const shortNote: Readonly<Record<string, WritePart>> = {
  author: (source) => {
    const name =
      source['short-author'] ?? source.author?.map(shortName)[0] ?? source.publisher ?? source['container-title'];
    return name === source.title ? undefined : name;
  },
  title: (source, style) => title(source, source['title-short'] ?? source.title, style),
};

/** Types whose title stands on its own, in italics; the others' stand in something, in quotation marks. */
const standsAlone: ReadonlySet<Source['type']> = new Set(['book', 'dataset', 'document', 'legislation', 'report']);

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

function title(source: Source, printed: string, { language }: CitationStyle): Part {
  const lang = source.language === undefined || source.language === language ? {} : { lang: source.language };
  if (standsAlone.has(source.type)) return [element('em', lang, [words(printed)])];
  const quoted = words(printed.replaceAll('“', '‘').replaceAll('”', '’'));
  return [words('“'), 'lang' in lang ? element('span', lang, [quoted]) : quoted, words('”')];
}

/** Commas between the parts; one inside the quotation marks where the part before ends with one (CMOS 6.9). */
function joinParts(parts: readonly Part[]): readonly ElementContent[] {
  return parts.flatMap((part, index) => {
    const last = part.at(-1);
    if (index === parts.length - 1) return part;
    const endsQuoted = last?.type === 'text' && last.value.endsWith('”');
    return endsQuoted ? [...part.slice(0, -1), words(`,${last.value} `)] : [...part, words(', ')];
  });
}

/** An address as a link, without what every address begins with. Who hears a list of links hears what it leads to. */
function link(url: string, source: Source): ElementContent {
  const shown = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  const properties = { href: url, className: ['url'], ariaLabel: `${source.title}: ${shown}` };
  return element('a', properties, [words(shown)]);
}
