import { runProgram } from '../run-program.ts';

/**
 * Has qpdf look at how a PDF is built: its objects, streams and cross-references.
 *
 * @returns what it finds, in its own words
 */
export async function checkWithQpdf(file: string, run: typeof runProgram = runProgram): Promise<readonly string[]> {
  const end = await run('qpdf', ['--check', file]);
  if (end?.code === 0) return [];
  const said = `${end?.errors ?? ''}`.trim().split('\n').filter(Boolean);
  return (said.length > 0 ? said : ['it ended without a word']).map((line) => `qpdf: ${line}`);
}
