import { slug } from 'github-slugger';
import type { FootnoteDefinition, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '../press/prose/markdown.ts';
import type { SectionFile } from '../press/read/edition.ts';
import { type KeptBlocks, keptBlocks } from './kept-blocks.ts';
import type { ManuscriptSection } from './manuscript.ts';
import { matchSection } from './match-section.ts';
import { nameFrom } from './name-from.ts';
import { placeBlocks } from './place-blocks.ts';
import { sectionTree } from './section-tree.ts';
import { closeLevels } from './structure.ts';
import { writeMarkdown } from './write-markdown.ts';

/** A section as it is to be written, and where it comes from. */
export interface PouredSection {
  readonly name: string;
  readonly title: string;
  readonly markdown: string;
  /** `given way`: its text is the manuscript's now · `new`: in the manuscript alone · `kept`: only what it placed is left */
  readonly from: 'given way' | 'new' | 'kept';
  /** Charts and the like that stayed. */
  readonly blocks: number;
}

export interface Poured {
  readonly sections: readonly PouredSection[];
  /** Sections that the manuscript does not have and that placed nothing: they are gone. */
  readonly gone: readonly string[];
}

/** Places of the layout that no section can be called by. */
const taken: ReadonlySet<string> = new Set(['cover', 'contents', 'notes', 'datasets', 'colophon', 'appendix']);

interface Existing extends KeptBlocks {
  readonly name: string;
}

/**
 * Pours a manuscript into the sections of an edition. Each part takes the place of the section that its heading means; what
 * that section placed stays. The order is the manuscript's.
 *
 * @param notes the notes of the manuscript by name
 * @param edition the sections that there are; none for a new edition
 */
export function pourSections(
  manuscript: readonly ManuscriptSection[],
  notes: ReadonlyMap<string, FootnoteDefinition>,
  edition: readonly SectionFile[],
): Poured {
  const existing = edition.map(({ name, markdown }): Existing => ({ name, ...keptBlocks(markdown) }));
  const free = new Set(existing);
  // A name of its own even beside the headings within sections, which links could not tell apart.
  const inner = manuscript.flatMap(({ body }) =>
    body.filter((node) => node.type === 'heading').map((node) => slug(textOf(node))),
  );
  const names = new Set([...taken, ...inner, ...existing.map(({ name }) => name)]);
  const poured = manuscript.map((section) => {
    const heading = textOf(section.heading);
    const match = matchSection(heading, [...free]);
    if (match) free.delete(match);
    const name = match?.name ?? freeName(nameFrom(heading), names);
    names.add(name);
    return { match, section: writeSection(section, notes, name, match) };
  });
  const left = existing.filter((section) => free.has(section));
  const kept = left.filter(({ blocks }) => blocks.length > 0);
  return {
    sections: inOrder(poured, kept, existing),
    gone: left.filter((one) => !kept.includes(one)).map(({ title }) => plain(title)),
  };
}

function writeSection(
  section: ManuscriptSection,
  notes: ReadonlyMap<string, FootnoteDefinition>,
  name: string,
  match: Existing | undefined,
): PouredSection {
  const { heading, body } = closeLevels(section);
  const blocks = match?.blocks ?? [];
  const tree = sectionTree({ heading, body: placeBlocks(body, blocks) }, notes);
  const markdown = [writeMarkdown(tree).trimEnd(), ...(match?.notes ?? [])].join('\n\n');
  const from = match ? 'given way' : 'new';
  return { name, title: textOf(heading), markdown: `${markdown}\n`, from, blocks: blocks.length };
}

/** Sections that only place something follow the one that they followed before. */
function inOrder(
  poured: readonly { readonly match: Existing | undefined; readonly section: PouredSection }[],
  kept: readonly Existing[],
  existing: readonly Existing[],
): readonly PouredSection[] {
  const sections = poured.map(({ section }) => section);
  for (const one of kept) {
    const before = existing.slice(0, existing.indexOf(one)).reverse();
    const after = before
      .map(({ name }) => sections.findIndex((section) => section.name === name))
      .find((at) => at >= 0);
    const parts = [`# ${one.title}`, ...one.blocks.map(({ markdown }) => markdown), ...one.notes];
    const { name, blocks } = one;
    const section: PouredSection = {
      name,
      title: plain(one.title),
      markdown: `${parts.join('\n\n')}\n`,
      from: 'kept',
      blocks: blocks.length,
    };
    sections.splice(after === undefined ? 0 : after + 1, 0, section);
  }
  return sections;
}

function plain(title: string): string {
  return textOf(parseMarkdown(title) as Root);
}

function freeName(name: string, names: ReadonlySet<string>): string {
  for (let nth = 1; ; nth += 1) {
    const tried = nth === 1 ? name : `${name}-${nth}`;
    if (!names.has(tried)) return tried;
  }
}
