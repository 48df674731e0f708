import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parse } from 'yaml';
import { harmless } from '../cli/terminal.ts';
import { didYouMean } from '../press/diagnostics/did-you-mean.ts';
import { editionNameFault, listEditions } from '../press/read/edition-names.ts';
import { type Files, sourceIn } from '../press/read/files.ts';
import { edtfDate } from '../press/read/schemas/common.ts';
import type { Shared } from '../press/read/series.ts';

/** What a new edition is begun with. */
export interface NewEdition {
  /** Of its folder: "burkina-faso". */
  readonly name: string;
  readonly title: string;
  /** The partner force that it is about. */
  readonly force: string;
  /** When it comes out, as a year, a month or a day; empty while nobody knows. */
  readonly date: string;
  /** One that content/labels/ has the words of. */
  readonly language: string;
}

/** What must be known of a new edition: how to ask for it, and what is wrong with an answer. */
interface Question {
  readonly key: keyof NewEdition;
  /** As the command line has it: "--title TITLE". */
  readonly flag: string;
  /** Undefined where there is only one answer, which is then the otherwise. */
  readonly asked: string | undefined;
  /** What an empty answer means; undefined where there must be one. */
  readonly otherwise: string | undefined;
  /** A sentence on what is wrong and how to put it right; undefined where nothing is. */
  readonly fault: (answer: string) => string | undefined;
}

/** The questions in their order. */
export function questions(root: string, files: Files, shared: Shared): readonly Question[] {
  const languages = files.list('content/labels').flatMap((file) => /^(.+)\.yaml$/.exec(file)?.[1] ?? []);
  const own = shared.series.value.language;
  const pattern = titleOfAnother(files);
  const filled = (what: string) => (answer: string) => (answer === '' ? `${what} is missing` : undefined);
  return [
    {
      key: 'name',
      flag: 'NAME',
      asked: 'Name of its folder, such as burkina-faso',
      otherwise: undefined,
      fault: (name) => nameFault(name, root, shared),
    },
    {
      key: 'force',
      flag: '--force FORCE',
      asked: 'Partner force that it is about',
      otherwise: undefined,
      fault: filled('the partner force'),
    },
    {
      key: 'title',
      flag: '--title TITLE',
      otherwise: undefined,
      fault: filled('the title'),
      asked: pattern === undefined ? 'Title' : `Title (another is “${pattern}”)`,
    },
    {
      key: 'date',
      flag: '--date DATE',
      otherwise: '',
      asked: 'When it comes out, as a year, a month or a day such as 2031-06 (Enter while nobody knows)',
      fault: (date) =>
        date === '' || edtfDate.safeParse(date).success
          ? undefined
          : `"${date}" is not a date: write one that exists, like 2031, 2031-06 or 2031-06-15`,
    },
    {
      key: 'language',
      flag: '--language TAG',
      otherwise: own,
      asked: languages.length > 1 ? `Language, of ${languages.join(', ')} (Enter for ${own})` : undefined,
      fault: (language) =>
        languages.includes(language)
          ? undefined
          : `content/labels has no words in "${language}": ${didYouMean(language, languages, 'languages')}; for another, translate content/labels/${own}.yaml`,
    },
  ];
}

/** Nothing that is there is written over: neither a folder nor the sample's dataset, its file or its source. */
function nameFault(name: string, root: string, { dataPackage, sources }: Shared): string | undefined {
  const fault = editionNameFault(name);
  if (fault !== undefined) return `"${name}" cannot name an edition: ${fault}`;
  const sample = `${name}-sample`;
  if (existsSync(join(root, 'content', name))) {
    return `content/${name} is there already: choose another name, or open that edition`;
  }
  const taken = [
    ...(existsSync(join(root, 'data', `${sample}.csv`)) ? [`the file data/${sample}.csv`] : []),
    ...(dataPackage.value.resources.some((dataset) => dataset.name === sample)
      ? [`the dataset "${sample}" in data/datapackage.yaml`]
      : []),
    ...(sources.has(sample) ? [`the source "${sample}" in content/sources.yaml`] : []),
  ];
  return taken.length === 0
    ? undefined
    : `${taken.join(', ')} ${taken.length === 1 ? 'is' : 'are'} there already, and a new edition begins with a sample of that name: choose another name, or take ${taken.length === 1 ? 'it' : 'them'} out if nothing uses ${taken.length === 1 ? 'it' : 'them'}`;
}

/** The title of an edition of the series, as a pattern. */
function titleOfAnother(files: Files): string | undefined {
  const titles = listEditions(files).flatMap((edition) => {
    const meta: unknown = parse(sourceIn(files, `content/${edition}/edition.yaml`));
    const title: unknown = typeof meta === 'object' && meta !== null && 'title' in meta ? meta.title : undefined;
    return typeof title === 'string' ? [title] : [];
  });
  return titles.at(-1);
}

/** All that a new edition is begun with, or a sentence on why not. */
type CollectedAnswers =
  | { readonly kind: 'edition'; readonly edition: NewEdition }
  | { readonly kind: 'wrong'; readonly message: string };

/**
 * Takes what the command line gives and asks for the rest, again and again until an answer serves.
 *
 * @param ask undefined where there is nobody to ask; then what is missing is wrong
 */
export async function answerAll(
  given: Partial<NewEdition>,
  questions: readonly Question[],
  ask: Ask | undefined,
): Promise<CollectedAnswers> {
  const missing = questions.filter(({ key, asked }) => given[key] === undefined && asked !== undefined);
  if (missing.length > 0 && !ask) {
    const flags = missing.map(({ flag }) => flag).join(', ');
    return wrong(`nobody is here to be asked, so write ${flags} on the command line`);
  }
  const answers = new Map<keyof NewEdition, string>();
  for (const question of questions) {
    const { key, flag, asked, otherwise, fault } = question;
    const written = given[key]?.trim();
    const answer = written ?? (ask && asked !== undefined ? await askUntil(asked, question, ask) : otherwise);
    if (answer === undefined) return wrong('nothing was written');
    const found = fault(answer);
    if (found !== undefined) return wrong(written === undefined ? found : `${flag.replace(/ [A-Z]+$/, '')}: ${found}`);
    answers.set(key, answer);
  }
  const answer = (key: keyof NewEdition) => answers.get(key) ?? '';
  const [name, title, force] = [answer('name'), answer('title'), answer('force')];
  return { kind: 'edition', edition: { name, title, force, date: answer('date'), language: answer('language') } };
}

async function askUntil(asked: string, { otherwise, fault }: Question, ask: Ask): Promise<string | undefined> {
  let question = `${asked}: `;
  for (;;) {
    const entered = await ask(question);
    if (entered === undefined) return undefined;
    const answer = entered === '' && otherwise !== undefined ? otherwise : entered;
    const found = fault(answer);
    if (found === undefined) return answer;
    question = `  ${found}\n${asked}: `;
  }
}

function wrong(message: string): CollectedAnswers {
  return { kind: 'wrong', message };
}

/** Asks a question; undefined where the input has ended, as by ctrl-D or ctrl-C. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Asks on a terminal, until it is disposed of. */
export function askOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): AsyncDisposable & { readonly ask: Ask } {
  const lines = createInterface({ input, output });
  // Lines that come before their question, as those of a script do, wait in the iterator.
  const answers = lines[Symbol.asyncIterator]();
  let ended = false;
  lines.once('close', () => {
    ended = true;
  });
  return {
    async ask(text) {
      const question = harmless(text);
      lines.setPrompt(question);
      if (ended) output.write(question);
      else lines.prompt();
      const { value, done } = await answers.next();
      if (!done) return String(value).trim();
      output.write('\n');
      return undefined;
    },
    async [Symbol.asyncDispose]() {
      lines.close();
    },
  };
}
