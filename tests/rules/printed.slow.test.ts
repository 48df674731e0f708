import { afterAll, beforeAll, test } from 'vitest';
import { openBrowser, type Printer } from '../../scripts/press/print/open-browser.ts';
import { expectPage } from './expect-page.ts';
import { openWells, type Wells } from './open-wells.ts';
import { ofPrint, rulePages } from './rule-pages.ts';

const pages = rulePages().filter(({ rule }) => ofPrint.some((id) => id === rule));
let printer: Printer;
let wells: Wells;

beforeAll(async () => {
  printer = await openBrowser({ jobs: 1, say: () => {} });
  wells = await openWells();
});
afterAll(async () => {
  await printer[Symbol.asyncDispose]();
  await wells[Symbol.asyncDispose]();
});

test.each(pages)('of the examples of $rule, printed, the press says what the page says', (page) =>
  expectPage(page, wells.whenPrinted(printer)),
);
