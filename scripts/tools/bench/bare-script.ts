import { readFile, writeFile } from 'node:fs/promises';
import { deserialize } from 'node:v8';
import type { PageHtml } from '../../press/page/page-html.ts';
import { openBrowser } from '../../press/print/open-browser.ts';

// A script that prints and does nothing else, for `measureDocument`: it starts the browser, prints the page of one file
// into another, and ends the browser.
const [from = '', to = ''] = process.argv.slice(2);
const page = deserialize(await readFile(from)) as PageHtml;
await using browser = await openBrowser({ jobs: 1 });
await writeFile(to, await browser.print(page));
