import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mediaTypeOf } from './media-types.ts';

/** The files of the page: the path that it asks for below ./viewer/, and where that lies on the disk. */
export type ViewerFiles = ReadonlyMap<string, string>;

const own = join(import.meta.dirname, '../viewer');
/** The parts of pdfjs-dist that a page needs to show a PDF. */
const ofPdfjs = ['build', 'web', 'cmaps', 'iccs', 'standard_fonts', 'wasm'] as const;

/** Lists them. Only what is listed is ever served: a path that somebody asks for is looked up, and never joined. */
export function listViewerFiles(): ViewerFiles {
  const pdfjs = packageFolder('pdfjs-dist');
  return new Map([
    ...filesBelow(own).map((path) => [path, join(own, path)] as const),
    ...(pdfjs === undefined
      ? []
      : ofPdfjs.flatMap((part) =>
          filesBelow(join(pdfjs, part)).map((path) => [`pdfjs/${part}/${path}`, join(pdfjs, part, path)] as const),
        )),
  ]);
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => mediaTypeOf(path) !== undefined);
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
