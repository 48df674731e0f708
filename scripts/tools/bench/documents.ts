import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectDiagnostics } from '../../press/diagnostics/diagnostic.ts';
import { type Compiled, compileEdition } from '../../press/index.ts';
import { openProject } from '../../press/project.ts';
import { listEditions } from '../../press/read/edition-names.ts';
import { diskFiles } from '../../press/read/files.ts';
import { laySuiteOut, type SuiteEdition, suiteSources } from '../conformance/suite-project.ts';

/** Documents that are ready to be printed, as long as this is open: their data are asked for until then. */
export interface OpenDocuments extends AsyncDisposable {
  readonly compiled: readonly Compiled[];
}

const repository = join(import.meta.dirname, '../../..');

/**
 * Compiles the editions of the series.
 *
 * @throws Error when one of them cannot be compiled
 */
export function openEditions(): Promise<OpenDocuments> {
  return openAll(repository, new AsyncDisposableStack());
}

/**
 * Lays documents out as editions of a project and compiles them.
 *
 * @throws Error when one of them cannot be compiled
 */
export async function openDocuments(documents: readonly SuiteEdition[]): Promise<OpenDocuments> {
  const root = await mkdtemp(join(tmpdir(), 'bench-'));
  await using opened = new AsyncDisposableStack();
  opened.defer(() => rm(root, { recursive: true, force: true }));
  await laySuiteOut(documents, suiteSources(repository), root);
  return await openAll(root, opened.move());
}

async function openAll(root: string, before: AsyncDisposableStack): Promise<OpenDocuments> {
  await using opened = before;
  const { report } = collectDiagnostics();
  const project = await openProject(root, report);
  if (!project) throw new Error('The documents to be measured cannot be opened');
  opened.use(project);
  const compiled: Compiled[] = [];
  for (const name of listEditions(diskFiles(root))) {
    const edition = await compileEdition(name, project, report, () => {});
    if (!edition) throw new Error(`The document "${name}", which is to be measured, cannot be compiled`);
    compiled.push(edition);
  }
  const kept = opened.move();
  return { compiled, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** Folders that a bench may save in, as long as this is open. */
interface ProjectFolders extends AsyncDisposable {
  readonly roots: readonly string[];
}

/** Pages, about, of the long document that a bench saves in. */
const savedPages = 50;

/** Lays out a copy of the series, and a project of one long document. */
export async function layProjectsOut(): Promise<ProjectFolders> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  await using laid = new AsyncDisposableStack();
  laid.defer(() => rm(folder, { recursive: true, force: true }));
  const [series, long] = [join(folder, 'series'), join(folder, 'long')];
  for (const part of ['content', 'data', 'templates', 'styles']) {
    await cp(join(repository, part), join(series, part), { recursive: true });
  }
  await laySuiteOut([longDocument(savedPages)], suiteSources(repository), long);
  const kept = laid.move();
  return { roots: [series, long], [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** Parts to a page, on the average. */
const partsToPage = 3;

/** A document of about this many pages: text, lists, tables, notes, links, and a chart on every fifth page. */
export function longDocument(pages: number): SuiteEdition {
  // The cover, and the page of notes and colophon, hold no parts.
  const count = (pages - 2) * partsToPage;
  const parts = Array.from({ length: count }, (_, index) => part(index + 1));
  return {
    name: `pages-${pages}`,
    meta: {},
    markdown: `# A long document\n\n::chart[bars]\n\n::table[yards]\n\n${parts.join('\n')}`,
    notices: [],
  };
}

function part(number: number): string {
  return `
## Part ${number}

Words of this part, with *emphasis*, a [link](https://example.org/${number}) and a note.[^n${number}] The pond is round,
the boats are of paper, and the wind is fair. The pond is round, the boats are of paper, and the wind is fair.

- an entry of this part, with **strong words**
- another, with \`code\`

| boat | pond |
|------|------|
| of paper | round |
| of cloth | long |

The pond is round, the boats are of paper, and the wind is fair. The pond is round, the boats are of paper.

[^n${number}]: A note of part ${number}.
`;
}
