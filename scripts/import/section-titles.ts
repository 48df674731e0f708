import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '../press/prose/markdown.ts';
import { readSections, type SectionFile } from '../press/read/edition.ts';
import type { Files } from '../press/read/files.ts';

/** A section that is there, with the words of its heading. */
export interface TitledSection {
  readonly section: SectionFile;
  readonly title: string;
}

/** The sections of an edition in one language; none where there are none. Files that are no sections are passed over. */
export function existingSections(files: Files, edition: string, language: string): readonly TitledSection[] {
  return readSections(files, `content/${edition}/${language}`, () => {}).map((section) => {
    const [first] = parseMarkdown(section.markdown).children;
    return { section, title: first?.type === 'heading' ? textOf(first) : section.name };
  });
}

/** The titles of the sections of all editions, each once. */
export function seriesTitles(files: Files, editions: readonly string[], language: string): readonly string[] {
  return [
    ...new Set(editions.flatMap((edition) => existingSections(files, edition, language).map(({ title }) => title))),
  ];
}
