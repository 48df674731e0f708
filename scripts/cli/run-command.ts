import { join } from 'node:path';
import { rulePage } from '../press/diagnostics/rule-page.ts';
import type { BuildWorld, Built, Published } from './build.ts';
import { type BuildOptions, type Format, readCommandLine } from './options.ts';
import { showProgress } from './progress.ts';
import { sentences } from './sentences.ts';
import { countDiagnostics, tellDiagnostics } from './tell-diagnostics.ts';
import { tellNumbers } from './tell-numbers.ts';
import { tellRulePages } from './tell-rule-pages.ts';
import { openTerminal } from './terminal.ts';

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
  const { out, err } = openTerminal();
  const line = readCommandLine(words);
  if (line.kind === 'help') {
    out.write(command.help);
    return 0;
  }
  if (line.kind === 'wrong') {
    err.write(`${command.name}: ${line.message}\n\n${command.help}`);
    return 2;
  }
  const { options } = line;
  const progress = showProgress(err);
  const began = performance.now();
  try {
    const root = join(import.meta.dirname, '../..');
    const built = await command.run(options, { root, epoch: process.env.SOURCE_DATE_EPOCH, progress });
    progress.end();
    if (options.format === 'github') out.command?.(tellDiagnostics(built.diagnostics, 'github'));
    out.write(tellBuilt(built, options.format, (performance.now() - began) / 1000));
    return built.ok ? 0 : 1;
  } catch (error) {
    progress.end();
    err.write(`${command.name}: ${sentences(error)}\n`);
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
  const told = format === 'text' ? tellDiagnostics(diagnostics, 'text') + tellRulePages(diagnostics) : '';
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
  return `${told}${counts ? `${counts}\n` : ''}${numbers ? `${numbers}\n` : ''}${last} · ${seconds.toFixed(1)} s\n`;
}

function tellPublished({ path, pages, bytes }: Published): string {
  return `${path}  ${pages} pages  ${Math.ceil(bytes / 1000)} kB`;
}
