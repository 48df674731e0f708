import { join } from 'node:path';
import type { Diagnostic } from '../press/diagnostics/diagnostic.ts';
import { rulePage } from '../press/diagnostics/rules.ts';
import type { BuildWorld, Built, Published } from './build.ts';
import { type BuildOptions, type Format, readCommandLine } from './options.ts';
import { showProgress } from './progress.ts';
import type { Proofs } from './proof.ts';
import { sentences } from './sentences.ts';
import { countDiagnostics, tellDiagnostics, tellInShort } from './tell-diagnostics.ts';
import { tellNumbers } from './tell-numbers.ts';
import { tellRulePages } from './tell-rule-pages.ts';
import { openTerminal } from './terminal.ts';

/** A command over editions, as its file in scripts/ describes it. */
export interface Command {
  readonly name: string;
  readonly help: string;
  readonly run: (options: BuildOptions, world: BuildWorld) => Promise<Built>;
  /** What --proof does; undefined where there is nothing to print. */
  readonly proof: ((options: BuildOptions, world: BuildWorld) => Promise<Proofs>) | undefined;
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
  if (line.kind === 'proof' && !command.proof) {
    err.write(`${command.name}: --proof prints, and this command does not: npm run pdf -- --proof\n`);
    return 2;
  }
  const progress = showProgress(err);
  const began = performance.now();
  try {
    const root = join(import.meta.dirname, '../..');
    const world = { root, epoch: process.env.SOURCE_DATE_EPOCH, progress };
    const seconds = () => (performance.now() - began) / 1000;
    if (line.kind === 'proof' && command.proof) {
      const proofs = await command.proof(options, world);
      progress.end();
      if (options.format === 'github') out.command?.(tellDiagnostics(proofs.diagnostics, 'github'));
      out.write(tellProofs(proofs, options.format, seconds()));
      return proofs.ok ? 0 : 1;
    }
    const built = await command.run(options, world);
    progress.end();
    if (options.format === 'github') out.command?.(tellDiagnostics(built.diagnostics, 'github'));
    out.write(tellBuilt(built, options.format, seconds()));
    return built.ok ? 0 : 1;
  } catch (error) {
    progress.end();
    err.write(`${command.name}: ${sentences(error)}\n`);
    return 2;
  }
}

function tellBuilt(built: Built, format: Format, seconds: number): string {
  const { ok, published, diagnostics } = built;
  if (format === 'json') return tellJson({ ok, editions: published }, diagnostics, seconds);
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
  const tell = published.length > 0 ? tellInShort : tellAllText;
  return `${tellAll(diagnostics, format, tell)}${numbers ? `${numbers}\n` : ''}${last} · ${seconds.toFixed(1)} s\n`;
}

/** What was told, in lines, and then how much of it there is. */
function tellAll(
  diagnostics: readonly Diagnostic[],
  format: Format,
  tell: (diagnostics: readonly Diagnostic[]) => string,
): string {
  const lines = format === 'text' ? tell(diagnostics) + tellRulePages(diagnostics) : '';
  const counts = countDiagnostics(diagnostics);
  return `${lines}${counts ? `${counts}\n` : ''}`;
}

function tellAllText(diagnostics: readonly Diagnostic[]): string {
  return tellDiagnostics(diagnostics, 'text');
}

function tellJson(result: object, diagnostics: readonly Diagnostic[], seconds: number): string {
  const explained = diagnostics.map((diagnostic) => ({ ...diagnostic, help: rulePage(diagnostic.rule) }));
  const output = { ...result, diagnostics: explained, seconds: Number(seconds.toFixed(3)) };
  return `${JSON.stringify(output, null, 2)}\n`;
}

/** The last line names each proof with what is marked in it, or says why there is none. */
function tellProofs({ ok, proofs, diagnostics }: Proofs, format: Format, seconds: number): string {
  if (format === 'json') return tellJson({ ok, proofs }, diagnostics, seconds);
  const last = proofs.map((one) =>
    one.kind === 'printed'
      ? `${tellPublished(one)}  ${one.marked === 0 ? 'nothing' : one.marked} marked`
      : `no proof of ${one.edition}: ${one.why}`,
  );
  return `${tellAll(diagnostics, format, tellAllText)}${last.join('\n')} · ${seconds.toFixed(1)} s\n`;
}

function tellPublished({ path, pages, bytes }: Pick<Published, 'path' | 'pages' | 'bytes'>): string {
  return `${path}  ${pages} pages  ${Math.ceil(bytes / 1000)} kB`;
}
