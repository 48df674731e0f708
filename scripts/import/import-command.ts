import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toString as textOf } from 'mdast-util-to-string';
import { parseDocument } from 'yaml';
import { check } from '../cli/build.ts';
import { silentProgress } from '../cli/progress.ts';
import type { CommandResult } from '../cli/run-saying.ts';
import { tellDiagnostics } from '../cli/tell-diagnostics.ts';
import { collectDiagnostics, type Diagnostic } from '../press/diagnostics/diagnostic.ts';
import { didYouMean } from '../press/diagnostics/did-you-mean.ts';
import { parseMarkdown } from '../press/prose/markdown.ts';
import { readChecked } from '../press/read/checked-yaml.ts';
import { readSections, type SectionFile } from '../press/read/edition.ts';
import { editionNameFault, listEditions } from '../press/read/edition-names.ts';
import { diskFiles, type Files, sourceIn } from '../press/read/files.ts';
import { readFonts } from '../press/read/fonts.ts';
import { type Labels, labelsSchema } from '../press/read/schemas/labels.ts';
import { readShared, type Shared } from '../press/read/series.ts';
import { isEditionItself } from '../press/read/sources.ts';
import { type ImportedManuscript, importManuscript } from './import-manuscript.ts';
import { editionFiles, type ImportOptions, sharedFiles } from './pour/edition-files.ts';
import type { Adoption } from './pour/kept-figures.ts';
import type { PouredOnto } from './pour/pour.ts';
import { putEdition, withShared } from './pour/put-edition.ts';
import { readManuscript } from './read/formats.ts';
import { openPictureConverter, placeholder } from './read/pictures.ts';
import { reportImport } from './report.ts';
import { lostWords } from './words.ts';

const help = `npm run import -- FILE --edition NAME | --onto NAME [--force]

Makes an edition from its authors' manuscript: a Word document (.docx), .md, .html or .txt. Then npm run pdf -- NAME prints it.

  --edition NAME   a new edition, content/NAME; if there is one, it stays as it is
  --force          with --edition: makes it anew, and keeps what was there as a backup
  --onto NAME      puts the manuscript's text in the place of the text of the sections of the edition NAME;
                   its charts, tables, maps, timelines and key figures stay; a backup is kept
  --help           this text

The edition is a draft until its authors say otherwise, and prints as a proof.

Exit codes: 0 done · 1 the series has errors, nothing was written · 2 the error is in the command line, the machine or the press.
`;

/**
 * Runs npm run import with the words after it.
 *
 * @param now the time of the import
 */
export async function importCommand(words: readonly string[], root: string, now: Date): Promise<CommandResult> {
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
  const target = targetOf(options, files, editions, shared);
  const file = resolve(root, options.manuscript);
  const bytes = bytesOf(file, options.manuscript);
  const imported = await readAndPour({ options, file, bytes }, target, now);
  if (imported.words === 0 && imported.pictures.size === 0) {
    return {
      text: `import: ${options.manuscript} has no text, so nothing was written: is it the right file?\n`,
      code: 2,
    };
  }
  const adoption = target.onto.adoption;
  const edition = editionFiles(imported, { options, language: target.language, files, shared, adoption, now });
  const added = sharedFiles(imported.tables, files);
  const backup = await withShared(root, added, files, () => putEdition(root, edition));
  const written = new Map([...edition.sections].map(([name, path]) => [name, `content/${options.edition}/${path}`]));
  const labelled = adoption.figures === 'labelled';
  const left = await checked(options.edition, root);
  const lost = lostWords(basename(file), bytes, imported.printed, imported.remarks);
  return { text: reportImport({ options, imported, files: written, backup, lost, labelled, left }), code: 0 };
}

/** What a manuscript is poured into, read from the project. */
interface Target {
  readonly files: Files;
  readonly shared: Shared;
  /** That of the edition's sections. */
  readonly language: string;
  readonly labels: Labels;
  readonly onto: PouredOnto;
  /** Titles of sections that the edition or its series has. */
  readonly titles: readonly string[];
  /** The edition's own; empty of a new one. */
  readonly title: string;
}

function targetOf(options: ImportOptions, files: Files, editions: readonly string[], shared: Shared): Target {
  const isOnto = options.how === 'onto';
  const meta = isOnto ? parseDocument(sourceIn(files, `content/${options.edition}/edition.yaml`)) : undefined;
  const own: unknown = meta?.get('language');
  const language = typeof own === 'string' ? own : shared.series.value.language;
  const title = inLanguage(meta?.toJS()?.title, language);
  const sections = isOnto ? existingSections(files, options.edition, language) : [];
  const labels = readChecked(files, `content/labels/${language}.yaml`, labelsSchema, () => {})?.value ?? {};
  const adoption: Adoption = {
    figures: meta?.get('status') === 'reconstruction' ? 'labelled' : 'as before',
    ownSources: sourcesOfItself(title, language, shared),
  };
  const figuresTitle = labels['figures-added'] ?? 'Figures added by the press';
  return {
    files,
    shared,
    language,
    labels,
    title,
    onto: { sections: sections.map(({ section }) => section), adoption, figuresTitle },
    titles: [...sections.map(({ title }) => title), ...seriesTitles(files, editions, language)],
  };
}

/** Records of sources.yaml that are the edition itself, as its partners published it: under its own text it would cite itself. */
function sourcesOfItself(title: string, language: string, { sources, series }: Shared): ReadonlySet<string> {
  const titled = { language, meta: { value: { title }, at: series.at }, series };
  return new Set([...sources].flatMap(([id, { value }]) => (isEditionItself(value, titled) ? [id] : [])));
}

/** The manuscript as files of an edition. The converter of pictures ends with it. */
async function readAndPour(
  { options, file, bytes }: { readonly options: ImportOptions; readonly file: string; readonly bytes: Uint8Array },
  target: Target,
  now: Date,
): Promise<ImportedManuscript> {
  const { files, shared, language, labels, onto, titles } = target;
  await using converter = openPictureConverter();
  const manuscript = await readManuscript(basename(file), bytes, {
    sections: titles,
    pictureAt: (path) => pictureBeside(file, path),
    toPng: converter.toPng,
    placeholder: (kind, size) => {
      const words = (labels['picture-missing'] ?? '{kind}').replace('{kind}', kind);
      const { tokens } = shared;
      return placeholder(
        words,
        size,
        readFonts(tokens.value).find(({ family }) => family === tokens.value.fonts.sans.name),
      );
    },
  });
  const otherwise = basename(file)
    .replace(/\.[^.]*$/, '')
    .replace(/[-_]+/g, ' ');
  const naming = {
    edition: options.edition,
    language,
    today: now.toISOString().slice(0, 10),
    tables: options.how === 'onto' ? tableNames(files, options.edition) : new Set<string>(),
    datasets: new Set(shared.dataPackage.value.resources.map(({ name }) => name)),
  };
  return importManuscript(manuscript, {
    onto,
    titles,
    language,
    naming,
    otherwise: target.title || otherwise,
    series: inLanguage(shared.series.value.title, language),
    partners: shared.series.value.partners,
  });
}

async function checked(edition: string, root: string): Promise<readonly Diagnostic[]> {
  const options = { editions: [edition], out: 'out', jobs: 1, failOnWarning: false, format: 'text' } as const;
  return (await check(options, { root, epoch: undefined, progress: silentProgress })).diagnostics;
}

/** A text that is one string, or a string a language; empty where it is neither. */
function inLanguage(text: unknown, language: string): string {
  if (typeof text === 'string') return text;
  const own: unknown =
    typeof text === 'object' && text !== null ? Object.entries(text).find(([key]) => key === language)?.[1] : '';
  return typeof own === 'string' ? own : '';
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
    ? `content/${name} is there already: choose another name, write --onto ${name} to import into it, or add --force to make it anew (a backup is kept)`
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

/** What a command line says: to import, to show the help, or something that cannot be understood. */
type ImportLine =
  | { readonly kind: 'import'; readonly options: ImportOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads the words after npm run import. */
function readImportWords(words: readonly string[]): ImportLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        edition: { type: 'string' },
        onto: { type: 'string' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
    if (values.help) return { kind: 'help' };
    const [manuscript, ...more] = positionals;
    if (manuscript === undefined) return wrong('name the file of the manuscript');
    if (more.length > 0) return wrong(`one manuscript at a time: what is "${more[0]}"?`);
    const { edition, onto, force } = values;
    if ((edition === undefined) === (onto === undefined)) {
      return wrong('write --edition NAME for a new edition, or --onto NAME for one that there is');
    }
    const name = edition ?? onto ?? '';
    const fault = editionNameFault(name);
    if (fault !== undefined) return wrong(`"${name}" cannot name an edition: ${fault}`);
    return {
      kind: 'import',
      options: { manuscript, edition: name, how: onto !== undefined ? 'onto' : force ? 'over' : 'new' },
    };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): ImportLine {
  return { kind: 'wrong', message };
}

/** A section that is there, with the words of its heading. */
interface TitledSection {
  readonly section: SectionFile;
  readonly title: string;
}

/** The sections of an edition in one language; none where there are none. Files that are no sections are passed over. */
function existingSections(files: Files, edition: string, language: string): readonly TitledSection[] {
  return readSections(files, `content/${edition}/${language}`, () => {}).map((section) => {
    const [first] = parseMarkdown(section.markdown).children;
    return { section, title: first?.type === 'heading' ? textOf(first) : section.name };
  });
}

/** The titles of the sections of all editions, each once. */
function seriesTitles(files: Files, editions: readonly string[], language: string): readonly string[] {
  return [
    ...new Set(editions.flatMap((edition) => existingSections(files, edition, language).map(({ title }) => title))),
  ];
}
