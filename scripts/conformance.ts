import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { askJudge } from './conformance/ask-judge.ts';
import { findJudge } from './conformance/find-judge.ts';
import { readJudged } from './conformance/judged-pdf.ts';
import { countVerdicts, tellVerdict } from './conformance/tell-verdicts.ts';
import type { Verdict } from './conformance/verdict.ts';
import { editionsInOrder } from './pictures/project-editions.ts';

const help = `npm run conformance [-- file.pdf …]

Has the independent judge, veraPDF, hold PDFs against PDF/UA-1 and PDF/A-3a: the named files, or what npm run pdf has
built of each edition. veraPDF is the one on the PATH, or is fetched from Maven Central where there are Java and Maven.

  --help    this text

Exit codes: 0 all pass · 1 some do not · 2 the command line or the machine is not right.
`;

const root = join(import.meta.dirname, '..');

try {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  if (values.help) process.stdout.write(help);
  else process.exitCode = await judgeFiles(positionals.length > 0 ? positionals : await builtEditions());
} catch (error) {
  process.stderr.write(`conformance: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function builtEditions(): Promise<readonly string[]> {
  const names = await editionsInOrder(root);
  return names.map((name) => relative(process.cwd(), join(root, 'out', `${name}.pdf`)));
}

async function judgeFiles(files: readonly string[]): Promise<0 | 1> {
  for (const file of files) {
    await readFile(file).catch((cause: unknown) => {
      throw new Error(`There is no ${file}: build the editions first with npm run pdf`, { cause });
    });
  }
  const judge = await findJudge();
  process.stdout.write(`${judge.label}\n`);
  const verdicts: Verdict[] = [];
  for (const standard of ['ua1', '3a'] as const) verdicts.push(...(await askJudge(judge, standard, files)));
  for (const [file, ofFile] of Map.groupBy(verdicts, (verdict) => verdict.file)) {
    const pdf = await readJudged(await readFile(file)).catch(() => undefined);
    process.stdout.write(ofFile.map((verdict) => tellVerdict(verdict, pdf)).join(''));
  }
  process.stdout.write(`${countVerdicts(verdicts).join('; ')}\n`);
  return verdicts.every(({ kind }) => kind === 'passed') ? 0 : 1;
}
