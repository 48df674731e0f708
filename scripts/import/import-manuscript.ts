import type { FootnoteDefinition } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type TableFiles, type TableNaming, takeTables } from './data-tables.ts';
import { findContributors } from './find-contributors.ts';
import { findDate } from './find-date.ts';
import { firstSentences } from './first-sentences.ts';
import type { FrontMatter, Manuscript, Remark } from './manuscript.ts';
import { type PouredOnto, type PouredSection, pourSections } from './pour.ts';
import { promoteHeadings } from './promote-headings.ts';
import { type SplitManuscript, splitSections } from './split-sections.ts';
import { tidyTree } from './tidy-tree.ts';
import { type LostWords, lostWords, wordsOf, writtenWords } from './words.ts';
import { phraseOf } from './yaml-text.ts';

/** A manuscript as files of an edition, none of them written yet. */
export interface ImportedManuscript {
  readonly sections: readonly PouredSection[];
  /** Titles of sections whose text the manuscript does not have. */
  readonly gone: readonly string[];
  readonly meta: FrontMatter;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Tables of numbers, which are data now. */
  readonly tables: readonly TableFiles[];
  readonly notices: readonly string[];
  readonly remarks: readonly Remark[];
  /** Words that are not in the edition where the manuscript has them: a fault of the importer, which the report must say. */
  readonly lost: readonly LostWords[];
  readonly words: number;
}

/** What a manuscript is made into an edition with. */
export interface ManuscriptUse {
  readonly onto: PouredOnto;
  /** Titles of sections that the edition or its series has. */
  readonly titles: readonly string[];
  /** A title for a manuscript that has none. */
  readonly otherwise: string;
  /** How its tables of numbers are called. */
  readonly naming: Omit<TableNaming, 'title'>;
}

/** Makes the files of an edition from a manuscript. */
export function importManuscript(
  manuscript: Manuscript,
  { onto, titles, otherwise, naming }: ManuscriptUse,
): ImportedManuscript {
  const { tree: tidy, notices } = tidyTree(manuscript.tree);
  const tree = promoteHeadings(tidy, titles);
  const notes = new Map(
    tree.children.flatMap((node): [string, FootnoteDefinition][] =>
      node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [],
    ),
  );
  const split = splitSections(tree, manuscript.title, titles, otherwise);
  const title = phraseOf(textOf({ type: 'paragraph', children: [...split.title] }));
  const tables = takeTables(split.sections, { ...naming, title: title || otherwise });
  const poured = pourSections(tables.sections, notes, onto);
  const opening = split.opened === 'by a section' ? [] : (split.sections[0]?.body ?? []);
  const words = wordsOf(manuscript.tree);
  const written = writtenWords(textsOf(poured.sections), tables.blocks);
  const made =
    split.opened === 'by a made heading'
      ? [`the text before the first heading stands under “${otherwise}”: give it the heading that it should have`]
      : [];
  return {
    sections: poured.sections,
    gone: poured.gone,
    meta: {
      title,
      date: findDate(opening),
      contributors: findContributors(opening, tree),
      partners: [],
      summary: phraseOf(firstSentences(split.sections)),
    },
    pictures: manuscript.pictures,
    tables: tables.files,
    notices: [...manuscript.notices, ...notices, ...made],
    remarks: manuscript.remarks,
    lost: lostIn(words, split, written, manuscript.title === undefined),
    words: words.length,
  };
}

/** The title is in edition.yaml, and heads the first section only where text stands before the next. */
function lostIn(
  words: readonly string[],
  split: SplitManuscript,
  written: readonly string[],
  titleInText: boolean,
): readonly LostWords[] {
  const title = wordsOf({ type: 'root', children: [{ type: 'paragraph', children: [...split.title] }] });
  const first = split.sections[0];
  const heading = first ? wordsOf({ type: 'root', children: [first.heading] }) : [];
  return lostWords(
    titleInText ? words.slice(title.length) : words,
    split.opened === 'by a section' ? written : written.slice(heading.length),
  );
}

/** The sections that have a text; one that only holds figures is not the manuscript's. */
function textsOf(sections: readonly PouredSection[]): readonly string[] {
  return sections.filter(({ from }) => from !== 'figures').map(({ markdown }) => markdown);
}
