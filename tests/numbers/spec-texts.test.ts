import { expect, test } from 'vitest';
import type { Json } from '../../scripts/press/charts/json.ts';
import { specTexts } from '../../scripts/press/numbers/spec-texts.ts';

/** Parts of specifications, and what they print as it is typed. */
const specs: readonly (readonly [string, Json, readonly string[]])[] = [
  ['a text mark', { mark: { type: 'text', text: '41 people', dx: 12 } }, ['41 people']],
  ['titles', { encoding: { x: { field: 'n', title: 'of 41', axis: { title: 'per 100' } } } }, ['of 41', 'per 100']],
  ['a text channel', { encoding: { text: { value: '41 of them' } } }, ['41 of them']],
  [
    'its conditions',
    { encoding: { text: { condition: { test: 'datum.n > 3', value: 'over 41' }, field: 'n' } } },
    ['over 41'],
  ],
  ['a number in it', { encoding: { text: { datum: 41 } } }, ['41']],
  ['data of its own', { layer: [{ data: { values: [{ n: 41 }] } }] }, ['41']],
  ['strings of an expression', { transform: [{ calculate: "datum.n + ' of 41'", as: 'words' }] }, [' of 41']],
  [
    'not what an expression compares with',
    { transform: [{ calculate: "datum.a == 'the 41' ? 'yes, 2' : 'no'" }] },
    ['yes, 2', 'no'],
  ],
  ['not its formats', { transform: [{ calculate: "format(datum.n, '.1f') + utcFormat(datum.d, '%B 1')" }] }, []],
  ['not filters', { transform: [{ filter: "datum.a == 'the 41'" }] }, []],
  [
    'not scales, ticks and places',
    { encoding: { x: { scale: { domain: [0, 41] }, axis: { values: [0, 41] } }, y: { datum: 41 } } },
    [],
  ],
];

test.each(specs)('of a chart is printed: %s', (_what, spec, printed) => {
  expect(specTexts(spec).map(({ text }) => text)).toEqual(printed);
});
