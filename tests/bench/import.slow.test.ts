import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareWords } from '../../scripts/import/document-text/comparison.ts';
import type { DocumentPart } from '../../scripts/import/document-text/document-text.ts';
import { documentText } from '../../scripts/import/document-text/read-document-text.ts';
import { printedOn } from '../../scripts/tools/bench/import/document-trial.ts';
import { resultsOf, type Tried, tellTrials, tryAll } from '../../scripts/tools/bench/import/import.ts';
import { lossesOf } from '../../scripts/tools/bench/import/losses.ts';
import { call, docxOf, paragraph, run, table } from '../import/docx.ts';
import { repository } from '../journey/repository-files.ts';

async function folderOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'documents-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

const boats = docxOf(
  [
    paragraph('Paper boats', 'Heading1'),
    paragraph(`${run('Two paper boats sail')}${call(2)}${run(' into the harbor.')}`),
    table([
      ['Boat', 'Colour'],
      ['Ada', 'red'],
    ]),
  ].join(''),
  { footnotes: ['Both came back.'] },
);

test('the bench tells how many documents became editions, and names those that did not', async () => {
  await using folder = await folderOf({ 'boats.docx': boats, 'broken.docx': 'no archive', 'boats.odt': 'ignored' });
  const end = spawnSync(process.execPath, [join(repository, 'scripts/bench.ts'), 'import', folder.path], {
    encoding: 'utf8',
  });
  expect(end.stdout).toContain('broken.docx: not imported: ');
  expect(end.stdout).toContain(
    '2 documents: 1 imported, 1 built, 0 ended their process or took too long, 0 have no text',
  );
  expect(end.stdout).toContain('whole, with nothing lost unsaid: 1');
  expect(end.stdout).toContain(
    'DOES NOT HOLD: imported and built are at least 0.99 of the documents that have text: 1 of 2 (0.500)',
  );
  expect(end.stdout).toContain('holds: nothing of those is lost unsaid');
  expect(end.status).toBe(1);
});

test.each([
  [['import'], 'bench: name one folder of documents: npm run bench -- import FOLDER [--print]\n'],
  [['finish', 'import'], 'bench: The bench "import" goes alone: npm run bench -- import FOLDER [--print]\n'],
])('words that do not fit are told: %j', (words, message) => {
  const end = spawnSync(process.execPath, [join(repository, 'scripts/bench.ts'), ...words], { encoding: 'utf8' });
  expect({ code: end.status, message: end.stderr }).toEqual({ code: 2, message });
});

test('a document that takes too long is named, and its process ended', async () => {
  await using folder = await folderOf({ 'boats.docx': boats });
  const options = { base: join(folder.path, 'no-project'), print: false, processes: 1, limit: 0, onTried: () => {} };
  const [tried] = await tryAll([join(folder.path, 'boats.docx')], options);
  expect(tried?.outcome).toEqual({ stopped: 'did not end in 0 s' });
});

test('a document that ends its process is named, and the next is tried', async () => {
  await using folder = await folderOf({ 'a.docx': boats, 'b.docx': boats });
  const outcomes: string[] = [];
  const options = { base: join(folder.path, 'no/project'), print: false, processes: 1, limit: 60_000 };
  const files = ['a.docx', 'b.docx'].map((name) => join(folder.path, name));
  await tryAll(files, {
    ...options,
    onTried: ({ outcome }) => void outcomes.push('stopped' in outcome ? outcome.stopped : 'tried'),
  });
  expect(outcomes).toEqual([
    expect.stringMatching(/^its process ended: /),
    expect.stringMatching(/^its process ended: /),
  ]);
});

describe('lossesOf', () => {
  const part = (kind: DocumentPart['kind'], ...words: readonly string[]): DocumentPart => {
    return { kind, words, detail: '', place: { within: 'text', heading: '', paragraph: 'Two boats …' } };
  };
  const losses = (text: string, printed: string, report: string, parts: readonly DocumentPart[] = []) => {
    const { words } = documentText(new TextEncoder().encode(text), 'txt');
    const comparison = compareWords(words, printed);
    return lossesOf({ parts, comparison, pictures: 1, report }).map(({ kind, count }) => `${kind} ${count}`);
  };

  test('words that are missing are lost, unless the report has them', () => {
    const [text, printed] = ['Two paper boats sail. They come back.', 'Two paper boats sail.'];
    expect(losses(text, printed, 'done')).toEqual(['words 4']);
    expect(losses(text, printed, 'left out: “They come back.”')).toEqual([]);
  });

  test.each([
    ['a formula that nobody speaks of', [part('formula', 'a', '+', 'b')], 'Two boats', 'done', ['formula 1']],
    ['a formula that the report names', [part('formula')], 'Two boats', 'done\nnote: a formula was left out', []],
    ['a formula that is printed as text', [part('formula', 'a', '+', 'b')], 'Two boats a+b', 'done', []],
    ['a chart in a file’s name', [part('chart')], 'Two boats', '9 words of chart.docx are in content/x', ['chart 1']],
    ['pictures', [part('picture'), part('picture'), part('picture')], 'Two boats', 'done', ['picture 2']],
    [
      'hidden text',
      [part('hidden text', 'the', 'cove')],
      'Two boats the cove',
      'done',
      ['hidden text that is printed 1'],
    ],
    [
      'page numbers and contents',
      [part('page number', '7'), part('list of contents', 'Boats')],
      'Two boats',
      'done',
      [],
    ],
  ])('%s', (_, parts, printed, report, expected) => {
    expect(losses('Two boats', printed, report, parts)).toEqual(expected);
  });
});

test('the text of a page has no calls of notes, contents or drawings', () => {
  const html =
    '<h1>Boats</h1><nav role="doc-toc">Boats 2</nav><p>Two<sup><a role="doc-noteref">1</a></sup> sail.</p><ol start="3"><li>On</li></ol><ol><li role="doc-endnote">Note</li></ol><img><svg><text>7</text></svg>';
  const { text, pictures } = printedOn(html);
  expect(text.split(/\s+/).filter(Boolean)).toEqual(['Boats', 'Two', 'sail.', '3.', 'On', 'Note']);
  expect(pictures).toBe(1);
});

test('sums are told by rule and kind, and promises by their share', () => {
  const good = { isEmpty: false, refused: '', errors: [], warnings: 1, lost: [], moved: 0, spaced: 0 };
  const lost = [
    { kind: 'words', count: 3, sample: '' },
    { kind: 'formula', count: 1, sample: '' },
  ];
  const tried: readonly Tried[] = [
    { file: 'a.docx', seconds: 1, outcome: good },
    { file: 'b.docx', seconds: 3, outcome: { ...good, errors: [{ rule: 'image-alt', message: '' }], lost } },
    { file: 'c.docx', seconds: 2, outcome: { ...good, refused: 'it has a password' } },
    {
      file: 'e.docx',
      seconds: 2,
      outcome: { ...good, isEmpty: true, errors: [{ rule: 'file-missing', message: '' }] },
    },
    { file: 'd.docx', seconds: 60, outcome: { stopped: 'did not end in 60 s' } },
  ];
  expect(tellTrials(tried)).toEqual([
    '5 documents: 3 imported, 1 built, 1 ended their process or took too long, 1 have no text',
    'whole, with nothing lost unsaid: 1',
    'error image-alt: 1',
    'lost unsaid, words: 3 in 1 documents',
    'lost unsaid, formula: 1 in 1 documents',
    'moved: 0 words; parted or joined otherwise: 0 words; warnings: 3',
    'seconds a document: median 2.0, most 60.0',
  ]);
  expect(resultsOf(tried).map(({ holds }) => holds)).toEqual([false, false]);
  expect(resultsOf([...tried.slice(0, 1), ...tried.slice(3, 4)]).map(({ holds }) => holds)).toEqual([true, true]);
});
