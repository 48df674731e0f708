import { expect, test } from 'vitest';
import type { ContentNode } from '../../../scripts/press/finish/content/content.ts';
import { parseContent } from '../../../scripts/press/finish/content/content-parser.ts';

/** What a stream paints, a line a unit, indented by its groups: the mark, how it paints, and its operators. */
function painted(content: string): readonly string[] {
  const lines: string[] = [];
  const list = (nodes: readonly ContentNode[], indent: string): void => {
    for (const node of nodes) {
      if (node.kind === 'group') list(node.nodes, `${indent}  `);
      else lines.push(`${indent}${node.mark ?? '-'} ${node.paint}: ${content.slice(node.start, node.end)}`);
    }
  };
  list(parseContent(Buffer.from(content, 'latin1')).nodes, '');
  return lines;
}

test.each([
  ['a path from its first point to its paint', '1 0 0 rg 0 0 m 1 1 l h f 2 w', ['- path: 0 0 m 1 1 l h f']],
  ['paths one after the other', '0 0 1 1 re f 2 2 1 1 re S', ['- path: 0 0 1 1 re f', '- path: 2 2 1 1 re S']],
  ['no path that only clips', 'q 0 0 9 9 re W* n 1 1 2 2 re f Q', ['  - path: 1 1 2 2 re f']],
  ['a text object whole', 'BT /F1 9 Tf <00> Tj (ET) Tj ET', ['- text: BT /F1 9 Tf <00> Tj (ET) Tj ET']],
  ['no text object that shows nothing', 'BT /F1 9 Tf ET', []],
  ['objects and shadings', '/X1 Do /S2 sh', ['- object: /X1 Do', '- shading: /S2 sh']],
  [
    'the mark that each stands in',
    '/P <</MCID 3>> BDC BT () Tj ET EMC BT () Tj ET',
    ['3 text: BT () Tj ET', '- text: BT () Tj ET'],
  ],
  [
    'the innermost mark',
    '/P <</MCID 3>>BDC /Link <</MCID 4>>BDC BT () Tj ET EMC BT () Tj ET EMC',
    ['4 text: BT () Tj ET', '3 text: BT () Tj ET'],
  ],
  [
    'marks over the ends of groups',
    'q /P <</MCID 1>>BDC BT () Tj ET Q 0 0 1 1 re f EMC',
    ['  1 text: BT () Tj ET', '1 path: 0 0 1 1 re f'],
  ],
  ['artifacts as unmarked', '/Artifact BMC BT () Tj ET EMC', ['- text: BT () Tj ET']],
  [
    'what glyphs mean as part of their text',
    'BT /Span <</ActualText (x)>> BDC <00> Tj EMC ET',
    ['- text: BT /Span <</ActualText (x)>> BDC <00> Tj EMC ET'],
  ],
])('a stream is taken apart into %s', (_, content, expected) => {
  expect(painted(content)).toEqual(expected);
});

test.each([
  ['q BT () Tj ET', 'the "q" at byte 0 is not closed'],
  ['BT () Tj ET Q', 'the "Q" at byte 12 closes nothing'],
  ['EMC', 'the "EMC" at byte 0 closes nothing'],
  ['/P <</MCID 1>>BDC BT () Tj ET', 'marked content is not closed'],
  ['BT (x) Tj', 'a text object does not end'],
  ['BT /P <</MCID 1>>BDC EMC ET', 'a text object is tagged in parts'],
  ['/Cover BMC BT () Tj ET EMC', 'there is marked content "Cover" at byte 0'],
  ['BI /W 1 ID x EI', 'there is an image within the content at byte 0'],
  ['0 0 1 1 re f foo 1 2 bar', 'unknown operator "foo" at byte 13'],
  ['0 0 1 1 re f bars', 'unknown operator "bars" at byte 13'],
  ['BT () Tj q ET', 'unknown operator "q" at byte 9'],
  ['/Foo MP', 'unknown operator "MP" at byte 5'],
  ['0 0 0 1 k', 'there is a colour in CMYK, and nothing says how it looks at byte 8'],
  ['/Cs1 cs', 'there is a colour space "Cs1" at byte 0'],
  ['] 0 0 1 1 re f', 'the "]" at byte 0 closes nothing'],
  ['0 0 1 1 re f 4', 'there is no operator after byte 13'],
  ['1 0 0 1 cm', 'there is no matrix at byte 0'],
  ['Do', 'there is no name before byte'],
  ['BT /Span <</ActualText (x)>> BDC () Tj ET', 'marked content is not closed before the "ET" at byte 39'],
  ['BT () Tj EMC ET', 'the "EMC" at byte 9 closes nothing'],
  ['BT /P /MC0 BDC () Tj EMC ET', 'marked content within a text object does not say what it is at byte 11'],
  ['BT /Span <</Alt (x)>> BDC () Tj EMC ET', 'marked content has "Alt" at byte 22'],
  ['BT /Cover BMC () Tj EMC ET', 'there is marked content "/Cover" within a text object at byte 3'],
  ['BT () Tj /ReversedChars BMC () Tj EMC ET', 'only a part of the text object at byte 0 is read backwards'],
  ['BT /ReversedChars BMC () Tj EMC () Tj ET', 'only a part of the text object at byte 0 is read backwards'],
  [`BT (${'x'.repeat(32_768)}) Tj ET`, 'the string at byte 3 has more than 32767 bytes'],
  [`BT <${'00'.repeat(32_768)}> Tj ET`, 'the string at byte 3 has more than 32767 bytes'],
  [`BT /Span<</ActualText (${'x'.repeat(32_768)})>>BDC () Tj EMC ET`, 'has more than 32767 bytes'],
  [`${'q '.repeat(29)}${'Q '.repeat(29)}`, 'the "q" at byte 56 is within more than 27 others'],
])('%j is refused: %s', (content, message) => {
  expect(() => painted(content)).toThrow(message);
});

test.each([
  [
    'all that sets a state',
    '/G3 gs 1 w 0 J 0 j 4 M [3 1] 0 d 1 g 0 G .1 .2 .3 rg 1 0 0 RG /Pattern cs /P1 scn 0 0 1 1 re f',
  ],
  [
    'all that sets, moves and shows text',
    'BT 1 Tc 1 Tw 9 Tz 9 TL /F1 9 Tf 0 Tr 1 Ts 1 0 TD T* (a) \' 1 1 (b) " [(c)] TJ ET',
  ],
  ['28 groups within each other', `${'q '.repeat(28)}0 0 1 1 re f ${'Q '.repeat(28)}`],
  ['text that is all read backwards', 'BT /ReversedChars BMC /Span<</ActualText (x)>>BDC () Tj EMC () Tj EMC ET'],
  ['text with strings as long as may be', `BT (${'x'.repeat(32_767)}) Tj <${'00'.repeat(32_767)}> Tj ET`],
])('%s can stand in a stream', (_, content) => {
  expect(painted(content)).toHaveLength(1);
});

test('a unit knows where its coordinates lie and what can be seen of it', () => {
  const content = Buffer.from('.5 0 0 -.5 0 100 cm q 10 10 20 20 re W n 2 0 0 2 1 1 cm 0 0 50 50 re f Q 0 0 9 9 re f');
  const [group, after] = parseContent(content).nodes;
  const [within] = group?.kind === 'group' ? group.nodes : [];
  expect(within).toMatchObject({ matrix: [1, 0, 0, -1, 0.5, 99.5], clip: { left: 5, bottom: 85, right: 15, top: 95 } });
  expect(after).toMatchObject({ matrix: [0.5, 0, 0, -0.5, 0, 100], clip: undefined });
});
