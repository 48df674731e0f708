import { expect, test } from 'vitest';
import { pagesOfSpans, readSpans, type TextSpan } from '../../scripts/press/audit/text-spans.ts';

/** "origin: text", a span a line. */
function describeSpan({ origin, text }: TextSpan): string {
  const named = Object.values(origin).join(' ');
  return `${named}: ${text.trim()}`;
}

test.each([
  [
    'a paragraph with a fact and a note',
    '<p>In 2020 <span class="fact" data-fact="aid">$5 <b>million</b></span> went.<sup class="note-call"><a>7</a></sup></p>',
    ['typed: In 2020', 'fact aid: $5 million', 'typed: went.', 'counted: 7'],
  ],
  ['a claim', '<p><span class="claim" data-fact="aid">5</span></p>', ['claim aid: 5']],
  [
    'a cell of a table',
    '<td><span data-cell="table harm 2 killed">1,277</span></td>',
    ['cell table harm 2 killed: 1,277'],
  ],
  ['a table of the appendix', '<table id="data-chart-x-y"><td>5</td></table>', ['appendix chart x-y: 5']],
  [
    'a reference',
    '<p>as <a href="#chart-x">Figure 3</a> shows</p>',
    ['typed: as', 'counted: Figure 3', 'typed: shows'],
  ],
  ['a record', '<p><span data-cites="apa">“1,277 killed”</span>.</p>', ['citation apa: “1,277 killed”', 'typed: .']],
  [
    'a drawing: what is said in its place, and each label with its part',
    '<svg data-drawing="chart-x" aria-label="Two bars"><g data-part="axis-label"><text>0</text><text>5</text></g></svg>',
    ['drawn chart x alternative: Two bars', 'drawn chart x axis-label: 0', 'drawn chart x axis-label: 5'],
  ],
  ['an image', '<p><img alt="5 boats"></p>', ['typed: 5 boats']],
  ['what is not shown', '<head><title>5</title></head><body hidden>5</body>', []],
])('%s is told by what it comes from', (_, html, spans) => {
  expect(readSpans(html).map(describeSpan)).toEqual(spans);
});

test('a span has the place of the nearest thing around it that has one', () => {
  const html = '<p data-source="a.md:3:1">x <span data-source="b.yaml:1:8">y</span></p><p>z</p>';
  expect(readSpans(html).map(({ place }) => place)).toEqual([
    { file: 'a.md', line: 3, column: 1 },
    { file: 'b.yaml', line: 1, column: 8 },
    undefined,
  ]);
});

test('spans of one block are read on, those of two are not', () => {
  const blocks = readSpans('<p>a <em>b</em></p><ul><li>c</li><li>d</li></ul>').map(({ block }) => block);
  expect(new Set(blocks).size).toBe(3);
});

/** The page of each span, by its text. */
function pagesOf(html: string, laid: readonly (readonly [number, string])[]) {
  const spans = readSpans(html);
  const pageOf = pagesOfSpans(
    spans,
    laid.map(([page, text]) => ({ page, text })),
  );
  return Object.fromEntries(spans.map((span) => [span.text, pageOf(span, 0)]));
}

const drawing = '<svg data-drawing="chart-x" aria-label="Bars"><text>5</text><text>3</text></svg>';

test('the same number on two pages is told apart by its order', () => {
  const html = '<p>one</p><td>7</td><p>two</p><td>7 </td>';
  expect(
    pagesOf(html, [
      [1, 'one7'],
      [2, 'two7'],
    ]),
  ).toEqual({ one: 1, '7': 1, two: 2, '7 ': 2 });
});

test('a label is on the page of its drawing, in whatever order labels are tagged', () => {
  const laid = [
    [1, 'five 5'],
    [2, 'title'],
    [2, '3 5'],
    [3, 'after 3'],
  ] as const;
  const html = `<p>five 5</p><p>title</p>${drawing}<p>after 3</p>`;
  expect(pagesOf(html, laid)).toMatchObject({ Bars: 2, '5': 2, '3': 2 });
});

test('a number in a paragraph that goes on over the page has the page that it stands on', () => {
  const spans = readSpans('<p>From 1990 on, and to 2018.</p>');
  const pageOf = pagesOfSpans(spans, [
    { page: 4, text: 'From 1990 on,' },
    { page: 5, text: 'and to 2018.' },
  ]);
  const [span] = spans;
  expect(span && [5, 21].map((offset) => pageOf(span, offset))).toEqual([4, 5]);
});

test('capitals, hyphens and more text in between are no hindrance', () => {
  const html = '<h2>Al-Shabaab</h2><p>9</p>';
  expect(
    pagesOf(html, [
      [1, 'running head'],
      [3, 'ALSHABAAB'],
      [3, '1.'],
      [4, '9'],
    ]),
  ).toEqual({ 'Al-Shabaab': 3, '9': 4 });
});
