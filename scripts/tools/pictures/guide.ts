import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { build, check } from '../../cli/build.ts';
import { readCommandLine } from '../../cli/options.ts';
import { silentProgress } from '../../cli/progress.ts';
import { countDiagnostics, tellDiagnostics } from '../../cli/tell-diagnostics.ts';
import { dataCommand } from '../../data/data-command.ts';
import { newCommand } from '../../new/new-command.ts';
import { diskCopies } from '../../press/data/copies.ts';
import { cacheFolder } from '../../press/project.ts';
import { openPdf } from '../../press/verify/pdfium.ts';
import { type Picture, renderPages, sheetOf } from './picture.ts';

/** Pixels a point: pages stand side by side and are to be read at a glance. */
const scale = 0.62;
const gap = 10;

/** The pictures of a guide by file: it is followed in a copy of the project, whose pages are drawn where it shows them. */
export async function pictureGuide(guide: string, repository: string): Promise<ReadonlyMap<string, Picture>> {
  const steps = readGuide(await readFile(join(repository, guide), 'utf8'));
  const pictures = new Map<string, Picture>();
  const root = await mkdtemp(join(tmpdir(), 'guide-'));
  try {
    for (const part of ['content', 'data', 'templates', 'styles']) {
      await cp(join(repository, part), join(root, part), { recursive: true });
    }
    await followGuide(steps, root, {
      onAnswer: () => {},
      async onPicture({ file, edition, pages }) {
        const answer = await runInGuide('pdf', [edition], root);
        const bytes = await readFile(join(root, 'out', `${edition}.pdf`)).catch((cause: unknown) => {
          throw new Error(`${guide} shows pages of "${edition}", which does not build: ${answer}`, { cause });
        });
        await using open = await openPdf(bytes);
        pictures.set(file, sheetOf([renderPages(open, pages, scale)], gap));
      },
    });
    return pictures;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Where a text goes that a guide has its reader write. `after` and `instead of` name the line by how it begins. */
type Where =
  | { readonly kind: 'whole' }
  | { readonly kind: 'end' }
  | { readonly kind: 'after'; readonly line: string }
  | { readonly kind: 'instead of'; readonly line: string };

/** One thing that a guide has its reader do, or shows. */
export type GuideStep =
  /** A command, with what it answers where the guide says so; … stands for anything. */
  | {
      readonly kind: 'run';
      readonly command: string;
      readonly words: readonly string[];
      readonly answer: string | undefined;
    }
  | { readonly kind: 'write'; readonly path: string; readonly where: Where; readonly text: string }
  /** A picture of pages as they are by then. */
  | { readonly kind: 'picture'; readonly file: string; readonly edition: string; readonly pages: readonly number[] };

/**
 * The steps of a guide of docs/, as it stands in markdown. A block of `sh` holds commands, and a block of `text` after it what
 * the last of them answers. Before a text that is to be written stands a comment, which no reader sees, with its file and
 * where it goes there (“write content/series.yaml, at the end”); before a picture, what it shows (“pages of mali: 1, 2”).
 *
 * @throws Error for a comment that says something else
 */
export function readGuide(markdown: string): readonly GuideStep[] {
  const tree: Root = unified().use(remarkParse).parse(markdown);
  const steps: GuideStep[] = [];
  let comment: string | undefined;
  for (const node of tree.children) {
    if (node.type === 'html') {
      comment = /^<!--\s*([\s\S]*?)\s*-->$/.exec(node.value)?.[1];
      continue;
    }
    if (node.type === 'code' && comment !== undefined) steps.push(writeStep(comment, node.value));
    else if (node.type === 'code' && node.lang === 'sh') steps.push(...node.value.split('\n').flatMap(runStep));
    else if (node.type === 'code' && node.lang === 'text') answerLast(steps, node.value);
    else if (node.type === 'paragraph' && comment !== undefined) {
      const [image] = node.children;
      if (image?.type === 'image') steps.push(pictureStep(comment, image.url));
    }
    comment = undefined;
  }
  return steps;
}

function writeStep(comment: string, text: string): GuideStep {
  const [, path, kind, line] =
    /^write (\S+), (whole|at the end|after|instead of)(?: the line that begins: (.+))?$/.exec(comment) ?? [];
  if (path === undefined) throw new Error(`A guide says what nobody can follow: "${comment}"`);
  return { kind: 'write', path, where: whereOf(kind, line), text: `${text}\n` };
}

function whereOf(kind: string | undefined, line = ''): Where {
  if (kind === 'after' || kind === 'instead of') return { kind, line };
  return { kind: kind === 'whole' ? 'whole' : 'end' };
}

/** The words of a command, some in quotation marks. Lines that are no command of the press are the reader's own business. */
function runStep(line: string): readonly GuideStep[] {
  const [, command, rest = ''] = /^npm run (\S+)(?: -- (.*?))?(?:\s+#.*)?$/.exec(line) ?? [];
  if (command === undefined) return [];
  const words = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return [{ kind: 'run', command, words, answer: undefined }];
}

function answerLast(steps: GuideStep[], answer: string): void {
  const last = steps.at(-1);
  if (last?.kind === 'run') steps[steps.length - 1] = { ...last, answer };
}

function pictureStep(comment: string, file: string): GuideStep {
  const [, edition, pages] = /^pages of (\S+): ([\d, ]+)$/.exec(comment) ?? [];
  if (edition === undefined || pages === undefined) throw new Error(`A guide shows what nobody can draw: "${comment}"`);
  return { kind: 'picture', file: `docs/${file}`, edition, pages: pages.split(',').map(Number) };
}

/** What hears of the steps of a guide as they are done. */
interface GuideEvents {
  readonly onAnswer: (step: GuideStep & { readonly kind: 'run' }, answer: string) => void;
  readonly onPicture: (step: GuideStep & { readonly kind: 'picture' }) => Promise<void>;
}

/** Does what a guide says, in a project of its own. Commands that stay, and those of git, are left out. */
export async function followGuide(steps: readonly GuideStep[], root: string, events: GuideEvents): Promise<void> {
  for (const step of steps) {
    if (step.kind === 'picture') await events.onPicture(step);
    if (step.kind === 'write') {
      const path = join(root, step.path);
      const before = step.where.kind === 'whole' ? '' : await readFile(path, 'utf8');
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, withText(before, step.where, step.text));
    }
    if (step.kind === 'run') {
      const answer = await runInGuide(step.command, step.words, root);
      if (answer !== undefined) events.onAnswer(step, answer);
    }
  }
}

/**
 * A file's text with what a guide has its reader write.
 *
 * @throws Error where there is not one line that begins so
 */
export function withText(before: string, where: Where, text: string): string {
  if (where.kind === 'whole') return text;
  if (where.kind === 'end') return `${before.trimEnd()}\n${text}`;
  const lines = before.split('\n');
  const found = lines.flatMap((line, index) => (line.startsWith(where.line) ? [index] : []));
  const [at] = found;
  if (at === undefined || found.length > 1) {
    throw new Error(`a guide names the line that begins "${where.line}", and there are ${found.length}`);
  }
  const own = text.trimEnd().split('\n');
  return lines.toSpliced(where.kind === 'after' ? at + 1 : at, where.kind === 'after' ? 0 : 1, ...own).join('\n');
}

/** The day on which guides are followed: it stands on the pages that they show. */
const now = new Date('2031-06-15T12:00:00Z');

/** What a command answers in the project of a guide; undefined for one that stays. */
async function runInGuide(command: string, words: readonly string[], root: string): Promise<string | undefined> {
  if (command === 'new') return (await newCommand(words, root, { now, ask: undefined })).text;
  if (command === 'data') return (await dataCommand(words, root, diskCopies(join(cacheFolder, 'datasets')))).text;
  if ((command !== 'check' && command !== 'pdf') || words.includes('--watch')) return undefined;
  const line = readCommandLine(words);
  if (line.kind !== 'run')
    throw new Error(`a guide says npm run ${command} -- ${words.join(' ')}, which is no command`);
  const act = command === 'check' ? check : build;
  const options = { ...line.options, out: join(root, line.options.out) };
  const { diagnostics, published, ok } = await act(options, { root, epoch: undefined, progress: silentProgress });
  const made = published.map(({ edition, pages }) => `${line.options.out}/${edition}.pdf  ${pages} pages`);
  const counts = countDiagnostics(diagnostics);
  const last = made.join('; ') || (!ok ? 'nothing was published' : counts ? 'no errors' : 'all is well');
  return `${tellDiagnostics(diagnostics, 'text')}${counts}\n${last}\n`;
}

/** Whether an answer holds what a guide says of it, line by line; … stands for anything. */
export function matchesAnswer(answer: string, expected: string): boolean {
  const parts = expected
    .trim()
    .split('…')
    .map((part) => RegExp.escape(part));
  return new RegExp(parts.join('[\\s\\S]*')).test(answer);
}
