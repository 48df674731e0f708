import type { FootnoteDefinition, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { SectionFile } from '../press/read/edition.ts';
import { checkWords } from './check-words.ts';
import { type FrontMatter, frontMatter } from './front-matter.ts';
import type { Manuscript, Remark } from './manuscript.ts';
import { phraseOf } from './phrase-of.ts';
import { type PouredSection, pourSections } from './pour-sections.ts';
import { type KnownEdition, type ManuscriptParts, partManuscript } from './structure.ts';
import type { TableFiles } from './table-files.ts';
import { type TableNaming, takeTables } from './take-tables.ts';
import { tidyTree } from './tidy.ts';
import { wordsOf } from './words-of.ts';
import { writtenWords } from './written-words.ts';

/** A manuscript as files of an edition, none of them written yet. */
export interface ImportedManuscript {
  readonly sections: readonly PouredSection[];
  /** Titles of sections that are gone. */
  readonly gone: readonly string[];
  /** Its title, empty where it has none, and what else it says of itself. */
  readonly meta: FrontMatter & { readonly title: string };
  /** Lines before its first section that the cover prints in its own form. */
  readonly cover: readonly string[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Tables of numbers, which are data now. */
  readonly tables: readonly TableFiles[];
  readonly notices: readonly string[];
  /** What the edition does not print, or prints in another form. */
  readonly remarks: readonly Remark[];
  readonly words: number;
}

/** What a manuscript is poured into. */
export interface Vessel extends KnownEdition {
  /** The sections of the edition; none of a new one. */
  readonly sections: readonly SectionFile[];
  /** How its tables of numbers are called. */
  readonly naming: TableNaming;
}

/**
 * Makes the files of an edition from a manuscript.
 *
 * @throws Error when a word of the manuscript would be lost, doubled or moved: see {@link checkWords}
 */
export function importManuscript(manuscript: Manuscript, { sections, naming, ...known }: Vessel): ImportedManuscript {
  const tidied = tidyTree(manuscript.tree);
  const parts = partManuscript(tidied.tree, manuscript.title, known);
  const notes = new Map(
    parts.tree.children.flatMap((node): [string, FootnoteDefinition][] =>
      node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [],
    ),
  );
  const tables = takeTables(parts.sections, naming);
  const poured = pourSections(tables.sections, notes, sections);
  const words = wordsOf({
    type: 'root',
    children: [...(manuscript.title ? [manuscript.title] : []), ...manuscript.tree.children],
  });
  holdWords(words, parts, writtenWords(fromText(poured.sections), tables.blocks));
  const front = frontMatter(parts.cover, parts.tree, parts.sections);
  return {
    sections: poured.sections,
    gone: poured.gone,
    meta: {
      ...front,
      title: phraseOf(textOf({ type: 'paragraph', children: [...parts.title] })),
      summary: phraseOf(front.summary),
    },
    cover: parts.cover.map(({ line }) => textOf(line)),
    pictures: manuscript.pictures,
    tables: tables.files,
    notices: [...manuscript.notices, ...tidied.notices, ...parts.notices],
    remarks: [...manuscript.remarks, ...tidied.remarks, ...parts.remarks],
    words: wordsOf(manuscript.tree).length,
  };
}

/** The title is in edition.yaml, and heads the first section only where text stands before the next; lines of the cover are there. */
function holdWords(words: readonly string[], parts: ManuscriptParts, written: readonly string[]): void {
  const wordsIn = (children: Root['children']) => wordsOf({ type: 'root', children });
  const title: readonly string[] = wordsIn([{ type: 'paragraph', children: [...parts.title] }]);
  const first = parts.sections[0];
  const made = parts.opened === 'by a made heading' && first ? wordsIn([first.heading]) : [];
  const cover = parts.cover.map(({ line }) => wordsIn([line]));
  const text = parts.opened === 'by its title' ? words : words.slice(title.length);
  checkWords(withoutLines(text, cover), written.slice(made.length));
}

/** Words without those of some lines that stand among them in this order. */
function withoutLines(words: readonly string[], [line, ...more]: readonly (readonly string[])[]): readonly string[] {
  if (line === undefined) return words;
  const at = words.findIndex((_, index) => line.every((word, nth) => words[index + nth] === word));
  if (at < 0) return words;
  return [...words.slice(0, at), ...withoutLines(words.slice(at + line.length), more)];
}

/** The sections that have a text; one that is only kept for what it places is not the manuscript's. */
function fromText(sections: readonly PouredSection[]): readonly string[] {
  return sections.filter(({ from }) => from !== 'kept').map(({ markdown }) => markdown);
}
