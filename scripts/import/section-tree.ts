import type { FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ManuscriptSection } from './manuscript.ts';

/**
 * A section as a text of its own, with the notes that it calls at its end. A note that several sections call is in each.
 *
 * @param notes all notes of the manuscript
 */
export function sectionTree(
  { heading, body }: ManuscriptSection,
  notes: ReadonlyMap<string, FootnoteDefinition>,
): Root {
  const children = [heading, ...body];
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
