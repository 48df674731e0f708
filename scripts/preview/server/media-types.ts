import { extname } from 'node:path';

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
