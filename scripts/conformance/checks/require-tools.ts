import { runProgram } from '../run-program.ts';

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
