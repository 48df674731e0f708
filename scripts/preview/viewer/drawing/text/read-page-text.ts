import type * as Pdfium from '@embedpdf/pdfium';
import type { PageText, TextPart } from '../../model/page-text.ts';
import type { Character } from './character.ts';
import { createLines } from './lines.ts';
import { readCharacters } from './read-characters.ts';
import { readTags, type Tag } from './read-tags.ts';
import { roleOf } from './role-of.ts';
import { tidyRoles } from './tidy-roles.ts';

/** Structure types that stand within a line, or for nothing. A mark of a list stands before its text, on its line. */
const withinBlocks: ReadonlySet<string> = new Set([
  ...['Span', 'Link', 'NonStruct', 'Reference', 'Note', 'Quote', 'Code', 'Em', 'Strong', 'Sub', 'Lbl', 'LBody'],
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
