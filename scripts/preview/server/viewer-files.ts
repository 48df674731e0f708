import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mediaTypeOf } from './media-types.ts';

/** The files of the page: the path that it asks for below ./viewer/, and where that lies on the disk. */
export type ViewerFiles = ReadonlyMap<string, string>;

const own = join(import.meta.dirname, '../viewer');

/** What the page takes from packages: the reader that shows the PDF, and the faces that it is set in. */
const ofPackages: readonly (readonly [path: string, file: string])[] = [
  ['pdfium/index.browser.js', '@embedpdf/pdfium/dist/index.browser.js'],
  ['pdfium/pdfium.wasm', '@embedpdf/pdfium/dist/pdfium.wasm'],
  ...[
    'source-sans-3-latin-400-normal',
    'source-sans-3-latin-600-normal',
    'source-serif-4-latin-400-normal',
    'source-code-pro-latin-400-normal',
  ].map(
    (face) => [`fonts/${face}.woff2`, `@fontsource/${face.replace(/-latin-.*$/, '')}/files/${face}.woff2`] as const,
  ),
];

const packages = join(import.meta.dirname, '../../../node_modules');

/** Lists them. Only what is listed is ever served: a path that somebody asks for is looked up, and never joined. */
export function listViewerFiles(): ViewerFiles {
  return new Map([
    ...filesBelow(own).map((path) => [path, join(own, path)] as const),
    ...ofPackages.map(([path, file]) => [path, join(packages, file)] as const),
  ]);
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => mediaTypeOf(path) !== undefined);
}
