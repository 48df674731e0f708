import { expect, test } from 'vitest';
import { told } from '../told.ts';

const section = 'content/mali-small/en/20-assistance.md';
const end = (markdown: string) => told({ [section]: (text) => `${text}\n${markdown}\n` });

test.each([
  ['It fell (@apa-2023).', 'write [@apa-2023], or \\@ to print the sign itself  citation-shape'],
  ['It fell [apa-2023].', 'write [@apa-2023], or \\[ to print the sign itself  citation-shape'],
  ['It fell [@apa-2023, @owid-2019].', 'write [@apa-2023; @owid-2019]  citation-shape'],
  ['There were :fact [killed-2022].', 'write :fact[killed-2022]  directive-typed'],
  [':::key-figures\n- :fact [killed-2022] civilians killed\n:::', 'write :fact[killed-2022]  directive-typed'],
  ['There were :fact[killed-2022.', 'write :fact[killed-2022]  directive-typed'],
  [':claim [54 %]{fact=killed-2022}', 'write :claim[54 %]{fact=killed-2022}  directive-typed'],
  ['See ::chart[killed-2022] here.', 'or write :chart[killed-2022] to refer to it here  directive-typed'],
])('a slip is told once, and a number in it is none that somebody typed: %s', async (markdown, cure) => {
  const said = await end(markdown);
  expect(said).toContain(cure);
  expect(said.match(/ {2}(?:error|warning) {2}/g)).toHaveLength(1);
});

test('a number beside a slip is told as ever', async () => {
  expect(await end('It fell by 4711 (@apa-2023).')).toContain(`${section}:15:12  error  "4711" is typed in`);
});

test('of sources that run into each other each is looked for', async () => {
  expect(await end('It fell [@apa-2023, @no-such].')).toContain('unknown source "no-such"');
});

test('a slip in a text of YAML is told at its place', async () => {
  const said = await told({
    'content/mali-small/charts/killed-by-year.yaml': (text) =>
      text.replace('source:', 'note: Seen **twice (@owid-2019).\nsource:'),
  });
  expect(said).toContain('content/mali-small/charts/killed-by-year.yaml:4:12  warning  the stars "**" mark nothing');
  expect(said).toContain('content/mali-small/charts/killed-by-year.yaml:4:20  error  "(@owid-2019)" is no citation');
});

test('a heading without its blank gets the cure that it needs', async () => {
  const said = await told({ [section]: (text) => text.replace('# Assistance', '#Assistance') });
  expect(said).toContain('write a blank behind the #: "# Assistance"  section-head');
});
