import { expect, test } from 'vitest';
import { messagesOf } from '../cli/run-build.ts';
import { smallProject } from '../small-project.ts';

const facts = 'content/mali-small/facts.yaml';

test.each([
  ['source: apa-2023', 'source: apa-2032', 6],
  ['source: apa-2023', 'source: [apa-2023, apa-2032]', 6],
])('a fact with the unknown source of "%s" → "%s" is told at its line', async (before, after, line) => {
  await using project = await smallProject({ [facts]: (text) => text.replace(before, after) });
  expect(await messagesOf(project.root)).toEqual([`${facts}:${line} source-unknown unknown source "apa-2032"`]);
});
