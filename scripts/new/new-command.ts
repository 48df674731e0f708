import { check } from '../cli/build.ts';
import type { Progress } from '../cli/progress.ts';
import type { Said } from '../cli/run-saying.ts';
import { tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { tellRulePages } from '../cli/tell-rule-pages.ts';
import { nextInSeries } from '../import/pour/edition-files.ts';
import { putEdition, withShared } from '../import/pour/put-edition.ts';
import { appendWritten } from '../import/pour/yaml-list.ts';
import { collectDiagnostics } from '../press/diagnostics/diagnostic.ts';
import { readAtlas } from '../press/read/atlas.ts';
import { diskFiles, sourceIn } from '../press/read/files.ts';
import { readShared } from '../press/read/read-series.ts';
import { answerAll } from './answer-all.ts';
import type { Ask } from './ask.ts';
import { countryOf } from './country-of.ts';
import { questions } from './questions.ts';
import { readNewWords } from './read-new-words.ts';
import { sampleEdition } from './sample-edition.ts';
import { readSample } from './sample-files.ts';
import { tellNew } from './tell-new.ts';

export const help = `npm run new [-- NAME] [options]

Makes a new edition, content/NAME: a draft that builds at once, with comments that teach, and a sample of text and data to
write over. It asks for what the command line does not say. Nothing that is there is touched.

  --title TITLE    on the cover
  --force FORCE    the partner force that the edition is about
  --date DATE      when it comes out: 2031, 2031-06 or 2031-06-15; "" while nobody knows
  --language TAG   one that content/labels has the words of: en
  --help           this text

Exit codes: 0 done · 1 the series has errors, nothing was written · 2 the command line, the machine or the press has.
`;

const silent: Progress = { of: () => () => {}, done: () => {}, say: () => {}, end: () => {} };

/** What npm run new takes from the world besides files. */
export interface NewWorld {
  readonly now: Date;
  /** Undefined where there is nobody to ask. */
  readonly ask: Ask | undefined;
}

/** Runs npm run new with the words after it. */
export async function newCommand(words: readonly string[], root: string, { now, ask }: NewWorld): Promise<Said> {
  const line = readNewWords(words);
  if (line.kind === 'help') return { text: help, code: 0 };
  if (line.kind === 'wrong') return { text: `new: ${line.message}\n\n${help}`, code: 2 };
  const files = diskFiles(root);
  const diagnostics = collectDiagnostics();
  const shared = readShared(files, diagnostics.report);
  if (!shared || diagnostics.failed) return { text: tellDiagnostics(diagnostics.list(), 'text'), code: 1 };
  const answered = await answerAll(line.given, questions(root, files, shared), ask);
  if (answered.kind === 'wrong') return { text: `new: ${answered.message}\n`, code: 2 };

  const { edition } = answered;
  const today = now.toISOString().slice(0, 10);
  const made = sampleEdition(readSample(), edition, {
    ...nextInSeries(files, edition.name, shared.tokens.value),
    ...{ seriesLanguage: shared.series.value.language, country: countryOf(edition.name, readAtlas(files)), today },
  });
  const text = (path: string) => sourceIn(files, path);
  const added = new Map([
    [`data/${edition.name}-sample.csv`, made.csv],
    ['data/datapackage.yaml', appendWritten(text('data/datapackage.yaml'), 'resources', made.dataset)],
    ['content/sources.yaml', appendWritten(text('content/sources.yaml'), undefined, made.source)],
  ]);
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const put = { name: edition.name, files: made.files, keep: 'nothing', stamp } as const;
  await withShared(root, added, files, () => putEdition(root, put));
  const sections = [...made.files.keys()].filter((path) => path.endsWith('.md'));
  return { text: `${tellNew(edition, sections, made.wordsIn)}${await leftOpen(edition.name, root)}`, code: 0 };
}

/** What an author's own title and names make of the sample, such as a sign that no font has. */
async function leftOpen(edition: string, root: string): Promise<string> {
  const options = { editions: [edition], out: 'out', jobs: 1, failOnWarning: false, format: 'text' } as const;
  const { diagnostics } = await check(options, { root, epoch: undefined, progress: silent });
  return diagnostics.length === 0
    ? ''
    : `\nPut this right first:\n${tellDiagnostics(diagnostics, 'text')}${tellRulePages(diagnostics)}`;
}
