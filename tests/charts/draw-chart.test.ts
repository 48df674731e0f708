import { afterEach, expect, test } from 'vitest';
import { withTextMetrics } from '../../scripts/press/charts/vega-text-metrics.ts';
import { draw, metrics, pressFor, tableFrom, textsOf } from './chart-press.ts';

const aid = tableFrom(
  ['kind', 'usd', 'label'],
  ['Humanitarian', 146_000_000, '$146 million'],
  ['Security', 16_560_000, '$17 million'],
);
const bars = `
encoding: { y: { field: kind, sort: null }, x: { field: usd, type: quantitative, axis: null } }
layer:
  - mark: bar
  - mark: { type: text, style: value }
    encoding: { text: { field: label } }
`;

const { TZ } = process.env;
afterEach(() => {
  // An unset variable cannot be assigned: it would become the text "undefined".
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

/** The lengths of the horizontal bars in the accent. */
function barsOf(svg: string): readonly number[] {
  return [...svg.matchAll(/<path d="M[^"]*?h(-?[\d.]+)[^"]*" fill="#8f5a14"/g)].map((match) =>
    Math.abs(Number(match[1])),
  );
}

test('a chart is a figure with its alternative text, at its printed size', async () => {
  const { svg, drawing } = await draw({ spec: bars, main: aid, width: 'wide', height: 96 });
  expect(svg).toContain('role="img" aria-label="Deaths rose to &quot;1,277&quot; &amp; more"');
  expect(svg).toContain('width="482pt" height="96pt" viewBox="0 0 482 96"');
  expect(drawing).toMatchObject({ kind: 'chart', name: 'sketch', width: 482, height: 96, table: aid });
  expect(textsOf(svg)).toEqual(['Humanitarian', 'Security', '$146 million', '$17 million']);
});

test('bars are to one scale and leave exactly the room that the labels take', async () => {
  const { svg } = await draw({ spec: bars, main: aid });
  const [first = 0, second = 0] = barsOf(svg);
  expect(first / second).toBeCloseTo(146 / 16.56, 1);
  const label = (text: string, weight: number) =>
    metrics.width(text, { family: 'Source Sans 3', style: 'normal', size: 9, weight });
  const [padding, offset] = [5, 4];
  expect(first).toBeCloseTo(318 - label('Humanitarian', 400) - padding - offset - label('$146 million', 600), 0);
});

test('nothing in the drawing is hidden from readers, links out, runs, or takes its font from elsewhere', async () => {
  const { svg } = await draw({ spec: bars, main: aid });
  const inner = svg.replace(/^<svg[^>]*>/, '');
  expect(inner).not.toMatch(/aria-|role=|class=|href|<script|<style|\son\w+=| opacity=|\d\.\d{3}/);
  expect(new Set([...inner.matchAll(/font-family="([^"]*)"/g)].map((match) => match[1]))).toEqual(
    new Set(["'Source Sans 3'"]),
  );
});

test.each([
  [
    'columns of panels',
    'facet: { column: { field: kind } }\nspec: { mark: bar, encoding: { y: { field: usd, type: quantitative } } }',
  ],
  [
    'charts side by side',
    'hconcat: [{ mark: bar, encoding: { x: { field: kind }, y: { field: usd, type: quantitative } } }, { mark: point, encoding: { y: { field: kind } } }]',
  ],
  [
    'charts one over another',
    'vconcat: [{ mark: bar, encoding: { y: { field: kind }, x: { field: usd, type: quantitative } } }, { mark: point, encoding: { x: { field: kind } } }]',
  ],
])('%s fill their place too', async (_, spec) => {
  const { svg, messages } = await draw({ spec, main: aid, height: 160 });
  expect(messages).toEqual([]);
  expect(svg).toContain('viewBox="0 0 318 160"');
});

test('a legend that is too wide takes another row', async () => {
  const actors = ['jihadist groups', 'state forces', 'community militias', 'signatory groups'];
  const main = tableFrom(['actor', 'count'], ...actors.map((actor, index) => [actor, index + 1] as const));
  const { svg, messages } = await draw({
    spec: 'mark: bar\nencoding: { x: { field: count, type: quantitative }, color: { field: actor } }',
    main,
  });
  expect(messages).toEqual([]);
  expect(textsOf(svg)).toEqual(expect.arrayContaining(actors));
});

test('numbers have commas, in labels and on axes, and the digits of the data', async () => {
  const main = tableFrom(['year', 'people'], ['2021', 346_864], ['2022', 8.3]);
  const spec = `
    encoding: { x: { field: year }, y: { field: people, type: quantitative } }
    layer: [{ mark: bar }, { mark: { type: text, style: value-above }, encoding: { text: { field: people } } }]`;
  const texts = textsOf((await draw({ spec, main })).svg);
  expect(texts).toEqual(expect.arrayContaining(['300,000', '346,864', '8.3']));
});

test('a missing value is a gap in the line, not a zero', async () => {
  const main = tableFrom(['year', 'deaths'], [2000, 5], [2001, 6], [2002, null], [2003, 7], [2004, 8]);
  const spec =
    'mark: line\nencoding: { x: { field: year, type: quantitative, axis: { format: d } }, y: { field: deaths, type: quantitative } }';
  const { svg } = await draw({ spec, main });
  const line = /<path d="([^"]*)" stroke="#8f5a14"/.exec(svg)?.[1] ?? '';
  expect(line.match(/M/g)).toHaveLength(2);
});

test('a date is the same date in every time zone', async () => {
  const main = tableFrom(['day', 'people'], ['2020-01-01', 1], ['2021-01-01', 2]);
  const spec = `
    mark: { type: text }
    encoding:
      x: { field: day, type: temporal, axis: { format: "%Y", values: [{ year: 2020 }, { year: 2021 }] } }
      text: { field: day, type: temporal, format: "%Y-%m-%d" }`;
  const drawnIn = async (zone: string) => {
    process.env.TZ = zone;
    return (await draw({ spec, main })).svg;
  };
  const east = await drawnIn('Pacific/Auckland');
  expect(textsOf(east)).toEqual(['2020', '2021', '2020-01-01', '2021-01-01']);
  expect(await drawnIn('America/Los_Angeles')).toBe(east);
});

test('an axis of years has its ticks at their start and their names in their middle', async () => {
  const main = tableFrom(['day', 'people'], ['2020-03-01', 1], ['2022-03-01', 2]);
  const spec = `
    mark: point
    encoding:
      x: { field: day, type: temporal, scale: { domain: ["2019-07-01", "2022-12-31"], nice: false }, axis: { style: years } }
      y: { field: people, type: quantitative, axis: null }`;
  const { svg, messages } = await draw({ spec, main });
  expect(messages).toEqual([]);
  const places = (tag: 'line' | 'text', more: string) =>
    [...svg.matchAll(new RegExp(`<${tag}[^>]*translate\\(([\\d.]+),[^>]*${more}`, 'g'))].map((match) =>
      Number(match[1]),
    );
  const ticks = places('line', 'stroke-width="0.5"');
  const names = places('text', '>20\\d\\d<');
  expect(ticks).toHaveLength(3);
  expect(names).toHaveLength(3);
  const year = ((ticks[2] ?? 0) - (ticks[0] ?? 0)) / 2;
  for (const [index, tick] of ticks.entries()) expect((names[index] ?? 0) - tick).toBeCloseTo(year / 2, 0);
});

test('what is unknown is a dashed outline, what is missing a quiet cross, and a whole pale with an outline', async () => {
  const styled = (type: string, style: string) =>
    draw({
      spec: `mark: { type: ${type}, style: ${style} }\nencoding: { x: { field: usd, type: quantitative } }`,
      main: aid,
    });
  expect((await styled('bar', 'unknown')).svg).toMatch(
    /<path[^>]*fill="#f3f2ee" stroke="#5a5a56"[^>]*stroke-dasharray/,
  );
  expect((await styled('point', 'missing')).svg).toMatch(/<path[^>]*stroke="#5a5a56"/);
  expect((await styled('bar', 'whole')).svg).toMatch(/<path[^>]*fill="#f3f2ee" stroke="#5a5a56"/);
});

test('a drawing to a pitch keeps it: the plot takes the whole of its place', async () => {
  const main = tableFrom(['n'], ...Array.from({ length: 50 }, (_, n) => [n] as const));
  const spec = `
    transform: [{ calculate: "datum.n + 0.85", as: end }]
    mark: rect
    encoding:
      x: { field: n, type: quantitative, axis: null, scale: { domain: [0, 50.20833], nice: false } }
      x2: { field: end }
      y: { value: 0 }
      y2: { value: 8 }`;
  const { svg } = await draw({ spec, main, width: 'wide', height: 40 });
  const starts = [...svg.matchAll(/<path d="M([\d.]+),/g)].map((match) => Number(match[1]));
  expect(starts).toHaveLength(50);
  for (const [n, start] of starts.entries()) expect(start).toBeCloseTo(9.6 * n, 2);
});

test('tables of more_data serve layers', async () => {
  const more = { coups: tableFrom(['year', 'words'], ['2020', 'coup, 2020']) };
  const main = tableFrom(['year', 'deaths'], ['2020', 3], ['2021', 4]);
  const spec = `
    encoding: { x: { field: year, type: ordinal } }
    layer:
      - { mark: bar, encoding: { y: { field: deaths, type: quantitative } } }
      - { data: { name: coups }, mark: { type: text, style: event }, encoding: { text: { field: words } } }`;
  const { svg, messages } = await draw({ spec, main, more });
  expect(messages).toEqual([]);
  expect(textsOf(svg)).toContain('coup, 2020');
});

test('facts and colours are filled in wherever the specification has them', async () => {
  const press = { ...pressFor('indigo'), fill: (text: string) => text.replace(':fact[killed]', '1,277') };
  const spec =
    'layer: [{ mark: { type: text, text: "killed: :fact[killed]", color: "token:accent" } }, { mark: { type: point, color: "token:data-2" }, encoding: { x: { field: usd, type: quantitative } } }]';
  const { svg, messages } = await draw({ spec, main: aid }, press);
  expect(messages).toEqual([]);
  expect(textsOf(svg)).toContain('killed: 1,277');
  expect(svg).toContain('#2f4b7c');
  expect(svg).toContain('#bf8226');
});

test('ids carry the name of the chart', async () => {
  const spec =
    'mark: { type: bar, clip: true }\nencoding: { y: { field: kind }, x: { field: usd, type: quantitative } }';
  const { svg } = await draw({ spec, main: aid });
  expect(svg).toContain('id="chart-sketch-1"');
  expect(svg).toContain('url(#chart-sketch-1)');
});

test('charts that are drawn at the same time are each as if drawn alone', async () => {
  const alone = (await draw({ spec: bars, main: aid })).svg;
  const wideLetters = { width: (text: string) => 12 * text.length };
  const [first, second, third] = await Promise.all([
    draw({ spec: bars, main: aid }),
    draw({ spec: bars, main: aid, width: 'wide' }, { ...pressFor(), metrics: wideLetters }),
    draw({ spec: bars, main: aid }),
  ]);
  expect([first.svg, third.svg]).toEqual([alone, alone]);
  expect(barsOf(second.svg)[0]).toBeLessThan(482 - 12 * 24);
  expect(await withTextMetrics(metrics, async () => (await draw({ spec: bars, main: aid })).svg)).toBe(alone);
});

test('an axis has every tick that its chart names', async () => {
  const years = [1990, 1995, 2000, 2005, 2010, 2015, 2018];
  const main = tableFrom(['year', 'deaths'], ...years.map((year) => [year, year - 1980] as const));
  const spec = `
mark: point
encoding:
  x: { field: year, type: quantitative, scale: { zero: false }, axis: { values: [${years}], format: d } }
  y: { field: deaths, type: quantitative, axis: null }
`;
  const { svg } = await draw({ spec, main, width: 'wide' });
  expect(textsOf(svg)).toEqual(years.map(String));
});
