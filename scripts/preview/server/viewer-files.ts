import { existsSync, readdirSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';

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

const byEnding: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** The media type of a file that the page may ask for; undefined for a kind that it has no use for. */
export function mediaTypeOf(path: string): string | undefined {
  return byEnding[extname(path)];
}

/** TypeScript as a browser reads it: types give way to spaces, so that lines and columns stay. */
export function stripTypes(source: string): string {
  // Node 24 warns at the first call that the function may change; its version is locked.
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
