import type { Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

/**
 * Writes a text as markdown that the press reads as the same text: what would be a directive, a fact, a citation, HTML or
 * the call of a note is escaped.
 */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: true,
    unsafe: [
      { atBreak: true, character: ':', after: ':' },
      // mdast-util-directive 3.2 lets this pass behind another sign that is escaped.
      { character: ':', after: '[A-Za-z]', inConstruct: 'phrasing' },
      // “[^note]:” at the beginning of a line would be the note itself.
      { before: '\\]', character: ':', inConstruct: 'phrasing' },
      // A line between upright lines would be told as a table that is none.
      { atBreak: true, character: '|' },
      // “@name” may be the name of a source, and would be told as a citation that is none.
      { character: '@', after: '[a-z0-9]', inConstruct: 'phrasing' },
    ],
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), directiveToMarkdown()],
  });
}
