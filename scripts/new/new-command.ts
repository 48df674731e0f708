import { parseArgs } from 'node:util';
import { check } from '../cli/build.ts';
import { silentProgress } from '../cli/progress.ts';
import type { CommandResult } from '../cli/run-saying.ts';
import { tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { tellRulePages } from '../cli/tell-rule-pages.ts';
import { nextInSeries } from '../import/pour/edition-files.ts';
import { putEdition, withShared } from '../import/pour/put-edition.ts';
import { appendWritten } from '../import/pour/yaml-list.ts';
import { collectDiagnostics } from '../press/diagnostics/diagnostic.ts';
import { readAtlas } from '../press/read/atlas.ts';
import { diskFiles, sourceIn } from '../press/read/files.ts';
import { readShared } from '../press/read/series.ts';
import { type Ask, answerAll, type NewEdition, questions } from './questions.ts';
import { countryOf, sampleEdition } from './sample-edition.ts';

const help = `npm run new [-- NAME] [options]

Makes a new edition, content/NAME: a draft that builds at once, with comments that teach, and a sample of text and data to
write over. It asks for what the command line does not say. It never changes what is there.

  --title TITLE    on the cover
  --force FORCE    the partner force that the edition is about
  --date DATE      when it comes out: 2031, 2031-06 or 2031-06-15; "" while nobody knows
  --language TAG   a language of content/labels: en
  --help           this text

Exit codes: 0 done · 1 the series has errors, nothing was written · 2 the error is in the command line, the machine or the press.
`;

/** What npm run new takes from the world besides files. */
interface NewWorld {
  readonly now: Date;
  /** Undefined where there is nobody to ask. */
  readonly ask: Ask | undefined;
}

/** Runs npm run new with the words after it. */
export async function newCommand(
  words: readonly string[],
  root: string,
  { now, ask }: NewWorld,
): Promise<CommandResult> {
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
  const made = sampleEdition(edition, {
    ...nextInSeries(files, edition.name, shared.tokens.value),
    seriesLanguage: shared.series.value.language,
    country: countryOf(edition.name, readAtlas(files)),
    today,
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
  const { diagnostics } = await check(options, { root, epoch: undefined, progress: silentProgress });
  return diagnostics.length === 0
    ? ''
    : `\nPut this right first:\n${tellDiagnostics(diagnostics, 'text')}${tellRulePages(diagnostics)}`;
}

/** What a command line says: to make an edition of what it gives so far, to show the help, or something that cannot be understood. */
type NewLine =
  | { readonly kind: 'new'; readonly given: Partial<NewEdition> }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads the words after npm run new. */
function readNewWords(words: readonly string[]): NewLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        title: { type: 'string' },
        force: { type: 'string' },
        date: { type: 'string' },
        language: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
    const { help, ...flags } = values;
    if (help) return { kind: 'help' };
    const [name, ...more] = positionals;
    if (more.length > 0) return { kind: 'wrong', message: `one edition at a time: what is "${more[0]}"?` };
    return { kind: 'new', given: name === undefined ? flags : { name, ...flags } };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}

/** What was made, and what to do next. */
function tellNew({ name, language }: NewEdition, sections: readonly string[], wordsIn: string): string {
  const folder = `content/${name}`;
  const foreign =
    language === wordsIn.replace(/-.*/, '') || language.startsWith(`${wordsIn}-`)
      ? ''
      : `Its sample text is in English, since the press has none in "${language}": write over it.\n`;
  return `${folder} is there: a draft that builds, with text and data of a sample (data/${name}-sample.csv)
${foreign}
Open these three, in this order; their comments say what is what:
  ${folder}/edition.yaml
  ${folder}/facts.yaml
  ${folder}/${sections[0] ?? `${language}/`}
See its pages, and them changing as you write:
  npm run preview -- ${name}
Have it checked whenever you save:
  npm run check -- ${name} --watch
`;
}
