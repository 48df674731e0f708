import { join } from 'node:path';
import { rulePage } from '../press/diagnostics/rule-page.ts';
import type { BuildWorld, Built, Published } from './build.ts';
import { type BuildOptions, type Format, readCommandLine } from './options.ts';
import { showProgress } from './progress.ts';
import { sentences } from './sentences.ts';
import { countDiagnostics, tellDiagnostics } from './tell-diagnostics.ts';
import { tellNumbers } from './tell-numbers.ts';
import { tellRulePages } from './tell-rule-pages.ts';

/** A command over editions, as its file in scripts/ describes it. */
export interface Command {
  readonly name: string;
  readonly help: string;
  readonly run: (options: BuildOptions, world: BuildWorld) => Promise<Built>;
}

/**
 * Runs a command with the words after its name. Results go to the standard output, progress to the standard error.
 *
 * @returns the exit code: 0 done, 1 the editions have errors, 2 the command line, the machine or the press has
 */
export async function runCommand(command: Command, words: readonly string[]): Promise<0 | 1 | 2> {
  const line = readCommandLine(words);
  if (line.kind === 'help') {
    process.stdout.write(command.help);
    return 0;
  }
  if (line.kind === 'wrong') {
    process.stderr.write(`${command.name}: ${line.message}\n\n${command.help}`);
    return 2;
  }
  const { options } = line;
  const progress = showProgress(process.stderr);
  const began = performance.now();
  try {
    const root = join(import.meta.dirname, '../..');
    const built = await command.run(options, { root, epoch: process.env.SOURCE_DATE_EPOCH, progress });
    progress.end();
    process.stdout.write(tellBuilt(built, options.format, (performance.now() - began) / 1000));
    return built.ok ? 0 : 1;
  } catch (error) {
    progress.end();
    process.stderr.write(`${command.name}: ${sentences(error)}\n`);
    return 2;
  }
}

function tellBuilt(built: Built, format: Format, seconds: number): string {
  const { ok, published, diagnostics } = built;
  if (format === 'json') {
    const explained = diagnostics.map((diagnostic) => ({ ...diagnostic, help: rulePage(diagnostic.rule) }));
    const said = { ok, editions: published, diagnostics: explained, seconds: Number(seconds.toFixed(3)) };
    return `${JSON.stringify(said, null, 2)}\n`;
  }
  const pages = format === 'text' ? tellRulePages(diagnostics) : '';
  const counts = countDiagnostics(diagnostics);
  const numbers = tellNumbers(published.map((edition) => edition.numbers));
  const last =
    published.length > 0
      ? published.map(tellPublished).join('; ')
      : !ok
        ? 'nothing was published'
        : counts
          ? 'no errors'
          : 'all is well';
  return `${tellDiagnostics(diagnostics, format)}${pages}${counts ? `${counts}\n` : ''}${numbers ? `${numbers}\n` : ''}${last} · ${seconds.toFixed(1)} s\n`;
}

function tellPublished({ path, pages, bytes }: Published): string {
  return `${path}  ${pages} pages  ${Math.ceil(bytes / 1000)} kB`;
}
