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
import { type SplitManuscript, splitSections } from './split-sections.ts';
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
}

/**
 * Makes the files of an edition from a manuscript.
 *
 * @throws Error when a word of the manuscript would be lost, doubled or moved: see {@link checkWords}
 */
export function importManuscript(manuscript: Manuscript, { sections, titles, otherwise }: Vessel): ImportedManuscript {
  const { tree, notices } = tidyTree(manuscript.tree);
  const notes = new Map(
    tree.children.flatMap((node): [string, FootnoteDefinition][] =>
      node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [],
    ),
  );
  const split = splitSections(tree, manuscript.title, titles, otherwise);
  const poured = pourSections(split.sections, notes, sections);
  const words = wordsOf(manuscript.tree);
  holdWords(words, split, poured.sections, manuscript.title === undefined);
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
      contributors: findContributors(tree),
      summary: phraseOf(firstSentences(split.sections)),
    },
    pictures: manuscript.pictures,
    notices: [...manuscript.notices, ...notices, ...made],
    words: words.length,
  };
}

/** The title is in edition.yaml, and heads the first section only where text stands before the next. */
function holdWords(
  words: readonly string[],
  split: SplitManuscript,
  sections: readonly PouredSection[],
  titleInText: boolean,
): void {
  const title = wordsOf({ type: 'root', children: [{ type: 'paragraph', children: [...split.title] }] });
  const fromText = sections.filter(({ from }) => from !== 'kept').map(({ markdown }) => markdown);
  const written = writtenWords(fromText);
  const first = split.sections[0];
  const heading = first ? wordsOf({ type: 'root', children: [first.heading] }) : [];
  checkWords(
    titleInText ? words.slice(title.length) : words,
    split.opened === 'by a section' ? written : written.slice(heading.length),
  );
}
