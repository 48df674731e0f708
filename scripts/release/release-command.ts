import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandResult } from '../cli/run-saying.ts';
import { tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { tellRulePages } from '../cli/tell-rule-pages.ts';
import { auditSchema } from '../press/audit/audit.ts';
import { digestOf } from '../press/data/file-digest.ts';
import { collectDiagnostics, type Diagnostic, type Report } from '../press/diagnostics/diagnostic.ts';
import { visibleLines } from '../press/diagnostics/visible-text.ts';
import { type Edition, readEdition } from '../press/read/edition.ts';
import { listEditions, reportEditionNames } from '../press/read/edition-names.ts';
import { diskFiles, type Files, textOf } from '../press/read/files.ts';
import { readShared } from '../press/read/series.ts';

const help = `npm run release -- gather FOLDER

Puts the files of a release into a new folder: from out/, the PDF and the audits of every edition of status final or
reconstruction, and their digests in SHA256SUMS. It leaves out drafts. It makes nothing unless every edition can be read and
all files are there.

  --help   this text

Exit codes: 0 done · 1 there is nothing to release, or not all of it · 2 the error is in the command line, the machine or the press.
`;

/** Runs npm run release with the words after it. */
export async function releaseCommand(words: readonly string[], root: string): Promise<CommandResult> {
  const line = readWords(words);
  if (line.kind === 'help') return { text: help, code: 0 };
  if (line.kind === 'wrong') return { text: `release: ${line.message}\n\n${help}`, code: 2 };
  const gathered = gatherRelease(root, line.folder);
  if (gathered.kind === 'gathered') {
    const drafts = gathered.drafts.map((name) => `${name} is a draft, and stays here`);
    return { text: visibleLines([...drafts, ...gathered.sums]), code: 0 };
  }
  const faults = `${tellDiagnostics(gathered.diagnostics, 'text')}${tellRulePages(gathered.diagnostics)}`;
  return { text: `${faults}${visibleLines(gathered.reasons.map((reason) => `release: ${reason}`))}`, code: 1 };
}

type Line =
  | { readonly kind: 'gather'; readonly folder: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

function readWords(words: readonly string[]): Line {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { help: { type: 'boolean', short: 'h', default: false } },
      allowPositionals: true,
    });
    if (values.help) return { kind: 'help' };
    const [verb, folder, ...more] = positionals;
    if (verb === 'gather' && folder !== undefined && more.length === 0) return { kind: 'gather', folder };
    return { kind: 'wrong', message: 'name one folder that is not there yet: npm run release -- gather ../released' };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}

/** How gathering a release ended. Where it was refused, nothing was made. */
type Gathered =
  | {
      readonly kind: 'gathered';
      readonly drafts: readonly string[];
      /** The lines of SHA256SUMS: a digest and a name. */
      readonly sums: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reasons: readonly string[]; readonly diagnostics: readonly Diagnostic[] };

/** The only statuses that leave: what has none of them is for eyes in the house. */
const released: ReadonlySet<string> = new Set(['final', 'reconstruction']);

/**
 * Lays what a release hands out into a new folder: of each edition that is no draft, as the press reads it, what out/ has.
 *
 * @param folder from the root, or an absolute path
 * @throws Error when the folder cannot be written; it is then not there
 */
function gatherRelease(root: string, folder: string): Gathered {
  const path = resolve(root, folder);
  if (existsSync(path)) return refused([`${folder} is there already: name another folder, or take it away`]);
  const files = diskFiles(root);
  const diagnostics = collectDiagnostics();
  const editions = readEditions(files, diagnostics.report);
  if (diagnostics.failed) {
    return refused(
      ['nothing was gathered, because the editions have errors: npm run check lists them all'],
      diagnostics.list(),
    );
  }
  const leaving = editions.filter(({ meta }) => released.has(meta.value.status));
  if (leaving.length === 0) return refused(['every edition is a draft: there is nothing to release']);
  const built = leaving.map((edition) => builtFiles(edition, files));
  const reasons = built.flatMap(({ faults }) => faults);
  if (reasons.length > 0) return refused(reasons);
  const contents = built.flatMap((edition) => edition.contents);
  const sums = contents.map(([name, bytes]) => `${digestOf(bytes).replace('sha256:', '')}  ${name}`);
  write(path, [...contents, ['SHA256SUMS', new TextEncoder().encode(`${sums.join('\n')}\n`)]]);
  const drafts = editions.filter((edition) => !leaving.includes(edition)).map(({ name }) => name);
  return { kind: 'gathered', drafts, sums };
}

function refused(reasons: readonly string[], diagnostics: readonly Diagnostic[] = []): Gathered {
  return { kind: 'refused', reasons, diagnostics };
}

/** All editions that can be read; what keeps one from it is reported. */
function readEditions(files: Files, report: Report): readonly Edition[] {
  reportEditionNames(files, report);
  const shared = readShared(files, report);
  if (!shared) return [];
  return listEditions(files).flatMap((name) => readEdition(files, name, shared, report) ?? []);
}

type NamedBytes = readonly [name: string, bytes: Uint8Array];

/** What out/ has of an edition, and what is missing there, or of another state of the edition. */
function builtFiles(
  { name, meta }: Edition,
  files: Files,
): { readonly contents: readonly NamedBytes[]; readonly faults: readonly string[] } {
  const names = [`${name}.audit.html`, `${name}.audit.json`, `${name}.pdf`];
  const contents = names.flatMap((file): readonly NamedBytes[] => {
    const bytes = files.bytes(`out/${file}`);
    return bytes ? [[file, bytes]] : [];
  });
  const found = new Map(contents);
  const missing = names.filter((file) => !found.has(file));
  const audit = found.get(`${name}.audit.json`);
  if (missing.length > 0 || !audit) {
    return { contents, faults: missing.map((file) => `there is no out/${file}: build it with npm run pdf`) };
  }
  const { status, version } = meta.value;
  const of = builtOf(audit);
  if (of?.status === status && of.version === version) return { contents, faults: [] };
  const then = of ? `of version ${of.version}, a ${of.status}` : 'by another press';
  const fault = `out/${name}.pdf was built ${then}, and the edition is of version ${version}, a ${status}: build it again`;
  return { contents, faults: [fault] };
}

/** What an audit says of the edition that it was built from; undefined where it is no audit of this press. */
function builtOf(audit: Uint8Array): { readonly status: string; readonly version: string } | undefined {
  try {
    const { edition }: { readonly edition?: unknown } = JSON.parse(textOf(audit));
    return auditSchema.shape.edition.safeParse(edition).data;
  } catch {
    return undefined;
  }
}

function write(path: string, contents: readonly NamedBytes[]): void {
  try {
    mkdirSync(path);
  } catch (cause) {
    throw new Error(`making ${path} failed: check that the folder above it is there`, { cause });
  }
  try {
    for (const [name, bytes] of contents) writeFileSync(join(path, name), bytes);
  } catch (cause) {
    rmSync(path, { recursive: true, force: true });
    throw new Error(`writing ${path} failed: check that there is room on the disk`, { cause });
  }
}
