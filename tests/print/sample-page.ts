import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageHtml, Resource } from '../../scripts/press/page/page-html.ts';

const packages = join(import.meta.dirname, '..', '..', 'node_modules', '@fontsource');

function font(family: string, weight: number): Resource {
  const file = join(packages, family, 'files', `${family}-latin-${weight}-normal.woff2`);
  return { mediaType: 'font/woff2', bytes: readFileSync(file) };
}

/** Two fonts that the pages' text uses, of which one only in the margin. */
export const fontResources: ReadonlyMap<string, Resource> = new Map([
  ['fonts/serif.woff2', font('source-serif-4', 400)],
  ['fonts/sans.woff2', font('source-sans-3', 400)],
]);

const style = `
  @font-face { font-family: Body; src: url(fonts/serif.woff2) }
  @font-face { font-family: Margin; src: url(fonts/sans.woff2) }
  @page { size: 300pt 420pt; margin: 40pt; @bottom-center { content: counter(page); font-family: Margin } }
  html { font: 10pt Body; font-synthesis: none }
  h1, h2 { font-weight: 400 }
  section { break-before: page }`;

/** A document with this body, in the two fonts. */
export function samplePage(body: string): PageHtml {
  const html = `<!doctype html><html lang="en"><head><title>Sample</title><style>${style}</style></head><body>${body}</body></html>`;
  return { html, resources: fontResources };
}
