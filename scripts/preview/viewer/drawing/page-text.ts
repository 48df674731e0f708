import type * as Pdfium from '@embedpdf/pdfium';
import { type Character, readCharacters, readTags, type Tag } from './page-contents.ts';
import { createLines, type TextLine } from './text-lines.ts';

/** The words of a page in reading order, as its tags have them. Running heads and folios are not among them: they are no text. */
export interface PageText {
  /** BCP 47; empty where the document does not say it. */
  readonly lang: string;
  readonly parts: readonly TextPart[];
}

/** What a page or a block holds. */
export type TextPart = TextBlock | TextLine;

/** A block, or a part of one that stands for itself, such as a cell: what it is to somebody who hears the page. */
export interface TextBlock {
  readonly kind: 'block';
  /** A role of WAI-ARIA; undefined for what only groups. */
  readonly role?: string;
  /** Of a heading, from 1. */
  readonly level?: number;
  /** What a picture says in words. */
  readonly alt?: string;
  /** Where it is not that of the page. */
  readonly lang?: string;
  readonly parts: readonly TextPart[];
}

/** Structure types that stand within a line, or for nothing. A mark of a list stands before its text, on its line. */
const withinBlocks: ReadonlySet<string> = new Set([
  'Span',
  'Link',
  'NonStruct',
  'Reference',
  'Note',
  'Quote',
  'Code',
  'Em',
  'Strong',
  'Sub',
  'Lbl',
  'LBody',
]);

/**
 * Reads the words of a page with their places. Their order, and the words themselves where glyphs do not say them (from
 * right to left, capitals that a style makes), are those of its tags; pdfium's own order is that of painting.
 *
 * @param page that pdfium holds open
 * @param height of it, in points
 */
export function readPageText(pdfium: Pdfium.WrappedPdfiumModule, page: number, height: number): PageText {
  const characters = readCharacters(pdfium, page, height);
  const tags = readTags(pdfium, page);
  const lang = tags.find((tag) => tag.lang !== '')?.lang ?? '';
  const whole: Tag = { type: '', lang, actual: '', alt: '', kids: tags };
  const parts = partsOf(whole, { characters, lang, section: '' });
  return { lang, parts: parts.map((part) => tidyRoles(part, undefined)) };
}

/** What is around a tag. */
interface Around {
  readonly characters: ReadonlyMap<number, readonly Character[]>;
  readonly lang: string;
  /** The part of a table: THead, TBody. */
  readonly section: string;
}

/** What a tag holds: lines, where it has text of its own, and blocks. */
function partsOf(tag: Tag, around: Around): readonly TextPart[] {
  const parts: TextPart[] = [];
  const lines = createLines();
  const fill = (kid: Tag | number, lang: string): void => {
    if (typeof kid === 'number') {
      lines.add(around.characters.get(kid) ?? [], lang);
    } else if (withinBlocks.has(kid.type)) {
      const own = kid.lang === '' || kid.lang === around.lang ? lang : kid.lang;
      if (kid.actual === '') for (const inner of kid.kids) fill(inner, own);
      else lines.addActual(kid.actual, charactersIn(kid, around), own);
    } else {
      parts.push(...lines.take(), ...blocksOf(kid, around));
    }
  };
  if (tag.actual === '') for (const kid of tag.kids) fill(kid, '');
  else lines.addActual(tag.actual, charactersIn(tag, around), '');
  return [...parts, ...lines.take()];
}

/** The block of a tag; what only groups blocks gives way to them. */
function blocksOf(tag: Tag, around: Around): readonly TextPart[] {
  const own = tag.lang === '' || tag.lang === around.lang ? {} : { lang: tag.lang };
  const section = /^T(Head|Body|Foot)$/.test(tag.type) ? tag.type : around.section;
  const parts = partsOf(tag, { ...around, ...own, section });
  const role = roleOf(tag, section);
  if (parts.length === 0 && tag.alt === '') return [];
  const isGroup = role.role === undefined && own.lang === undefined && parts.every(({ kind }) => kind === 'block');
  return isGroup ? parts : [{ kind: 'block', ...role, ...own, parts }];
}

function charactersIn({ kids }: Tag, around: Around): readonly Character[] {
  return kids.flatMap((kid) =>
    typeof kid === 'number' ? (around.characters.get(kid) ?? []) : charactersIn(kid, around),
  );
}

/** Roles of WAI-ARIA 1.2 for structure types. */
const roles: Readonly<Record<string, string>> = {
  P: 'paragraph',
  BlockQuote: 'blockquote',
  L: 'list',
  LI: 'listitem',
  TOC: 'list',
  TOCI: 'listitem',
  Table: 'table',
  THead: 'rowgroup',
  TBody: 'rowgroup',
  TFoot: 'rowgroup',
  TR: 'row',
  TD: 'cell',
  Caption: 'caption',
};

/**
 * What a tag is to somebody who hears the page.
 *
 * @param section the part of a table that it is in: THead, TBody; empty where it is in none
 */
function roleOf({ type, alt }: Tag, section: string): Pick<TextBlock, 'role' | 'level' | 'alt'> {
  const [, level] = /^H(\d)$/.exec(type) ?? [];
  if (level !== undefined) return { role: 'heading', level: Number(level) };
  if (alt !== '') return { role: 'img', alt };
  if (type === 'TH') return { role: section === 'THead' ? 'columnheader' : 'rowheader' };
  const role = roles[type];
  return role === undefined ? {} : { role };
}

/** Roles that hold nothing but others, and those others. */
const owned: Readonly<Record<string, readonly string[]>> = {
  list: ['listitem'],
  table: ['caption', 'rowgroup', 'row'],
  rowgroup: ['row'],
  row: ['cell', 'columnheader', 'rowheader'],
};
const needy = new Set(Object.values(owned).flat());

/** Takes roles away that mean nothing where they stand: a row outside of a table, a list that holds something else. */
export function tidyRoles(part: TextPart, parent: string | undefined): TextPart {
  if (part.kind === 'line') return part;
  const { role: given, ...rest } = part;
  const isPlaced = given !== undefined && (!needy.has(given) || owned[parent ?? '']?.includes(given) === true);
  const inner = given === undefined ? undefined : owned[given];
  const isWhole = !inner || part.parts.every((kid) => kid.kind === 'block' && inner.includes(kid.role ?? ''));
  const role = isPlaced && isWhole ? given : undefined;
  const parts = part.parts.map((kid) => tidyRoles(kid, role));
  return { ...rest, ...(role === undefined ? {} : { role }), parts };
}
