import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { auditSchema } from '../press/audit/audit.ts';
import { digestOf } from '../press/data/file-digest.ts';
import { collectDiagnostics, type Diagnostic, type Report } from '../press/diagnostics/diagnostic.ts';
import { type Edition, readEdition } from '../press/read/edition.ts';
import { listEditions, reportEditionNames } from '../press/read/edition-names.ts';
import { diskFiles, type Files, textOf } from '../press/read/files.ts';
import { readShared } from '../press/read/series.ts';
/** How gathering a release ended. Where it was refused, nothing was made. */
export type Gathered =
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
export function gatherRelease(root: string, folder: string): Gathered {
  const path = resolve(root, folder);
  if (existsSync(path)) return refused([`${folder} is there already: name another folder, or take it away`]);
  const files = diskFiles(root);
  const diagnostics = collectDiagnostics();
  const editions = readEditions(files, diagnostics.report);
  if (diagnostics.failed) {
    return refused(
      ['nothing was gathered, since the editions have errors: npm run check tells them all'],
      diagnostics.list(),
    );
  }
  const leaving = editions.filter(({ meta }) => released.has(meta.value.status));
  if (leaving.length === 0) return refused(['every edition is a draft: there is nothing to release']);
  const built = new Map<string, Uint8Array>();
  const reasons = leaving.flatMap((edition) => faultsOf(edition, files, built));
  if (reasons.length > 0) return refused(reasons);
  const sums = [...built].map(([name, bytes]) => `${digestOf(bytes).replace('sha256:', '')}  ${name}`);
  write(path, [...built, ['SHA256SUMS', new TextEncoder().encode(`${sums.join('\n')}\n`)]]);
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

/** Takes what out/ has of an edition into `built`, or says what is missing, or of another state of the edition. */
function faultsOf({ name, meta }: Edition, files: Files, built: Map<string, Uint8Array>): readonly string[] {
  const missing: string[] = [];
  for (const file of [`${name}.audit.html`, `${name}.audit.json`, `${name}.pdf`]) {
    const bytes = files.bytes(`out/${file}`);
    if (bytes) built.set(file, bytes);
    else missing.push(`there is no out/${file}: build it with npm run pdf`);
  }
  const audit = built.get(`${name}.audit.json`);
  if (missing.length > 0 || !audit) return missing;
  const { status, version } = meta.value;
  const of = builtOf(audit);
  if (of?.status === status && of.version === version) return [];
  const then = of ? `of version ${of.version}, a ${of.status}` : 'by another press';
  return [`out/${name}.pdf was built ${then}, and the edition is of version ${version}, a ${status}: build it again`];
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

function write(path: string, contents: readonly (readonly [name: string, bytes: Uint8Array])[]): void {
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
