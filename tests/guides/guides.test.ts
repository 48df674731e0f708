import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answers } from '../../scripts/pictures/guide/answers.ts';
import { followGuide } from '../../scripts/pictures/guide/follow-guide.ts';
import type { GuideStep } from '../../scripts/pictures/guide/guide-step.ts';
import { readGuide } from '../../scripts/pictures/guide/read-guide.ts';
import { written } from '../../scripts/pictures/guide/written.ts';
import { type SmallProject, seriesProject, seriesWith } from '../small-project.ts';

/** The series with one of its editions: what a guide does to all would take three times as long, and show no more. */
const withMali = () => seriesWith('content/mali', {});

test.each<[guide: string, open: () => Promise<SmallProject>]>([
  ['docs/authors.md', withMali],
  ['docs/designers.md', withMali],
  ['docs/release.md', () => seriesProject()],
])('%s can be followed to its end, and the press answers as it says', async (guide, open) => {
  await using project = await open();
  const steps = readGuide(readFileSync(guide, 'utf8'));
  const wrong: { readonly command: string; readonly said: string; readonly answer: string }[] = [];
  let answered = 0;
  await followGuide(steps, project.root, {
    onAnswer({ command, words, answer: said }, answer) {
      if (said === undefined) return;
      answered += 1;
      if (!answers(answer, said)) wrong.push({ command: [command, ...words].join(' '), said, answer });
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
  expect(written('A\nB\nC\n', where, 'X\n')).toBe(text);
});

test('a guide that names a line that is not there, or there twice, cannot be followed', () => {
  expect(() => written('A\n', { kind: 'after', line: 'B' }, 'X')).toThrow('and there are 0');
  expect(() => written('B 1\nB 2\n', { kind: 'instead of', line: 'B' }, 'X')).toThrow('and there are 2');
  expect(() => readGuide('<!-- write it somewhere -->\n```\na\n```\n')).toThrow('what nobody can follow');
});
