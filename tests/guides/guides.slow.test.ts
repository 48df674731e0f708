import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { followGuide, type GuideStep, matchesAnswer, readGuide, withText } from '../../scripts/tools/pictures/guide.ts';
import { seriesProject } from '../small-project.ts';

test.each([
  // The guides for authors and designers work on an edition of their own, and on Mali: each other edition costs a check a step.
  ['docs/authors.md', ['ethiopia', 'nigeria']],
  ['docs/designers.md', ['ethiopia', 'nigeria']],
  ['docs/release.md', []],
])('%s can be followed to its end, and the press answers as it says', async (guide, without) => {
  await using project = await seriesProject();
  for (const edition of without) await rm(join(project.root, 'content', edition), { recursive: true });
  const steps = readGuide(readFileSync(guide, 'utf8'));
  const wrong: { readonly command: string; readonly expected: string; readonly answer: string }[] = [];
  let answered = 0;
  await followGuide(steps, project.root, {
    onAnswer({ command, words, answer: expected }, answer) {
      if (expected === undefined) return;
      answered += 1;
      if (!matchesAnswer(answer, expected)) wrong.push({ command: [command, ...words].join(' '), expected, answer });
    },
    async onPicture({ file }) {
      expect(existsSync(file), file).toBe(true);
    },
  });
  expect(wrong).toEqual([]);
  expect(answered).toBeGreaterThan(0);
  expect(steps.filter(({ kind }) => kind === 'picture').length).toBeGreaterThan(0);
});

const guide = `# A guide

\`\`\`sh
git clone somewhere
npm run new -- boats --title "Paper boats" --date 2031 # asks
npm run check
\`\`\`

\`\`\`text
all is … well
\`\`\`

In the file:

<!-- write content/a.md, after the line that begins: Boats -->
\`\`\`markdown
More.
\`\`\`

<!-- pages of boats: 1, 3 -->
![Two pages](guides/two.png)
`;

test('a guide is read as commands, texts to write and pictures', () => {
  const expected: readonly GuideStep[] = [
    { kind: 'run', command: 'new', words: ['boats', '--title', 'Paper boats', '--date', '2031'], answer: undefined },
    { kind: 'run', command: 'check', words: [], answer: 'all is … well' },
    { kind: 'write', path: 'content/a.md', where: { kind: 'after', line: 'Boats' }, text: 'More.\n' },
    { kind: 'picture', file: 'docs/guides/two.png', edition: 'boats', pages: [1, 3] },
  ];
  expect(readGuide(guide)).toEqual(expected);
});

test.each([
  [{ kind: 'after', line: 'B' }, 'A\nB\nX\nC\n'],
  [{ kind: 'instead of', line: 'B' }, 'A\nX\nC\n'],
  [{ kind: 'end' }, 'A\nB\nC\nX\n'],
  [{ kind: 'whole' }, 'X\n'],
] as const)('what a guide has written goes to its place: %j', (where, text) => {
  expect(withText('A\nB\nC\n', where, 'X\n')).toBe(text);
});

test('a guide that names a line that is not there, or there twice, cannot be followed', () => {
  expect(() => withText('A\n', { kind: 'after', line: 'B' }, 'X')).toThrow('and there are 0');
  expect(() => withText('B 1\nB 2\n', { kind: 'instead of', line: 'B' }, 'X')).toThrow('and there are 2');
  expect(() => readGuide('<!-- write it somewhere -->\n```\na\n```\n')).toThrow('what nobody can follow');
});
