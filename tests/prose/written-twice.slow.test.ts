import { expect, test } from 'vitest';
import { checkOutput } from '../check-output.ts';

const section = 'content/mali-small/en/20-assistance.md';
const end = (markdown: string) => checkOutput({ [section]: (text) => `${text}\n${markdown}\n` });

test.each([
  [
    '::chart[killed-by-year]',
    '15:1  error  the chart "killed-by-year" is already placed at content/mali-small/en/10-summary.md:6',
  ],
  ['::table[harm]', '15:1  error  the table "harm" is already placed at content/mali-small/en/20-assistance.md:7'],
  [
    '::timeline[acts]',
    '15:1  error  the timeline "acts" is already placed at content/mali-small/en/20-assistance.md:13',
  ],
  ['::map[locator]', '15:1  error  the map "locator" is already placed at content/mali-small/edition.yaml:14'],
  [
    'Words.[^h]\n\n[^h]: A note.\n\n[^h]: Another.',
    '19:1  error  the note "h" is written a second time, first on line 17',
  ],
  [
    'Words.[^H]\n\n[^h]: A note.\n[^H]: Another.',
    '18:1  error  the note "H" is written a second time, first on line 17',
  ],
  [
    '[a][l]\n\n[l]: https://example.org/a\n[l]: https://example.org/b',
    '18:1  error  the address "l" is written a second time, first on line 17',
  ],
])('what is there a second time is told once, and where the first is: %j', async (markdown, message) => {
  const output = await end(markdown);
  expect(output).toContain(`${section}:${message}`);
  expect(output.match(/ {2}(?:error|warning) {2}/g)).toHaveLength(1);
});

test('a map of the cover that a section places can be referred to', async () => {
  expect(await end('::map[locator]')).toContain('write :map[locator] to refer to it here, or copy maps/locator.yaml');
});

test.each([
  'Words.[^h] More words.[^h]\n\n[^h]: A note.',
  'See :chart[killed-by-year] and :chart[killed-by-year].',
  'Words.[^l] [a][l] [b][l]\n\n[^l]: A note.\n[l]: https://example.org/',
  'Words.[^count]\n\n[^count]: Another section has a note of this name.',
])('what is called or referred to twice is not told: %j', async (markdown) => {
  expect(await end(markdown)).toBe('');
});

test('an address that no link has is told', async () => {
  expect(await end('[l]: https://example.org/')).toContain(
    `${section}:15:1  warning  the address "l" is written but no link has it, so it is not printed`,
  );
});
