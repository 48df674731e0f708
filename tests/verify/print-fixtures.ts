/**
 * Prints the HTML files of tests/verify/fixtures and tests/finish/fixtures to PDFs beside them: the stages that read PDFs
 * are tested without a browser. Run it after a change of them, or of the browser: node tests/verify/print-fixtures.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carryIdentities } from '../../scripts/press/finish/index.ts';
import type { Resource } from '../../scripts/press/page/page-html.ts';
import { openBrowser } from '../../scripts/press/print/open-browser.ts';

const folder = join(import.meta.dirname, 'fixtures');
const packages = join(import.meta.dirname, '..', '..', 'node_modules', '@fontsource');

function face(family: string): Resource {
  const bytes = readFileSync(join(packages, family, 'files', `${family}-latin-400-normal.woff2`));
  return { mediaType: 'font/woff2', bytes };
}

const resources = new Map([
  ['fonts/serif-400.woff2', face('source-serif-4')],
  ['fonts/sans-400.woff2', face('source-sans-3')],
]);

await using browser = await openBrowser({ jobs: 1 });
const semantics = join(import.meta.dirname, '..', 'finish', 'fixtures', 'semantics');
const { html } = carryIdentities(readFileSync(`${semantics}.html`, 'utf8'));
writeFileSync(`${semantics}.pdf`, await browser.print({ html, resources }));
for (const name of ['good', 'fonts', 'edges', 'breaks', 'unbroken']) {
  const html = readFileSync(join(folder, `${name}.html`), 'utf8');
  writeFileSync(join(folder, `${name}.pdf`), await browser.print({ html, resources }));
}
