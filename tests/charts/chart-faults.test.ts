import { expect, test } from 'vitest';
import { draw, tableFrom } from './chart-press.ts';

const main = tableFrom(['year', 'n'], [2020, 1], [2021, 2]);
const more = { events: main };
const x = 'x: { field: n, type: quantitative }';

test.each([
  ['mark: barr\nencoding: {}', 'spec.mark chart-key: "barr" is not known as a value of "mark"; did you mean "bar"?'],
  [
    `mark: bar\nencodin: { ${x} }`,
    'spec.encodin chart-key: "encodin" is not known in a chart; did you mean "encoding"?',
  ],
  [
    `mark: bar\nencoding: { ${x}, colr: { field: n } }`,
    'spec.encoding.colr chart-key: "colr" is not known in "encoding"; did you mean "color"?',
  ],
  [
    'mark: bar\nencoding: { x: { field: n, axix: null } }',
    'spec.encoding.x.axix chart-key: "axix" is not known in "x"; did you mean "axis"?',
  ],
  [
    'layer: [{ mark: { type: line, colour: red } }]',
    'spec.layer.0.mark.colour chart-key: "colour" is not known in "mark"; did you mean "color"?',
  ],
  [
    'mark: bar\nencoding: { x: { field: deaths, type: quantitative } }',
    'spec.encoding.x.field chart-fails: there is no column "deaths" in the data of the chart; the columns are "n", "year"',
  ],
  [
    `mark: bar\ntransform: [{ filter: "datum.yaer > 2020" }]\nencoding: { ${x} }`,
    'spec.transform.0.filter chart-fails: there is no column "yaer" in the data of the chart; did you mean "year"?',
  ],
  [
    `layer: [{ data: { name: evnts }, mark: bar, encoding: { ${x} } }]`,
    'spec.layer.0.data.name chart-fails: the chart has no table "evnts"; did you mean "events"?',
  ],
  [
    `mark: { type: bar, color: "token:acent" }\nencoding: { ${x} }`,
    'spec.mark.color token-unknown: there is no colour "token:acent"; did you mean "accent"?',
  ],
  [
    `width: 100\nmark: bar\nencoding: { ${x} }`,
    'spec.width chart-key: "width" cannot stand in the spec; write "width" beside "spec": text, wide or margin',
  ],
  [
    `data: { url: "https://example.org/a.csv" }\nmark: bar\nencoding: { ${x} }`,
    'spec.data.url chart-key: a chart loads nothing from elsewhere; put the data into data/ and query them',
  ],
  [
    `mark: { type: image, url: "https://example.org/a.png" }\nencoding: { ${x} }`,
    'spec.mark chart-key: a chart cannot hold images; take another mark: bar, line, point, text, rule',
  ],
  [
    `mark: bar\nencoding: { ${x}, href: { field: n } }`,
    'spec.encoding.href chart-key: a mark cannot be a link; link to it from the text',
  ],
  [
    `mark: bar\ntransform: [{ calculate: "random()", as: z }]\nencoding: { ${x} }`,
    'spec.transform.0.calculate chart-key: "random()" gives another drawing each time; compute the value in the query',
  ],
  [
    `mark: bar\ntransform: [{ calculate: "year(datum.n)", as: z }]\nencoding: { ${x} }`,
    'spec.transform.0.calculate chart-key: "year()" depends on the machine’s time zone; write "utcyear()"',
  ],
  [
    `mark: bar\ntransform: [{ calculate: "datum.n +* 2", as: z }]\nencoding: { ${x} }`,
    'spec chart-fails: the chart "sketch" cannot be drawn: Unexpected token *; correct the spec or the query',
  ],
  [
    'mark: line\nencoding: { x: { field: year, type: temporal } }',
    'spec.encoding.x.field chart-fails: the column "year" holds numbers, and the chart takes them for dates; write "type: quantitative" with "format: d", "type: ordinal", or make dates of them in the query',
  ],
  [`encoding: { ${x} }`, 'spec chart-key: the spec does not say what to draw; write a mark: bar, line, point …'],
  [
    `mark: bar\ntransform: [{ filter: "datum.n > 10" }]\nencoding: { ${x} }`,
    'spec chart-clipped: the chart "sketch" draws no marks; see that its data have rows and that the columns it draws hold values',
  ],
])('%s', async (spec, message) => {
  const { messages, drawing } = await draw({ spec, main, more });
  expect(messages).toContain(message);
  expect(drawing).toBeUndefined();
});

test('a label that leaves no room for the chart is reported, not cut', async () => {
  const spec = `mark: bar\nencoding: { ${x}, y: { field: year, axis: { labelExpr: "'a label that is much longer than the outer column is wide'" } } }`;
  const { messages } = await draw({ spec, main, width: 'margin' });
  expect(messages).toEqual([
    expect.stringMatching(
      /^spec chart-clipped: the chart "sketch" takes \d+ by 120 points, and its place has 144 by 120; shorten/,
    ),
  ]);
});

test('a height that is too small for its rows of labels is reported at the height', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => [index, 1] as const);
  const spec = `vconcat: [${rows.map(() => `{ mark: bar, encoding: { ${x} } }`).join(', ')}]`;
  const { messages } = await draw({ spec, main: tableFrom(['year', 'n'], ...rows), height: 60 });
  expect(messages).toEqual([expect.stringMatching(/^height chart-clipped: .*; give it a greater height$/)]);
});

test('columns that a transform adds are columns', async () => {
  const spec = `
    mark: bar
    transform: [{ calculate: "datum.n * 2", as: twice }, { fold: [n, twice], as: [what, amount] }]
    encoding: { x: { field: amount, type: quantitative }, y: { field: what } }`;
  expect((await draw({ spec, main })).messages).toEqual([]);
});
