import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { colons } from '../../scripts/press/prose/directive-text.ts';
import { directives } from '../../scripts/press/prose/directives.ts';
import { checkOutput } from '../check-output.ts';
import { type Change, smallProject } from '../small-project.ts';

const section = 'content/mali-small/en/20-assistance.md';
const end = (markdown: string) => checkOutput({ [section]: (text) => `${text}\n${markdown}\n` });

/** What places something, as a section of the small edition can hold it. */
const placing: Readonly<Record<string, string>> = {
  chart: '::chart[killed-by-year]',
  map: '::map[locator]',
  table: '::table[harm]',
  timeline: '::timeline[acts]',
  'key-figures': ':::key-figures\n- :fact[killed-2022] civilians killed\n:::',
  callout: ':::callout[Title]\nWords.\n:::',
};

/** The HTML of the small edition whose only section has this text. */
async function pageOf(markdown: string, changes: Readonly<Record<string, Change>> = {}): Promise<string> {
  await using small = await smallProject({
    'content/mali-small/en/10-summary.md': undefined,
    'content/mali-small/edition.yaml': (yaml) => yaml.replace('map: locator', ''),
    [section]: `# Assistance\n\n${markdown}\n`,
    ...changes,
  });
  const { report } = collectDiagnostics();
  await using project = await openProject(small.root, report);
  const compiled = project && (await compileEdition('mali-small', project, report, () => {}));
  return compiled?.compose(new Map()).html ?? '';
}

test('these are all that place something', () => {
  const rows = directives.filter(({ form }) => form !== 'text');
  expect(Object.keys(placing)).toEqual(rows.map(({ name }) => name));
});

test.each(directives.flatMap((row) => (row.form === 'text' ? [] : [[row.name, row.view] as const])))(
  'a %s is printed by the partial %s',
  async (name, view) => {
    const markdown = placing[name] ?? '';
    const html = await pageOf(markdown, { [`templates/partials/${view}.hbs`]: '<p>Printed by this partial.</p>' });
    expect(html.split('Printed by this partial.')).toHaveLength(2);
  },
);

test.each(directives.flatMap((row) => (row.form === 'leaf' && row.label ? [row.name] : [])))(
  'a %s and the references to it have one label and number',
  async (kind) => {
    const placed = placing[kind] ?? '';
    const html = await pageOf(`See ${placed.slice(1)}.\n\n${placed}`);
    const [, called] = /<a href="#(?:chart|map|table)-[^"]*"><span[^>]*>([^<]*)</.exec(html) ?? [];
    expect(called).toMatch(/^\p{L}+ 1$/u);
    expect(html).toContain(`<span data-counted>${called}</span>`);
  },
);

test('a block of no directive is reported, and is no other', async () => {
  const message = await checkOutput({
    [section]: (text) => `${text}\n:::warning\n- :fact[killed-2022] civilians killed\n:::\n`,
  });
  expect(message).toContain(`${section}:15:1  error  there is no directive ":::warning"`);
  expect(message).toContain('the directives here are "callout", "key-figures"');
});

test('the guide of authors has all directives', () => {
  const guide = readFileSync('docs/authors.md', 'utf8');
  const written = directives.map(({ form, name }) => colons[form] + name);
  expect(written.filter((directive) => !new RegExp(`\`${directive}(?![\\w-])`).test(guide))).toEqual([]);
});

test.each(directives.flatMap((row) => (row.form === 'text' ? [[row.name, row.brackets] as const] : [])))(
  'a number in the brackets of :%s, which hold a %s, is typed in only where they hold words',
  async (name, brackets) => {
    const message = await end(`It was :${name}[4711 tents]{${brackets === 'words' ? 'fr' : ''}}.`);
    expect(message.includes('"4711" is typed in')).toBe(brackets === 'words');
  },
);

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
  const output = await end(markdown);
  expect(output).toContain(`${section}:15:1  error  ${message} means nothing`);
  expect(output).toContain(cure);
});

test('how a chart looks is said in its file', async () => {
  const output = await checkOutput({
    'content/mali-small/en/10-summary.md': (text) => text.replace('::chart[killed-by-year]', '$&{width=wide}'),
  });
  expect(output).toContain('"width=wide" in the braces of "::chart[killed-by-year]" means nothing');
  expect(output).toContain('take it out; how it looks is said in charts/killed-by-year.yaml  key-unknown');
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
