import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Bench, type BenchResult, median } from '../bench.ts';
import type { Trial } from './document-trial.ts';

const repository = join(import.meta.dirname, '../../../..');
const formats = /\.(docx|md|markdown|html?|txt)$/i;
/** Milliseconds that a document may take, a hundred times of what most take. */
const limits = { check: 60_000, print: 180_000 };
/** Each holds the press in memory. */
const mostProcesses = 2;

/**
 * Imports every document of a folder into a new edition of its own, compiles it, and holds what it would print against what the
 * document says (scripts/import/document-text.ts). With --print, the editions are printed and verified too.
 */
export const bench: Bench = {
  about: 'whether any document becomes an edition that builds, with nothing lost unsaid',
  takes: 'FOLDER [--print]',
  async measure(say, words) {
    const print = words.includes('--print');
    const [folder, ...more] = words.filter((word) => word !== '--print');
    if (folder === undefined || more.length > 0) {
      throw new Error('name one folder of documents: npm run bench -- import FOLDER [--print]');
    }
    const files = (
      await readdir(folder).catch((cause: unknown) => {
        throw new Error(`the folder ${folder} cannot be read: check its name`, { cause });
      })
    ).filter((name) => formats.test(name));
    if (files.length === 0) throw new Error(`there is no .docx, .md, .html or .txt in ${folder}`);
    await using base = await projectWithoutEditions();
    const tried = await tryAll(
      files.toSorted().map((name) => resolve(folder, name)),
      {
        base: base.root,
        print,
        limit: print ? limits.print : limits.check,
        processes: Math.min(mostProcesses, availableParallelism(), files.length),
        onTried: (done) => tellTried(done).forEach(say),
      },
    );
    tellTrials(tried).forEach(say);
    return resultsOf(tried);
  },
};

/** A copy of the series without its editions. */
async function projectWithoutEditions(): Promise<AsyncDisposable & { readonly root: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
  const root = join(folder, 'series');
  await using laid = new AsyncDisposableStack();
  laid.defer(() => rm(folder, { recursive: true, force: true }));
  const parts = ['content/labels', 'content/series.yaml', 'content/sources.yaml', 'data', 'templates', 'styles'];
  for (const part of parts) await cp(join(repository, part), join(root, part), { recursive: true });
  const kept = laid.move();
  return { root, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** A document that was tried. */
export interface Tried {
  readonly file: string;
  readonly seconds: number;
  readonly outcome: Trial | Stopped;
}

/** A document that its process did not survive, or that it did not end in time. */
interface Stopped {
  readonly stopped: string;
}

interface TryOptions {
  /** A project without editions: see {@link tryDocument}. */
  readonly base: string;
  readonly print: boolean;
  readonly processes: number;
  /** Milliseconds that a document may take. */
  readonly limit: number;
  /** Hears of each document as soon as it is tried. */
  readonly onTried: (tried: Tried) => void;
}

/** Megabytes of memory that a process may take. */
const memory = 2048;

/**
 * Tries documents in processes of their own, so that one that never ends, floods the memory or ends its process is named, and
 * the others are tried all the same.
 *
 * @returns in the order of the files
 */
export async function tryAll(files: readonly string[], options: TryOptions): Promise<readonly Tried[]> {
  const waiting = [...files];
  const tried = new Map<string, Tried>();
  const work = async (): Promise<void> => {
    let child: ChildProcess | undefined;
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      child ??= await start(options);
      const began = performance.now();
      const outcome = await outcomeOf(file, child, options.limit);
      if ('stopped' in outcome) child = undefined;
      const done = { file, outcome, seconds: (performance.now() - began) / 1000 };
      tried.set(file, done);
      options.onTried(done);
    }
    child?.disconnect();
  };
  await Promise.all(Array.from({ length: options.processes }, work));
  return files.flatMap((file) => tried.get(file) ?? []);
}

async function start({ base, print }: TryOptions): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'trial-process.ts'), [base, print ? 'print' : 'check'], {
    execArgv: [`--max-old-space-size=${memory}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // It says that it is ready: starting is not the document's time.
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('a process that tries documents did not start');
    }),
  ]);
  return child;
}

/** Sends a document to a process. One that does not answer is ended. */
function outcomeOf(file: string, child: ChildProcess, limit: number): Promise<Trial | Stopped> {
  const errorOutput: string[] = [];
  child.stderr?.setEncoding('utf8');
  return new Promise((resolve) => {
    const end = (outcome: Trial | Stopped): void => {
      clearTimeout(timer);
      child.removeAllListeners('message').removeAllListeners('exit');
      child.stderr?.removeAllListeners('data');
      if ('stopped' in outcome) child.kill('SIGKILL');
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ stopped: `did not end in ${limit / 1000} s` }), limit);
    child.stderr?.on('data', (text: string) => void errorOutput.push(text));
    child.once('message', (message) => end(message as Trial));
    child.once('exit', (code, signal) => {
      const reason = /^.*(?:Error|FATAL).*$/m.exec(errorOutput.join(''))?.[0] ?? `ended with ${String(code ?? signal)}`;
      end({ stopped: `its process ended: ${reason.slice(0, 200)}` });
    });
    child.send(file);
  });
}

/** The line of a document that failed or lost something; none for one that did well. */
function tellTried({ file, outcome, seconds }: Tried): readonly string[] {
  const name = file.replace(/^.*[\\/]/, '');
  if ('stopped' in outcome) return [`${name}: ${outcome.stopped}`];
  const { isEmpty, refused, errors, lost } = outcome;
  if (isEmpty && !isBuilt(outcome)) return [`${name}: has no text`];
  if (refused !== '') return [`${name}: not imported: ${oneLine(refused)}`];
  const [first] = errors;
  const [loss] = lost;
  return [
    ...(first ? [`${name}: not built, ${errors.length} errors: ${first.rule}: ${oneLine(first.message)}`] : []),
    ...(loss ? [`${name}: lost unsaid: ${kindsOf(lost)}: ${oneLine(loss.sample)}`] : []),
    ...(seconds > slow ? [`${name}: took ${seconds.toFixed(0)} s`] : []),
  ];
}

/** Seconds after which a document is named for its time. */
const slow = 20;

/** What all documents together came to. */
export function tellTrials(tried: readonly Tried[]): readonly string[] {
  const trials = tried.flatMap(({ outcome }) => ('stopped' in outcome ? [] : [outcome]));
  const imported = trials.filter(({ refused }) => refused === '');
  const built = imported.filter(isBuilt);
  const stopped = tried.length - trials.length;
  const empty = trials.filter(({ isEmpty }) => isEmpty).length;
  const rules = countsOf(
    imported.flatMap(({ isEmpty, errors }) => (isEmpty ? [] : errors.map(({ rule }) => ({ name: rule, count: 1 })))),
  );
  const losses = imported.flatMap(({ lost }) => lost.map(({ kind, count }) => ({ name: kind, count })));
  const holding = countsOf(imported.flatMap(({ lost }) => unique(lost.map(({ kind }) => kind))));
  const seconds = tried.map((one) => one.seconds);
  return [
    `${tried.length} documents: ${imported.length} imported, ${built.length} built, ${stopped} ended their process or took too long, ${empty} have no text`,
    `whole, with nothing lost unsaid: ${built.filter(({ lost }) => lost.length === 0).length}`,
    ...rules.map(([rule, count]) => `error ${rule}: ${count}`),
    ...countsOf(losses).map(([kind, count]) => {
      return `lost unsaid, ${kind}: ${count} in ${new Map(holding).get(kind) ?? 0} documents`;
    }),
    `moved: ${sum(imported, 'moved')} words; parted or joined otherwise: ${sum(imported, 'spaced')} words; warnings: ${sum(imported, 'warnings')}`,
    `seconds a document: median ${median(seconds).toFixed(1)}, most ${Math.max(...seconds).toFixed(1)}`,
  ];
}

/** What is promised of imports. */
export function resultsOf(tried: readonly Tried[]): readonly BenchResult[] {
  const trials = tried.flatMap(({ outcome }) => ('stopped' in outcome ? [] : [outcome]));
  const built = trials.filter(isBuilt);
  const lost = trials.reduce((all, trial) => all + trial.lost.reduce((own, { count }) => own + count, 0), 0);
  // A document without a word is no manuscript, whether it becomes an edition or not.
  const saying = tried.filter(({ outcome }) => 'stopped' in outcome || !outcome.isEmpty);
  const done = built.filter(({ isEmpty }) => !isEmpty).length;
  const share = done / saying.length;
  return [
    {
      promise: `imported and built are at least 0.99 of the documents that have text: ${done} of ${saying.length} (${share.toFixed(3)})`,
      holds: share >= 0.99,
    },
    { promise: `nothing of those is lost unsaid: ${lost} words and parts`, holds: lost === 0 },
  ];
}

function isBuilt({ refused, errors }: Trial): boolean {
  return refused === '' && errors.length === 0;
}

function kindsOf(lost: Trial['lost']): string {
  const counts = countsOf(lost.map(({ kind, count }) => ({ name: kind, count })));
  return counts.map(([kind, count]) => `${kind} ${count}`).join(', ');
}

function countsOf(
  entries: readonly { readonly name: string; readonly count: number }[],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { name, count } of entries) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}

function unique(names: readonly string[]): readonly { readonly name: string; readonly count: number }[] {
  return [...new Set(names)].map((name) => ({ name, count: 1 }));
}

function sum(trials: readonly Trial[], key: 'moved' | 'spaced' | 'warnings'): number {
  return trials.reduce((all, trial) => all + trial[key], 0);
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 240 ? `${line.slice(0, 240)} …` : line;
}
