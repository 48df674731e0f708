import type { FootnoteDefinition, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type TableFiles, type TableNaming, takeTables } from './data-tables.ts';
import { type FrontMatter, frontMatter } from './front-matter.ts';
import type { Manuscript, Remark } from './manuscript.ts';
import { type PouredOnto, type PouredSection, pourSections } from './pour.ts';
import { type KnownEdition, type ManuscriptParts, partManuscript } from './structure.ts';
import { tidyTree } from './tidy.ts';
import { type LostWords, lostWords, wordsOf, writtenWords } from './words.ts';
import { phraseOf } from './yaml-text.ts';

/** A manuscript as files of an edition, none of them written yet. */
export interface ImportedManuscript {
  readonly sections: readonly PouredSection[];
  /** Titles of sections whose text the manuscript does not have. */
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
  /** Words that are not in the edition where the manuscript has them: a fault of the importer, which the report must say. */
  readonly lost: readonly LostWords[];
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
  const tidied = tidyTree(manuscript.tree);
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
    children: [...(manuscript.title ? [manuscript.title] : []), ...manuscript.tree.children],
  });
  const written = writtenWords(textsOf(poured.sections), tables.blocks);
  const front = frontMatter(parts.cover, parts.tree, parts.sections);
  return {
    sections: poured.sections,
    gone: poured.gone,
    meta: {
      ...front,
      title,
      summary: phraseOf(front.summary),
    },
    cover: parts.cover.map(({ line }) => textOf(line)),
    pictures: manuscript.pictures,
    tables: tables.files,
    notices: [...manuscript.notices, ...tidied.notices, ...parts.notices],
    remarks: [...manuscript.remarks, ...tidied.remarks, ...parts.remarks],
    lost: lostIn(words, parts, written),
    words: wordsOf(manuscript.tree).length,
  };
}

/** The title is in edition.yaml, and heads the first section only where text stands before the next; lines of the cover are there. */
function lostIn(words: readonly string[], parts: ManuscriptParts, written: readonly string[]): readonly LostWords[] {
  const wordsIn = (children: Root['children']) => wordsOf({ type: 'root', children });
  const title: readonly string[] = wordsIn([{ type: 'paragraph', children: [...parts.title] }]);
  const first = parts.sections[0];
  const made = parts.opened === 'by a made heading' && first ? wordsIn([first.heading]) : [];
  const cover = parts.cover.map(({ line }) => wordsIn([line]));
  const text = parts.opened === 'by its title' ? words : words.slice(title.length);
  return lostWords(withoutLines(text, cover), written.slice(made.length));
}

/** Words without those of some lines that stand among them in this order. */
function withoutLines(words: readonly string[], [line, ...more]: readonly (readonly string[])[]): readonly string[] {
  if (line === undefined) return words;
  const at = words.findIndex((_, index) => line.every((word, nth) => words[index + nth] === word));
  if (at < 0) return words;
  return [...words.slice(0, at), ...withoutLines(words.slice(at + line.length), more)];
}

/** The sections that have a text; one that only holds figures is not the manuscript's. */
function textsOf(sections: readonly PouredSection[]): readonly string[] {
  return sections.filter(({ from }) => from !== 'figures').map(({ markdown }) => markdown);
}
