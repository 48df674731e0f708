import { readFile } from 'node:fs/promises';
import { readJudged } from '../structure/judged-pdf.ts';
import { askJudge } from './ask-judge.ts';
import { findJudge } from './find-judge.ts';
import { countVerdicts, tellVerdict } from './tell-verdicts.ts';
import type { Verdict } from './verdict.ts';

/** Has files judged under both standards, and tells what is found. */
export async function judgeFiles(files: readonly string[], say: (text: string) => void): Promise<0 | 1> {
  for (const file of files) {
    await readFile(file).catch((cause: unknown) => {
      throw new Error(`There is no ${file}`, { cause });
    });
  }
  const judge = await findJudge();
  say(`${judge.label}\n`);
  const verdicts: Verdict[] = [];
  for (const standard of ['ua1', '3a'] as const) verdicts.push(...(await askJudge(judge, standard, files)));
  for (const [file, ofFile] of Map.groupBy(verdicts, (verdict) => verdict.file)) {
    const pdf = await readJudged(await readFile(file)).catch(() => undefined);
    say(ofFile.map((verdict) => tellVerdict(verdict, pdf)).join(''));
  }
  say(`${countVerdicts(verdicts).join('\n')}\n`);
  return verdicts.every(({ kind }) => kind === 'passed') ? 0 : 1;
}
