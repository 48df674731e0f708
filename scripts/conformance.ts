import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openTerminal } from './cli/terminal.ts';
import { didYouMean } from './press/diagnostics/did-you-mean.ts';
import { judgeAll, judgeFiles } from './tools/conformance/checks.ts';
import { goldenFile, writeGolden } from './tools/conformance/golden.ts';
import { findJudge } from './tools/conformance/judge.ts';
import { requireTools } from './tools/conformance/programs.ts';
import { pressSeries, pressSuite, wholeSuite } from './tools/conformance/suite.ts';
import { suiteSources } from './tools/conformance/suite-project.ts';
import { editionsInOrder } from './tools/pictures/editions.ts';

const terminal = openTerminal();

const help = `npm run conformance [-- name … | file.pdf …]

Checks PDFs against PDF/UA-1 and PDF/A-3a with the independent judge veraPDF: the editions that npm run pdf has built, and
the conformance suite of tests/conformance, all of it or the documents that are named. It also proves that the tags of each say
what its page says, as poppler reads them, too, and that finishing changed nothing that is seen. It leaves them in out/conformance.
If you name files, only the judge looks at them.

veraPDF is the one on the PATH, or is fetched from Maven Central where there are Java and Maven; qpdf and poppler
(pdfinfo) must be installed.

  --golden  only writes tests/conformance/golden anew: the editions in out/ as a screen reader speaks them
  --help    this text

Exit codes: 0 all hold · 1 some do not · 2 the command line or the machine is not right.
`;

const root = join(import.meta.dirname, '..');
const say = (text: string): void => void terminal.out.write(text);

try {
  const { values, positionals } = parseArgs({
    options: { golden: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  if (values.help) say(help);
  else if (values.golden) {
    await requireTools();
    say((await writeGolden(root)).map((path) => `${path}\n`).join(''));
  } else if (positionals.some((word) => word.endsWith('.pdf'))) process.exitCode = await judgeFiles(positionals, say);
  else process.exitCode = await judgeSuite(positionals);
} catch (error) {
  terminal.err.write(`conformance: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function judgeSuite(wanted: readonly string[]): Promise<0 | 1> {
  const judge = await findJudge();
  await requireTools();
  say(`${judge.label}\n`);
  const suite = await wholeSuite(suiteSources(root));
  const known = suite.map(({ name }) => name);
  for (const name of wanted) {
    if (!known.includes(name)) throw new Error(`The suite has no "${name}": ${didYouMean(name, known, 'documents')}`);
  }
  const chosen = wanted.length > 0 ? suite.filter(({ name }) => wanted.includes(name)) : suite;
  say(chosen.flatMap(({ notices }) => notices.map((notice) => `${notice}\n`)).join(''));
  const series = wanted.length > 0 ? [] : await pressSeries(root);
  const documents = [...series, ...(await pressSuite(chosen, suiteSources(root)))];
  // How a draft is spoken, nobody has read yet.
  const read = (await editionsInOrder(root)).flatMap(({ name, isDraft }) => (isDraft ? [] : name));
  const goldenOf = (name: string) =>
    series.some((edition) => edition.name === name) && read.includes(name) ? goldenFile(root, name) : undefined;
  const { ok, summary } = await judgeAll(documents, judge, { folder: join(root, 'out/conformance'), goldenOf }, say);
  say(summary.map((sentence) => `${sentence}\n`).join(''));
  return ok ? 0 : 1;
}
