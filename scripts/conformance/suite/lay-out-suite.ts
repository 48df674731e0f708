import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { type Pool, placedKinds } from './pool.ts';
import { splitSections } from './split-sections.ts';
import type { SuiteEdition } from './suite-edition.ts';

/** Where the parts of the suite's project come from. */
export interface SuiteSources {
  /** The repository: its templates, styles and labels are the suite's. */
  readonly repository: string;
  /** The folder with series, sources, data, images, and labels of further languages. */
  readonly shared: string;
}

/** Lays the suite out in an empty folder as a project that the press can build. */
export async function laySuiteOut(
  editions: readonly SuiteEdition[],
  pool: Pool,
  { repository, shared }: SuiteSources,
  root: string,
): Promise<void> {
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
