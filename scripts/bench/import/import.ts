import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bench } from '../bench.ts';
import { keptBy, tellTrials, tellTried } from './tell-trials.ts';
import { tryAll } from './try-all.ts';

const repository = join(import.meta.dirname, '../../..');
const formats = /\.(docx|md|markdown|html?|txt)$/i;
/** Milliseconds that a document may take, a hundred times of what most take. */
const limits = { check: 60_000, print: 180_000 };
/** Each holds the press in memory. */
const mostProcesses = 2;

/**
 * Imports every document of a folder into a new edition of its own, compiles it, and holds what it would print against what the
 * document says (scripts/import/document-text/). With --print, the editions are printed and verified too.
 */
export const bench: Bench = {
  about: 'whether any document becomes an edition that builds, with nothing lost unsaid',
  takes: 'FOLDER [--print]',
  async measure(say, words) {
    const print = words.includes('--print');
    const [folder, ...more] = words.filter((word) => word !== '--print');
    if (folder === undefined || more.length > 0) {
      throw new Error('name one folder of documents: npm run bench -- import FOLDER [--print]');
    }
    const files = (
      await readdir(folder).catch((cause: unknown) => {
        throw new Error(`the folder ${folder} cannot be read: check its name`, { cause });
      })
    ).filter((name) => formats.test(name));
    if (files.length === 0) throw new Error(`there is no .docx, .md, .html or .txt in ${folder}`);
    await using base = await projectWithoutEditions();
    const tried = await tryAll(
      files.toSorted().map((name) => resolve(folder, name)),
      {
        ...{ base: base.root, print, limit: print ? limits.print : limits.check },
        processes: Math.min(mostProcesses, availableParallelism(), files.length),
        onTried: (done) => tellTried(done).forEach(say),
      },
    );
    tellTrials(tried).forEach(say);
    return keptBy(tried);
  },
};

/** A copy of the series without its editions. */
async function projectWithoutEditions(): Promise<AsyncDisposable & { readonly root: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'));
  const root = join(folder, 'series');
  await using laid = new AsyncDisposableStack();
  laid.defer(() => rm(folder, { recursive: true, force: true }));
  const parts = ['content/labels', 'content/series.yaml', 'content/sources.yaml', 'data', 'templates', 'styles'];
  for (const part of parts) await cp(join(repository, part), join(root, part), { recursive: true });
  const kept = laid.move();
  return { root, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
