import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { PlaceOf } from './context.ts';

/** Reports notes that are written and never called: they would not be printed. */
export function checkFootnotes(tree: Root, placeOf: PlaceOf, report: Report): void {
  const called = new Set<string>();
  visit(tree, 'footnoteReference', (node) => {
    called.add(node.identifier);
  });
  visit(tree, 'footnoteDefinition', (node) => {
    if (called.has(node.identifier)) return;
    report({
      rule: 'note-unused',
      place: placeOf(node),
      message: `the note "${node.label ?? node.identifier}" is written but never called, so it is not printed`,
      cure: `call it where it belongs with [^${node.label ?? node.identifier}], or take it out`,
    });
  });
}
