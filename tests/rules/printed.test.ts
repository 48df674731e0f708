import { test } from 'vitest';
import { expectPage } from './expect-page.ts';
import { ofPrint, rulePages } from './rule-pages.ts';

const pages = rulePages().filter(({ rule }) => ofPrint.some((id) => id === rule));

test.each(pages)('of the examples of $rule, printed, the press says what the page says', (page) =>
  expectPage(page, 'printed'),
);
