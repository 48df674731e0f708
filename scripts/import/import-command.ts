import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { check } from '../cli/build.ts';
import type { Progress } from '../cli/progress.ts';
import type { Said } from '../cli/run-saying.ts';
import { tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { collectDiagnostics } from '../press/diagnostics/diagnostic.ts';
import { didYouMean } from '../press/diagnostics/did-you-mean.ts';
import { diskFiles, type Files, textOf } from '../press/read/files.ts';
import { listEditions } from '../press/read/read-edition.ts';
import { readShared } from '../press/read/read-series.ts';
import { filesOfEdition } from './files-of-edition.ts';
import { importManuscript } from './import-manuscript.ts';
import { leftToDo } from './left-to-do.ts';
import { putEdition } from './put-edition.ts';
import { type ImportOptions, readImportWords } from './read-import-words.ts';
import { readManuscript } from './read-manuscript.ts';
import { existingSections, seriesTitles } from './section-titles.ts';
import { sharedFiles } from './shared-files.ts';
import type { TableNaming } from './take-tables.ts';
import { tellImport } from './tell-import.ts';
import { withShared } from './with-shared.ts';

export const help = `npm run import -- FILE --edition NAME | --onto NAME [--force]

Makes an edition from its authors' manuscript: a Word document (.docx), .md, .html or .txt.

  --edition NAME   a new edition, content/NAME; one that is there is not touched
  --force          with --edition: makes it anew, and keeps what was there as a backup
  --onto NAME      pours the manuscript into the edition NAME: the text of its sections gives way to the manuscript's;
                   charts, tables, maps, timelines and key figures stay; its status becomes final; a backup is kept
  --help           this text

Exit codes: 0 done · 1 the series has errors, nothing was written · 2 the command line, the machine or the press has.
`;

const silent: Progress = { of: () => () => {}, done: () => {}, say: () => {}, end: () => {} };

/**
 * Runs npm run import with the words after it.
 *
 * @param now the time of the import
 */
export async function importCommand(words: readonly string[], root: string, now: Date): Promise<Said> {
  const line = readImportWords(words);
  if (line.kind === 'help') return { text: help, code: 0 };
  if (line.kind === 'wrong') return { text: `import: ${line.message}\n\n${help}`, code: 2 };
  const { options } = line;
  const files = diskFiles(root);
  const editions = listEditions(files);
  const refused = refusal(options.edition, options.how, editions, root);
  if (refused !== undefined) return { text: `import: ${refused}\n`, code: 2 };
  const diagnostics = collectDiagnostics();
  const shared = readShared(files, diagnostics.report);
  if (!shared) return { text: tellDiagnostics(diagnostics.list(), 'text'), code: 1 };

  const file = resolve(root, options.manuscript);
  const bytes = bytesOf(file, options.manuscript);
  const language = languageOf(files, options, shared.series.value.language);
  const own = options.how === 'onto' ? existingSections(files, options.edition, language) : [];
  const titles = [...own.map(({ title }) => title), ...seriesTitles(files, editions, language)];
  const manuscript = await readManuscript(basename(file), bytes, {
    sections: titles,
    pictureAt: (path) => pictureBeside(file, path),
  });
  const otherwise = basename(file)
    .replace(/\.[^.]*$/, '')
    .replace(/[-_]+/g, ' ');
  const naming: TableNaming = {
    ...{ edition: options.edition, language, source: `${options.edition}-manuscript`, sourceTitle: otherwise },
    tables: options.how === 'onto' ? tableNames(files, options.edition) : new Set(),
    datasets: new Set(shared.dataPackage.value.resources.map(({ name }) => name)),
    today: now.toISOString().slice(0, 10),
  };
  const sections = own.map(({ section }) => section);
  const imported = importManuscript(manuscript, {
    ...{ sections, titles, language, naming },
    otherwise: (options.how === 'onto' && titleOf(files, options.edition, language)) || otherwise,
    series: inLanguage(shared.series.value.title, language),
    partners: shared.series.value.partners,
  });
  const edition = filesOfEdition(imported, { options, language, files, shared, now });
  const added = sharedFiles(imported.tables, naming, files, shared);
  const backup = await withShared(root, added, files, () => putEdition(root, edition));
  const written = new Map([...edition.sections].map(([name, path]) => [name, `content/${options.edition}/${path}`]));
  const text = tellImport({ options, imported, files: written, backup, source: naming.source });
  const { diagnostics: left } = await check(
    { editions: [options.edition], out: 'out', jobs: 1, failOnWarning: false, format: 'text' },
    { root, epoch: undefined, progress: silent },
  );
  return { text: `${text}${leftToDo(options.edition, left)}`, code: 0 };
}

/** The title of the edition that is there, as far as it can be read. */
function titleOf(files: Files, edition: string, language: string): string {
  const bytes = files.bytes(`content/${edition}/edition.yaml`);
  const title: unknown = bytes ? parseDocument(textOf(bytes)).toJS()?.title : undefined;
  return inLanguage(title, language);
}

/** A text that is one string, or a string a language; empty where it is neither. */
function inLanguage(text: unknown, language: string): string {
  if (typeof text === 'string') return text;
  const own: unknown =
    typeof text === 'object' && text !== null ? Object.entries(text).find(([key]) => key === language)?.[1] : '';
  return typeof own === 'string' ? own : '';
}

/** The language of the edition that is there, else that of the series. */
function languageOf(files: Files, { edition, how }: ImportOptions, series: string): string {
  const bytes = how === 'onto' ? files.bytes(`content/${edition}/edition.yaml`) : undefined;
  const own: unknown = bytes ? parseDocument(textOf(bytes)).get('language') : undefined;
  return typeof own === 'string' ? own : series;
}

function tableNames(files: Files, edition: string): ReadonlySet<string> {
  return new Set(files.list(`content/${edition}/tables`).map((file) => file.replace(/\.yaml$/, '')));
}

/** Why the edition cannot be written, in a sentence. */
function refusal(
  name: string,
  how: 'new' | 'over' | 'onto',
  editions: readonly string[],
  root: string,
): string | undefined {
  if (how === 'onto') {
    return editions.includes(name)
      ? undefined
      : `there is no edition "${name}": ${didYouMean(name, editions, 'editions')}`;
  }
  return how === 'new' && existsSync(join(root, 'content', name))
    ? `content/${name} is there already: choose another name, write --onto ${name} to pour into it, or add --force to make it anew (a backup is kept)`
    : undefined;
}

function bytesOf(file: string, asWritten: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`reading ${asWritten} failed: check its name, and that this account may read it`, { cause });
  }
}

/** A picture from the folder of the manuscript or below it: it has no business with other files of the machine. */
function pictureBeside(manuscript: string, path: string): Uint8Array | undefined {
  const plain = /%/.test(path) ? path.replace(/%20/g, ' ') : path;
  const inside = !/^([a-z][a-z+.-]*:|[\\/])/i.test(plain) && !plain.split(/[\\/]/).includes('..');
  return inside && /\.(png|jpe?g|svg|gif|webp|tiff?)$/i.test(plain)
    ? diskFiles(dirname(manuscript)).bytes(plain)
    : undefined;
}
