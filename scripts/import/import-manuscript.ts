import type { FootnoteDefinition } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { SectionFile } from '../press/read/edition.ts';
import { checkWords } from './check-words.ts';
import type { ManuscriptMeta } from './edition-meta.ts';
import { findContributors } from './find-contributors.ts';
import { findDate } from './find-date.ts';
import { firstSentences } from './first-sentences.ts';
import type { Manuscript } from './manuscript.ts';
import { phraseOf } from './phrase-of.ts';
import { type PouredSection, pourSections } from './pour-sections.ts';
import { promoteHeadings } from './promote-headings.ts';
import { type SplitManuscript, splitSections } from './split-sections.ts';
import type { TableFiles } from './table-files.ts';
import { type TableNaming, takeTables } from './take-tables.ts';
import { tidyTree } from './tidy-tree.ts';
import { wordsOf } from './words-of.ts';
import { writtenWords } from './written-words.ts';

/** A manuscript as files of an edition, none of them written yet. */
export interface ImportedManuscript {
  readonly sections: readonly PouredSection[];
  /** Titles of sections that are gone. */
  readonly gone: readonly string[];
  readonly meta: ManuscriptMeta;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Tables of numbers, which are data now. */
  readonly tables: readonly TableFiles[];
  readonly notices: readonly string[];
  readonly words: number;
}

/** What a manuscript is poured into. */
export interface Vessel {
  /** The sections of the edition; none of a new one. */
  readonly sections: readonly SectionFile[];
  /** Titles of sections that the edition or its series has. */
  readonly titles: readonly string[];
  /** A title for a manuscript that has none. */
  readonly otherwise: string;
  /** How its tables of numbers are called. */
  readonly naming: TableNaming;
}

/**
 * Makes the files of an edition from a manuscript.
 *
 * @throws Error when a word of the manuscript would be lost, doubled or moved: see {@link checkWords}
 */
export function importManuscript(
  manuscript: Manuscript,
  { sections, titles, otherwise, naming }: Vessel,
): ImportedManuscript {
  const { tree: tidy, notices } = tidyTree(manuscript.tree);
  const tree = promoteHeadings(tidy, titles);
  const notes = new Map(
    tree.children.flatMap((node): [string, FootnoteDefinition][] =>
      node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [],
    ),
  );
  const split = splitSections(tree, manuscript.title, titles, otherwise);
  const tables = takeTables(split.sections, naming);
  const poured = pourSections(tables.sections, notes, sections);
  const words = wordsOf(manuscript.tree);
  holdWords(words, split, writtenWords(fromText(poured.sections), tables.blocks), manuscript.title === undefined);
  const opening = split.opened === 'by a section' ? [] : (split.sections[0]?.body ?? []);
  const title = textOf({ type: 'paragraph', children: [...split.title] });
  const made =
    split.opened === 'by a made heading'
      ? [`the text before the first heading stands under “${otherwise}”: give it the heading that it should have`]
      : [];
  return {
    sections: poured.sections,
    gone: poured.gone,
    meta: {
      title: phraseOf(title),
      date: findDate(opening),
      contributors: findContributors(opening, tree),
      summary: phraseOf(firstSentences(split.sections)),
    },
    pictures: manuscript.pictures,
    tables: tables.files,
    notices: [...manuscript.notices, ...notices, ...made],
    words: words.length,
  };
}

/** The title is in edition.yaml, and heads the first section only where text stands before the next. */
function holdWords(
  words: readonly string[],
  split: SplitManuscript,
  written: readonly string[],
  titleInText: boolean,
): void {
  const title = wordsOf({ type: 'root', children: [{ type: 'paragraph', children: [...split.title] }] });
  const first = split.sections[0];
  const heading = first ? wordsOf({ type: 'root', children: [first.heading] }) : [];
  checkWords(
    titleInText ? words.slice(title.length) : words,
    split.opened === 'by a section' ? written : written.slice(heading.length),
  );
}

/** The sections that have a text; one that is only kept for what it places is not the manuscript's. */
function fromText(sections: readonly PouredSection[]): readonly string[] {
  return sections.filter(({ from }) => from !== 'kept').map(({ markdown }) => markdown);
}
