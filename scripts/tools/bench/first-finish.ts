import { readFile } from 'node:fs/promises';
import { deserialize } from 'node:v8';
import type { finishPdf } from '../../press/finish/index.ts';

// Finishes the print of a file in a process that has finished none, for `measureDocument`: it writes the milliseconds that
// reading the code of the stage and finishing took together.
const [from = ''] = process.argv.slice(2);
const { pdf, facts } = deserialize(await readFile(from)) as { pdf: Uint8Array; facts: Parameters<typeof finishPdf>[1] };
const began = performance.now();
const stage = await import('../../press/finish/index.ts');
stage.finishPdf(pdf, facts);
process.stdout.write(String(performance.now() - began));
