import { cp, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { messagesOf } from '../cli/run-build.ts';
import { smallProject } from '../small-project.ts';

const edition = (text: string) => `content/${text}/edition.yaml`;

test('two editions with one place in the series are told, but for drafts', async () => {
  await using project = await smallProject();
  const content = `${project.root}/content`;
  await cp(`${content}/mali-small`, `${content}/niger-small`, { recursive: true });
  expect(await messagesOf(project.root)).toEqual([
    `${edition('niger-small')}:5 value-type the edition "mali-small" has the order 3, too, and each cover says its place in the series`,
  ]);
  const yaml = await readFile(`${content}/niger-small/edition.yaml`, 'utf8');
  await writeFile(`${content}/niger-small/edition.yaml`, yaml.replace('status: reconstruction', 'status: draft'));
  expect(await messagesOf(project.root)).toEqual([]);
});
