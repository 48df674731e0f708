import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SectionFile } from '../read/edition.ts';
import type { PlaceOf } from './context.ts';
import { beginsDirective } from './directive-syntax.ts';
import { deepest } from './markdown.ts';

/** Checks what does not depend on the rest of the edition: headings, unclosed directives, HTML. */
export function checkStructure(section: SectionFile, tree: Root, placeOf: PlaceOf, report: Report): void {
  checkHeadings(tree, section.markdown, placeOf, report);
  visit(tree, (node) => {
    if (node.type === 'html') {
      const comment = node.value.startsWith('<!--');
      report({
        rule: 'html-in-text',
        place: placeOf(node),
        message: `${comment ? 'an HTML comment' : `the HTML ${node.value.split('\n')[0]}`} cannot stand in a section`,
        cure: comment ? 'take it out' : 'use markdown, or write \\< to print the sign itself',
      });
    }
    if (node.type === 'containerDirective') {
      const source = section.markdown.slice(node.position?.start.offset, node.position?.end.offset);
      if (!/\n\s*:{3,}\s*$/.test(source)) {
        report({
          rule: 'directive-unclosed',
          place: placeOf(node),
          message: `":::${node.name}" is opened here and not closed`,
          cure: 'add a line with ::: after its last line',
        });
      }
    }
    if (node.type === 'paragraph' && node.data?.isFlattened) {
      report({
        rule: 'markdown-typed',
        place: placeOf(node),
        message: `quotations or lists stand more than ${deepest} deep within each other here, and print as one paragraph`,
        cure: 'take out the signs > or the blanks before the lines that are not meant',
      });
    } else if (node.type === 'paragraph') {
      const first = node.children[0];
      // As it is written: an author who escapes a colon means the colon.
      const source = section.markdown.slice(first?.position?.start.offset, first?.position?.end.offset);
      const opening = first?.type === 'text' ? unfinishedDirective(source) : undefined;
      if (opening !== undefined) {
        report({
          rule: 'directive-unclosed',
          place: placeOf(node),
          message: `"${opening}" begins like a directive but is not one`,
          cure: 'write it on a line of its own with both brackets, like ::chart[name], or ::: alone to close one',
        });
      }
    }
  });
}

/** The first line of a text that begins like a directive; a line such as “::ffff:1.2.3.4” only has colons before it. */
function unfinishedDirective(source: string): string | undefined {
  const [line, colons = '', name = '', next = ''] = /^(:{2,})[^\S\n]*([\p{L}\p{N}_-]*)(.?).*/u.exec(source) ?? [];
  const isOne = colons.length > 2 || beginsDirective({ colons: colons.length, name, next });
  return isOne ? line : undefined;
}

function checkHeadings(tree: Root, markdown: string, placeOf: PlaceOf, report: Report): void {
  const first = tree.children[0];
  const [, unparted] = /^#([^#\s].*)/.exec(markdown.slice(first?.position?.start.offset)) ?? [];
  if (first?.type !== 'heading' || first.depth !== 1) {
    report({
      rule: 'section-head',
      place: first ? placeOf(first) : placeOf({ position: undefined }),
      message: 'this section does not begin with its heading',
      cure:
        unparted === undefined
          ? 'make its first line the heading, like "# Summary"'
          : `write a blank behind the #: "# ${unparted}"`,
    });
  }
  let before: Heading | undefined;
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    if (node.depth === 1 && node !== first) {
      report({
        rule: 'section-head',
        place: placeOf(node),
        message: 'a second heading with one # stands in this section',
        cure: 'write ## for a heading within a section, or put what follows into a file of its own',
      });
    } else if (before && node.depth > before.depth + 1) {
      report({
        rule: 'heading-skip',
        place: placeOf(node),
        message: `this heading has ${'#'.repeat(node.depth)} after one with ${'#'.repeat(before.depth)}`,
        cure: `write it with ${'#'.repeat(before.depth + 1)}`,
      });
    }
    before = node;
  }
}
