import type { FootnoteDefinition } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Manuscript, Remark } from './manuscript.ts';
import { type TableFiles, type TableNaming, takeTables } from './pour/data-tables.ts';
import { type PouredOnto, type PouredSection, pourSections } from './pour/pour.ts';
import { phraseOf } from './pour/write-markdown.ts';
import { type CoverLine, type FrontMatter, frontMatter, type KnownEdition } from './structure/front-matter.ts';
import { partManuscript } from './structure/sections.ts';
import { tidyTree } from './structure/tidy.ts';
import { withTypedNotes } from './structure/typed-notes.ts';
import { printedText, wordsOf } from './words.ts';

/** A manuscript as files of an edition, none of them written yet. */
export interface ImportedManuscript {
  readonly sections: readonly PouredSection[];
  /** Titles of sections whose text the manuscript does not have. */
  readonly gone: readonly string[];
  /** Its title, empty where it has none, and what else it says of itself. */
  readonly meta: FrontMatter & { readonly title: string };
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Tables of numbers, which are data now. */
  readonly tables: readonly TableFiles[];
  readonly notices: readonly string[];
  /** What the edition does not print, or prints in another form. */
  readonly remarks: readonly Remark[];
  /** The text that readers find of it. */
  readonly printed: string;
  readonly words: number;
}

/** What a manuscript is made into an edition with. */
export interface ManuscriptUse extends KnownEdition {
  readonly onto: PouredOnto;
  /** How its tables of numbers are called. */
  readonly naming: Omit<TableNaming, 'title'>;
}

/** Makes the files of an edition from a manuscript. */
export function importManuscript(
  manuscript: Manuscript,
  { onto, naming, ...known }: ManuscriptUse,
): ImportedManuscript {
  const noted = withTypedNotes(manuscript.tree);
  const tidied = tidyTree(noted.tree);
  const parts = partManuscript(tidied.tree, manuscript.title, known);
  const notes = new Map(
    parts.tree.children.flatMap((node): [string, FootnoteDefinition][] =>
      node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [],
    ),
  );
  const title = phraseOf(textOf({ type: 'paragraph', children: [...parts.title] }));
  const tables = takeTables(parts.sections, { ...naming, title: title || known.otherwise });
  const poured = pourSections(tables.sections, notes, onto);
  const words = wordsOf({
    type: 'root',
    children: [...(manuscript.title ? [manuscript.title] : []), ...noted.tree.children],
  });
  const cover = parts.cover.map(({ line }) => textOf(line));
  const front = frontMatter(parts.cover, parts.tree, parts.sections);
  return {
    sections: poured.sections,
    gone: poured.gone,
    meta: {
      ...front,
      title,
      summary: phraseOf(front.summary),
    },
    pictures: manuscript.pictures,
    tables: tables.files,
    notices: [...manuscript.notices, ...tidied.notices, ...parts.notices],
    remarks: [...manuscript.remarks, ...noted.remarks, ...tidied.remarks, ...parts.remarks, ...rewordedOf(parts.cover)],
    printed: printedText({
      // The title stands on the cover, whether or not it heads the text as well.
      cover: [title, ...cover],
      sections: textsOf(poured.sections),
      tables: tables.blocks,
    }),
    words: words.length,
  };
}

/** The sections that have a text; one that only holds figures is not the manuscript's. */
function textsOf(sections: readonly PouredSection[]): readonly string[] {
  return sections.filter(({ from }) => from !== 'figures').map(({ markdown }) => markdown);
}

/** Dates and names stand on the cover in the form of the series, which may not be how the manuscript writes them. */
function rewordedOf(cover: readonly CoverLine[]): readonly Remark[] {
  return cover.flatMap(({ kind, line }): readonly Remark[] =>
    kind === 'title' || kind === 'series'
      ? []
      : [{ kind: 'line of the cover', effect: 'changed', near: '', words: textOf(line) }],
  );
}
