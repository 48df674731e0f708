import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { writeWhole } from '../cli/write-whole.ts';
import { editionsInOrder } from '../pictures/project-editions.ts';
import { spokenLines } from './checks/spoken-lines.ts';
import { untoldIn } from './checks/untold.ts';
import { readJudged } from './structure/judged-pdf.ts';
import { readByPoppler } from './structure/read-by-poppler.ts';

/** The golden text of an edition: how a screen reader speaks it, as somebody has read it. */
export function goldenFile(repository: string, edition: string): string {
  return join(repository, 'tests/conformance/golden', `${edition}.txt`);
}

/**
 * Holds an edition, as a screen reader speaks it, against its golden text.
 *
 * @returns a sentence where they differ
 */
export async function holdGolden(path: string, lines: readonly string[]): Promise<readonly string[]> {
  const wanted = (await readFile(path, 'utf8').catch(() => '')).trimEnd().split('\n');
  const length = Math.max(wanted.length, lines.length);
  const at = Array.from({ length }, (_, index) => index).find((index) => lines[index] !== wanted[index]);
  if (at === undefined) return [];
  const place = `${relative(process.cwd(), path)}:${at + 1}`;
  return [
    `is not spoken as in ${place} but: “${lines[at] ?? ''}”. Write it anew (npm run conformance -- --golden) and read what changed`,
  ];
}

/** Writes the golden texts of all editions but drafts anew, from what npm run pdf has left in out/. */
export async function writeGolden(repository: string): Promise<readonly string[]> {
  const written: string[] = [];
  for (const { name, isDraft } of await editionsInOrder(repository)) {
    if (isDraft) continue;
    const file = join(repository, 'out', `${name}.pdf`);
    const pdf = await readFile(file).catch((cause: unknown) => {
      throw new Error(`Reading ${file} failed: build it first with npm run pdf`, { cause });
    });
    const poppler = await readByPoppler(file, untoldIn((await readJudged(pdf)).structure));
    const path = goldenFile(repository, name);
    await writeWhole(path, `${spokenLines(poppler).join('\n')}\n`);
    written.push(relative(process.cwd(), path));
  }
  return written;
}
