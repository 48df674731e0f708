import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPdf } from '../../press/verify/pdfium.ts';
import { type Picture, sheetOf } from '../picture.ts';
import { renderPages } from '../render-pages.ts';
import { followGuide } from './follow-guide.ts';
import { readGuide } from './read-guide.ts';
import { runInGuide } from './run-in-guide.ts';

/** Pixels a point: pages stand side by side and are to be read at a glance. */
const scale = 0.62;
const gap = 10;

/** The pictures of a guide by file: it is followed in a copy of the project, whose pages are drawn where it shows them. */
export async function pictureGuide(guide: string, repository: string): Promise<ReadonlyMap<string, Picture>> {
  const steps = readGuide(await readFile(join(repository, guide), 'utf8'));
  const pictures = new Map<string, Picture>();
  const root = await mkdtemp(join(tmpdir(), 'guide-'));
  try {
    for (const part of ['content', 'data', 'templates', 'styles']) {
      await cp(join(repository, part), join(root, part), { recursive: true });
    }
    await followGuide(steps, root, {
      onAnswer: () => {},
      async onPicture({ file, edition, pages }) {
        const told = await runInGuide('pdf', [edition], root);
        const bytes = await readFile(join(root, 'out', `${edition}.pdf`)).catch((cause: unknown) => {
          throw new Error(`${guide} shows pages of "${edition}", which does not build: ${told}`, { cause });
        });
        await using open = await openPdf(bytes);
        pictures.set(file, sheetOf([renderPages(open, pages, scale)], gap));
      },
    });
    return pictures;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
