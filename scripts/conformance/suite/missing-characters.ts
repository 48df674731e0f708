import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { noCache } from '../../press/cache.ts';
import { coverageOf } from '../../press/read/font-coverage.ts';
import { readFonts } from '../../press/read/fonts.ts';
import { tokensSchema } from '../../press/read/schemas/tokens.ts';

/** Tells which characters of a text no font of the series has. */
export async function missingCharacters(repository: string): Promise<(text: string) => readonly string[]> {
  const tokens = tokensSchema.parse(parse(await readFile(join(repository, 'styles/tokens.yaml'), 'utf8')));
  const coverage = coverageOf(readFonts(tokens), tokens.fonts.mono.name, noCache);
  return (text) => [...new Set([...coverage.missingFrom(text, 'text'), ...coverage.missingFrom(text, 'code')])];
}
