import { slug } from 'github-slugger';
import type { FootnoteDefinition, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../press/prose/markdown.ts';
import type { SectionFile } from '../../press/read/edition.ts';
import type { ManuscriptSection } from '../manuscript.ts';
import { freeName, nameFrom } from '../names.ts';
import { closeLevels, matchSection } from '../structure/headings.ts';
import { type Adoption, type KeptFigures, keptFigures, placeFigures } from './kept-figures.ts';
import { writeMarkdown } from './write-markdown.ts';

/** A section as it is to be written, and where it comes from. */
export interface PouredSection {
  readonly name: string;
  readonly title: string;
  readonly markdown: string;
  /** `given way`: the manuscript's text in place of another · `new`: in the manuscript alone · `figures`: no text, only figures */
  readonly from: 'given way' | 'new' | 'figures';
  /** The figures that stayed: "chart aid-2020". */
  readonly figures: readonly string[];
}

export interface Poured {
  readonly sections: readonly PouredSection[];
  /** Titles of sections whose text the manuscript does not have. */
  readonly gone: readonly string[];
}

/** What a manuscript is poured into. */
export interface PouredOnto {
  /** The sections that there are; none of a new edition. */
  readonly sections: readonly SectionFile[];
  readonly adoption: Adoption;
  /** The heading of the part at the end that holds figures of sections which the manuscript does not have. */
  readonly figuresTitle: string;
}

/** Places of the layout that no section can be called by. */
const taken: ReadonlySet<string> = new Set(['cover', 'contents', 'notes', 'datasets', 'colophon', 'appendix']);

interface Existing extends KeptFigures {
  readonly name: string;
}

/**
 * Pours a manuscript into the sections of an edition. Each part takes the place of the section that its heading means, and
 * that section's figures stand beside its text. The figures of all other sections stand together in one part at the end: a
 * heading of the edition's own over them would be a section that the manuscript's authors did not write.
 *
 * @param notes the notes of the manuscript by name
 */
export function pourSections(
  manuscript: readonly ManuscriptSection[],
  notes: ReadonlyMap<string, FootnoteDefinition>,
  { sections, adoption, figuresTitle }: PouredOnto,
): Poured {
  const existing = sections.map(({ name, markdown }): Existing => ({ name, ...keptFigures(markdown, adoption) }));
  const free = new Set(existing);
  // A name of its own even beside the headings within sections, which links could not tell apart.
  const inner = manuscript.flatMap(({ body }) =>
    body.filter((node) => node.type === 'heading').map((node) => slug(textOf(node))),
  );
  const names = new Set([...taken, ...inner, ...existing.map(({ name }) => name)]);
  const named = (heading: string): string => {
    const name = freeName(nameFrom(heading), names);
    names.add(name);
    return name;
  };
  const poured = manuscript.map((section) => {
    const heading = textOf(section.heading);
    const match = matchSection(heading, [...free]);
    if (match) free.delete(match);
    return writeSection(section, notes, match?.name ?? named(heading), match);
  });
  const left = existing.filter((section) => free.has(section));
  const kept = left.filter(({ figures }) => figures.length > 0);
  return {
    sections: kept.length === 0 ? poured : [...poured, figuresPart(kept, figuresTitle, named(figuresTitle))],
    gone: left.map(({ title }) => textOf(parseMarkdown(title) as Root)),
  };
}

function writeSection(
  section: ManuscriptSection,
  notes: ReadonlyMap<string, FootnoteDefinition>,
  name: string,
  match: Existing | undefined,
): PouredSection {
  const { heading, body } = closeLevels(section);
  const figures = match?.figures ?? [];
  const tree = withNotes([heading, ...placeFigures(body, figures)], notes);
  const markdown = [writeMarkdown(tree).trimEnd(), ...(match?.notes ?? [])].join('\n\n');
  const from = match ? 'given way' : 'new';
  return { name, title: textOf(heading), markdown: `${markdown}\n`, from, figures: figures.map((one) => one.name) };
}

/** A section's blocks with the notes that they call after them. A note that several sections call is in each. */
function withNotes(children: Root['children'], notes: ReadonlyMap<string, FootnoteDefinition>): Root {
  const called = new Set<string>();
  const collect = (tree: Root | FootnoteDefinition): void => {
    visit(tree, 'footnoteReference', ({ identifier }) => {
      if (called.has(identifier)) return;
      called.add(identifier);
      const note = notes.get(identifier);
      if (note) collect(note);
    });
  };
  collect({ type: 'root', children });
  return { type: 'root', children: [...children, ...[...called].flatMap((name) => notes.get(name) ?? [])] };
}

function figuresPart(kept: readonly Existing[], title: string, name: string): PouredSection {
  const figures = kept.flatMap((section) => section.figures);
  // Notes of several sections may have one name.
  const renamed = kept.map((section) => ({
    figures: section.figures.map(({ markdown }) => markdown.replaceAll('[^', `[^${section.name}-`)),
    notes: section.notes.map((note) => note.replaceAll('[^', `[^${section.name}-`)),
  }));
  const parts = [`# ${title}`, ...renamed.flatMap((one) => one.figures), ...renamed.flatMap(({ notes }) => notes)];
  const markdown = `${parts.join('\n\n')}\n`;
  return { name, title, markdown, from: 'figures', figures: figures.map((one) => one.name) };
}
