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

/** The programs that look at PDFs besides the judge, with what each is for and its package of Debian and Ubuntu. */
const tools = [
  { program: 'qpdf', args: ['--version'], what: 'how PDFs are built', pack: 'qpdf' },
  { program: 'pdfinfo', args: ['-v'], what: 'what others read of them', pack: 'poppler-utils' },
] as const;

/**
 * Makes sure that the programs are there.
 *
 * @throws Error that says what to install
 */
export async function requireTools(run: typeof runProgram = runProgram): Promise<void> {
  for (const { program, args, what, pack } of tools) {
    if ((await run(program, args))?.code === 0) continue;
    throw new Error(
      `Checking ${what} needs ${program}, which this machine has not: install it (on Debian and Ubuntu: apt-get install ${pack})`,
    );
  }
}

/**
 * Has qpdf look at how a PDF is built: its objects, streams and cross-references.
 *
 * @returns what it finds, in its own words
 */
export async function checkWithQpdf(file: string, run: typeof runProgram = runProgram): Promise<readonly string[]> {
  const end = await run('qpdf', ['--check', file]);
  if (end?.code === 0) return [];
  const messages = `${end?.errors ?? ''}`.trim().split('\n').filter(Boolean);
  return (messages.length > 0 ? messages : ['it ended without a word']).map((line) => `qpdf: ${line}`);
}
