import { spawn } from 'node:child_process';

/** How a program ended, with all that it wrote. */
export interface ProgramEnd {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/**
 * Runs a program to its end and keeps what it writes.
 *
 * @returns undefined where the machine has no program of that name
 * @throws Error when it is there and cannot be started
 */
export function runProgram(program: string, args: readonly string[]): Promise<ProgramEnd | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') resolve(undefined);
      else reject(new Error(`Starting ${program} failed: see that it starts by itself`, { cause }));
    });
    child.once('close', (code) => {
      resolve({ code, output: Buffer.concat(output).toString('utf8'), errors: Buffer.concat(errors).toString('utf8') });
    });
  });
}
