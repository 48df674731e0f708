import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Trial } from './try-document.ts';

/** A document that was tried. */
export interface Tried {
  readonly file: string;
  readonly seconds: number;
  readonly outcome: Trial | Stopped;
}

/** A document that its process did not survive, or that it did not end in time. */
export interface Stopped {
  readonly stopped: string;
}

export interface TryOptions {
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
  const said: string[] = [];
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
    child.stderr?.on('data', (text: string) => void said.push(text));
    child.once('message', (message) => end(message as Trial));
    child.once('exit', (code, signal) => {
      const reason = /^.*(?:Error|FATAL).*$/m.exec(said.join(''))?.[0] ?? `ended with ${String(code ?? signal)}`;
      end({ stopped: `its process ended: ${reason.slice(0, 200)}` });
    });
    child.send(file);
  });
}
