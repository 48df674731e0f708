import type { Definition, FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { PlaceOf } from './context.ts';

/** Reports notes and addresses of links that would not be printed: never called, or written a second time. */
export function checkFootnotes(tree: Root, placeOf: PlaceOf, report: Report): void {
  const called = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'footnoteReference' || node.type === 'linkReference' || node.type === 'imageReference') {
      called.add(keyOf(node));
    }
  });
  const written = new Map<string, Definition | FootnoteDefinition>();
  visit(tree, (node) => {
    if (node.type !== 'footnoteDefinition' && node.type !== 'definition') return;
    const isNote = node.type === 'footnoteDefinition';
    const name = node.label ?? node.identifier;
    const what = isNote ? `the note "${name}"` : `the address "${name}"`;
    const first = written.get(keyOf(node));
    if (first) {
      report({
        rule: 'written-twice',
        place: placeOf(node),
        message: `${what} is written a second time, first on line ${placeOf(first).line}, so this one is not printed`,
        cure: isNote
          ? 'give it another name and call it by that, or take it out'
          : 'give it another name, or take it out',
      });
    } else if (!called.has(keyOf(node))) {
      report({
        rule: 'note-unused',
        place: placeOf(node),
        message: isNote
          ? `${what} is written but never called, so it is not printed`
          : `${what} is written but no link has it, so it is not printed`,
        cure: isNote
          ? `call it where it belongs with [^${name}], or take it out`
          : `write a link with it, [words][${name}], or take it out`,
      });
    }
    written.set(keyOf(node), first ?? node);
  });
}

/** Notes and addresses have names of their own. */
function keyOf({ type, identifier }: { readonly type: string; readonly identifier: string }): string {
  return `${type.startsWith('footnote') ? '^' : ''}${identifier}`;
}
