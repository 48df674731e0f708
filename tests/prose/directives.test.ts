import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { colons } from '../../scripts/press/prose/directive-text.ts';
import { directives } from '../../scripts/press/prose/directives.ts';
import { type Change, smallProject } from '../small-project.ts';
import { told } from '../told.ts';

const section = 'content/mali-small/en/20-assistance.md';

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
  const message = await told({
    [section]: (text) => `${text}\n:::warning\n- :fact[killed-2022] civilians killed\n:::\n`,
  });
  expect(message).toContain(`${section}:15:1  error  there is no directive ":::warning"`);
  expect(message).toContain('the directives here are "callout", "key-figures"');
});
