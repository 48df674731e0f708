import { test } from 'vitest';
import { expectPage } from './expect-page.ts';
import { whenChecked } from './found-in.ts';
import { ofPrint, rulePages, withoutExample } from './rule-pages.ts';

const others: readonly string[] = [...ofPrint, ...withoutExample];
const pages = rulePages().filter(({ rule }) => !others.includes(rule));

test.each(pages)('of the examples of $rule the press says what the page says', (page) => expectPage(page, whenChecked));
