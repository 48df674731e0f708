import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../scripts/cli/build.ts';
import { silentProgress } from '../../scripts/cli/progress.ts';
import { valueFormats } from '../../scripts/press/read/schemas/common.ts';
import { checkOutput } from '../check-output.ts';
import { smallProject } from '../small-project.ts';

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly body: string | readonly string[];
  readonly description: string;
}

const snippets = Object.entries(
  JSON.parse(readFileSync('.vscode/sections.code-snippets', 'utf8')) as Readonly<Record<string, Snippet>>,
);

const bodyOf = ({ body }: Snippet) => (typeof body === 'string' ? body : body.join('\n'));

/** What an author writes over each placeholder, with the names of the small edition. */
const names: Readonly<Record<string, string>> = {
  'fact-name': 'killed-2022',
  'source-id': 'apa-2023',
  'chart-name': 'killed-by-year',
  'table-name': 'harm',
  'map-name': 'locator',
  'timeline-name': 'acts',
  'section-name': 'assistance',
  'as-printed': '1,277',
  'file-name': 'camp.svg',
  address: 'example.org/',
};

/** The text that a snippet becomes: placeholders give way to names, choices to one of theirs. */
function filled(body: string, choice: (all: readonly string[]) => string): string {
  return body
    .replace(/\$\{\d+\|([^|]*)\|\}/g, (_whole, all: string) => choice(all.split(',')))
    .replace(/\$\{\d+:([^}]*)\}/g, (_whole, name: string) => names[name] ?? name);
}

const section = 'content/mali-small/en/10-summary.md';

/** What is wrong with a section that holds a text under its heading, or is that text. */
async function faultsOf(text: string): Promise<readonly string[]> {
  await using project = await smallProject({
    [section]: text.startsWith('# ') ? text : `# Summary\n\nBefore it.\n\n${text}\n`,
    // What these place, the snippets place themselves.
    'content/mali-small/en/20-assistance.md':
      '# Assistance\n\nText.\n\n::chart[killed-by-year]\n\n::table[harm]\n\n::map[locator]\n'
        .split('\n\n')
        .filter((block) => !text.includes(block.trim()))
        .join('\n\n'),
    'content/mali-small/edition.yaml': (yaml) =>
      yaml.replace('map: locator', 'key_figures: []').replace(/^ {2}key_figures:\n(?: {4}.*\n)+/m, ''),
    'content/mali-small/images/camp.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
  });
  const options = { editions: [], out: 'out', jobs: 1, failOnWarning: false, format: 'text' } as const;
  const { diagnostics } = await check(options, { root: project.root, epoch: undefined, progress: silentProgress });
  return diagnostics.filter(({ place }) => place.file === section).map(({ rule, message }) => `${rule} ${message}`);
}

test.each(snippets)('%s, filled with names, is a section without a fault', async (_name, snippet) => {
  const text = filled(bodyOf(snippet), ([first = '']) => first);
  expect(text).not.toMatch(/\$/);
  expect({ text, faults: await faultsOf(text) }).toEqual({ text, faults: [] });
});

test('a snippet with a wrong name is told, so these tests can fail', async () => {
  expect(await faultsOf(':fact[fact-name]')).toEqual(['fact-unknown unknown fact "fact-name"']);
});

test('there is a snippet for every directive', async () => {
  const unknown = ':zzzzzzzzzzzz[a]\n\n::zzzzzzzzzzzz[a]\n\n:::zzzzzzzzzzzz\na\n:::\n';
  const message = await checkOutput({ [section]: `# Summary\n\nA ${unknown}` });
  const lists = [...message.matchAll(/there is no directive "(:+)z+"\n.*directives here are (.*?) \(to print/g)];
  const directives = lists.flatMap(([, colons = '', all = '']) =>
    [...all.matchAll(/"([^"]+)"/g)].map(([, name]) => `${colons}${name}`),
  );
  expect(directives).toEqual(expect.arrayContaining([':fact', '::chart', ':::callout']));
  const bodies = snippets.map(([, snippet]) => bodyOf(snippet));
  const isThere = (directive: string) =>
    bodies.some((body) => body.split(/(?<!:)(?=:)/).some((part) => new RegExp(`^${directive}(?![\\w-])`).test(part)));
  expect(directives.filter((directive) => !isThere(directive))).toEqual([]);
});

test('what the snippet for formats offers, facts can be printed as', () => {
  const [, offered = ''] =
    /\|([^|]*)\|/.exec(snippets.map(([, snippet]) => bodyOf(snippet)).find((body) => body.includes('{as=')) ?? '') ??
    [];
  const known = [...Object.keys(valueFormats), 'long', 'short', 'full', 'size'];
  expect(offered.split(',').filter((format) => !known.includes(format))).toEqual([]);
  expect(offered.split(',').length).toBeGreaterThan(10);
});

test('snippets are for sections alone, and no two have one prefix', () => {
  expect(new Set(snippets.map(([, { scope }]) => scope))).toEqual(new Set(['markdown']));
  expect(new Set(snippets.map(([, { prefix }]) => prefix)).size).toBe(snippets.length);
});
