import { expressionFunction } from 'vega';
import { expect, test } from 'vitest';
import { coloursOf } from '../../scripts/press/charts/colours.ts';
import { draw, pressFor, tableFrom, tokens } from './chart-press.ts';

const contrast = expressionFunction('contrast') as (one: string, other: string) => number;
const main = tableFrom(['kind', 'count'], ['one', 3], ['two', 5]);
const encoding = 'encoding: { y: { field: kind }, x: { field: count, type: quantitative } }';
const cure = 'take a darker colour (token:grey is the lightest that serves), or outline them: stroke: "token:quiet"';

test.each([
  [`mark: { type: bar, color: "token:rule" }\n${encoding}`, 'spec.mark.color', '"token:rule", 1.9:1'],
  [`mark: { type: bar, color: "#94a2bd" }\n${encoding}`, 'spec.mark.color', '"#94a2bd", 2.5:1'],
  [`mark: { type: point, color: silver }\n${encoding}`, 'spec.mark.color', '"silver", 1.8:1'],
  [`mark: { type: bar, opacity: 0.3 }\n${encoding}`, 'spec', '#8f5a14, 1.5:1'],
  [
    `mark: bar\nencoding: { x: { field: count, type: quantitative }, y: { field: kind }, color: { field: kind, legend: null, scale: { range: ["token:ink", "token:missing"] } } }`,
    'spec.encoding.color.scale.range.1',
    '"token:missing", 1.4:1',
  ],
])('a mark that is too pale is told where its colour stands: %s', async (spec, place, words) => {
  const { messages, svg } = await draw({ spec, main });
  expect(svg).not.toBe('');
  expect(messages).toEqual([
    `${place} chart-faint: the chart "sketch" has marks in ${words} on its paper, and marks need 3:1; ${cure}`,
  ]);
});

test.each([
  ['a pale mark in a dark outline', 'mark: { type: bar, color: "token:ground", stroke: "token:quiet" }'],
  ['what parts others in the colour of the paper', 'mark: { type: bar, color: "token:paper" }'],
  ['text', 'mark: { type: text, text: pale, color: "token:rule" }'],
  ['a mark that is not seen', 'mark: { type: bar, opacity: 0 }'],
])('%s is not told', async (_, mark) => {
  expect((await draw({ spec: `${mark}\n${encoding}`, main })).messages).toEqual([]);
});

test.each(['ordinal', 'nominal', 'quantitative'])('no colour of the theme for %s data is too pale', async (type) => {
  const rows = tableFrom(['kind', 'count'], ...[1, 2, 3, 4, 5].map((count) => [String(count), count] as const));
  const spec = `mark: bar\nencoding: { y: { field: kind }, x: { field: count, type: quantitative }, color: { field: count, type: ${type}, legend: null } }`;
  for (const accent of Object.keys(tokens.accents)) {
    expect((await draw({ spec, main: rows, height: 160 }, pressFor(accent))).messages).toEqual([]);
  }
});

test('in every accent, colours are apart from paper as far as text and marks need it', () => {
  for (const accent of Object.keys(tokens.accents)) {
    const colours = coloursOf(tokens, accent);
    const onPaper = (name: string): number => contrast(colours.get(name) ?? '', colours.get('paper') ?? '');
    for (const name of ['accent', 'quiet', 'ink']) expect(onPaper(name), `${name} in ${accent}`).toBeGreaterThan(4.5);
    for (const name of ['accent-light', 'grey', ...tokens.data_colours.map((_, index) => `data-${index + 1}`)])
      expect(onPaper(name), `${name} in ${accent}`).toBeGreaterThan(3);
  }
});
