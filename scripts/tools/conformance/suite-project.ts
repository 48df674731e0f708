import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { slug } from 'github-slugger';
import { parse, stringify } from 'yaml';

/** An edition of the conformance suite as its file has it: markdown under a head in YAML. */
export interface SuiteEdition {
  /** The file's name without its ending. */
  readonly name: string;
  /** What its edition.yaml has besides what all editions of the suite have. */
  readonly meta: Readonly<Record<string, unknown>>;
  /** All sections: each begins at a heading with one #. */
  readonly markdown: string;
  /** What had to be left out to make an edition of it, in a sentence each. */
  readonly notices: readonly string[];
}

/** Where the parts of the suite's project come from. */
export interface SuiteSources {
  /** The repository: its templates, styles and labels are the suite's. */
  readonly repository: string;
  /** The folder with series, sources, data, images, and labels of further languages. */
  readonly shared: string;
}

/** Where the suite lies in the repository. */
export function suiteSources(repository: string): SuiteSources {
  return { repository, shared: join(repository, 'tests/conformance/suite') };
}

/** Lays the suite out in an empty folder as a project that the press can build. */
export async function laySuiteOut(
  editions: readonly SuiteEdition[],
  { repository, shared }: SuiteSources,
  root: string,
): Promise<void> {
  const pool = await readPool(join(shared, 'pool'));
  for (const part of ['templates', 'styles', 'content/labels']) {
    await cp(join(repository, part), join(root, part), { recursive: true });
  }
  await layLabelsOut(shared, root);
  for (const part of ['content', 'data']) await cp(join(shared, part), join(root, part), { recursive: true });
  for (const edition of editions) {
    const folder = join(root, 'content', edition.name);
    for (const [path, text] of filesOf(edition, pool)) await write(join(folder, path), text);
    for (const [, path = ''] of edition.markdown.matchAll(/\]\((images\/[\w.-]+)\)/g)) {
      await write(join(folder, path), await readFile(join(shared, path)));
    }
  }
}

/** Labels of further languages: those of English, but for the words that the suite has in that language. */
async function layLabelsOut(shared: string, root: string): Promise<void> {
  const read = async (path: string): Promise<object> => parse(await readFile(path, 'utf8'));
  const english = await read(join(root, 'content/labels/en.yaml'));
  for (const file of await readdir(join(shared, 'labels'))) {
    const words = { ...english, ...(await read(join(shared, 'labels', file))) };
    await write(join(root, 'content/labels', file), stringify(words));
  }
}

/** The files of an edition, by path from its folder. */
function filesOf(edition: SuiteEdition, pool: Pool): ReadonlyMap<string, string> {
  const meta: Readonly<Record<string, unknown>> = {
    title: edition.name,
    short_title: edition.name,
    ...pool.edition,
    ...edition.meta,
  };
  const files = new Map([['edition.yaml', stringify(meta)]]);
  const language = typeof meta.language === 'string' ? meta.language : 'en';
  for (const { file, markdown } of splitSections(edition.markdown)) files.set(`${language}/${file}`, markdown);
  const named = `${edition.markdown}\n${stringify(edition.meta)}`;
  for (const kind of placedKinds) {
    const singular = kind.slice(0, -1);
    for (const [name, entry] of Object.entries(pool[kind])) {
      const isNamed = named.includes(`::${singular}[${name}]`) || new RegExp(`${singular}: ${name}\\b`).test(named);
      if (isNamed) files.set(`${kind}/${name}.yaml`, stringify(entry));
    }
  }
  const all = [...files.values()].join('\n');
  const facts = Object.entries(pool.facts).filter(([name]) => all.includes(`:fact[${name}]`));
  files.set('facts.yaml', stringify(Object.fromEntries(facts)));
  return files;
}

async function write(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** A section of an edition, as a file of its own. */
interface Section {
  readonly file: string;
  readonly markdown: string;
}

/** Splits a text at its headings with one #, but not at such lines within code. */
export function splitSections(markdown: string): readonly Section[] {
  const sections: string[][] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || line.trim().startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    if ((fence === undefined && /^# /.test(line)) || sections.length === 0) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections
    .map((lines) => lines.join('\n'))
    .filter((text) => text.trim() !== '')
    .map((text, index) => ({ file: `${10 + index}-${nameOf(text)}-${index + 1}.md`, markdown: text.trimStart() }));
}

/** A name in small letters, digits and hyphens; headings in other scripts have none. */
function nameOf(text: string): string {
  const words = slug(text.trim().split('\n')[0] ?? '').match(/[a-z0-9]+/g) ?? [];
  return ['part', ...words.slice(0, 3)].join('-');
}

type Entries = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What the editions of the suite share: an edition has of it what its text names. */
interface Pool {
  /** What every edition.yaml of the suite has. */
  readonly edition: Readonly<Record<string, unknown>>;
  readonly facts: Entries;
  readonly charts: Entries;
  readonly tables: Entries;
  readonly maps: Entries;
  readonly timelines: Entries;
}

/** The kinds of things that a section places, by the folder that they have in an edition. */
const placedKinds = ['charts', 'tables', 'maps', 'timelines'] as const;

/** Reads what the editions of the suite share; an entry `defaults` of a file is part of each of its entries. */
async function readPool(folder: string): Promise<Pool> {
  const read = async (name: string): Promise<Entries> =>
    parse(await readFile(join(folder, `${name}.yaml`), 'utf8'), { merge: true });
  const spread = async (name: string): Promise<Entries> => {
    const { defaults, ...entries } = await read(name);
    return Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, { ...defaults, ...entry }]));
  };
  const [edition, facts, charts, tables, maps, timelines] = await Promise.all([
    read('edition'),
    ...['facts', 'charts', 'tables', 'maps', 'timelines'].map(spread),
  ]);
  return {
    edition: edition ?? {},
    facts: facts ?? {},
    charts: charts ?? {},
    tables: tables ?? {},
    maps: maps ?? {},
    timelines: timelines ?? {},
  };
}
