import { afterAll, beforeAll, test } from 'vitest';
import { expectPage } from './expect-page.ts';
import { openWells, type Wells } from './open-wells.ts';
import { ofPrint, rulePages, withoutExample } from './rule-pages.ts';

const others: readonly string[] = [...ofPrint, ...withoutExample];
const pages = rulePages().filter(({ rule }) => !others.includes(rule));
let wells: Wells;

beforeAll(async () => {
  wells = await openWells();
});
afterAll(() => wells[Symbol.asyncDispose]());

test.each(pages)('of the examples of $rule the press says what the page says', (page) =>
  expectPage(page, wells.whenChecked),
);
