import { expect, test } from 'vitest';
import { told } from '../told.ts';

const section = 'content/mali-small/en/20-assistance.md';
const end = (markdown: string) => told({ [section]: (text) => `${text}\n${markdown}\n` });

test.each([
  [
    ':fact[killed-2022]{format=number}',
    '"format=number" in the braces of ":fact[killed-2022]"',
    '{as=number}, or take',
  ],
  [':fact[killed-2022]{number}', '"number" in the braces of ":fact[killed-2022]"', '{as=number}, or take'],
  [':fact[killed-2022]{as=number size}', '"size" in the braces of ":fact[killed-2022]"', 'take it out'],
  [':chart[killed-by-year]{as=size}', '"as=size" in the braces of ":chart[killed-by-year]"', 'take it out'],
  [':::callout[A]{.wide}\nWords.\n:::', '".wide" in the braces of ":::callout"', 'take it out'],
])('what braces say and nobody reads is told: %s', async (markdown, message, cure) => {
  const said = await end(markdown);
  expect(said).toContain(`${section}:15:1  error  ${message} means nothing`);
  expect(said).toContain(cure);
});

test('how a chart looks is said in its file', async () => {
  const said = await told({
    'content/mali-small/en/10-summary.md': (text) => text.replace('::chart[killed-by-year]', '$&{width=wide}'),
  });
  expect(said).toContain('"width=wide" in the braces of "::chart[killed-by-year]" means nothing');
  expect(said).toContain('take it out; how it looks is said in charts/killed-by-year.yaml  key-unknown');
});

test.each([
  ':fact[killed-2022]{as=number}',
  ':claim[1,277]{fact=killed-2022}',
  ':lang[mots]{fr}',
  ':fact[killed-2022]{}',
])('what braces can say is not told: %s', async (markdown) => {
  expect(await end(markdown)).toBe('');
});

test('a claim without its brackets is told', async () => {
  expect(await end('There were :claim of them.')).toContain(
    `${section}:15:12  error  ":claim" stands here without its number`,
  );
});
