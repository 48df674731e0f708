import { expect, test } from 'vitest';
import { withoutOrigins } from '../../scripts/press/page/without-origins.ts';

test.each([
  ['<p><span data-counted>1</span> <span data-cites="apa">APA</span></p>', '<p>1 APA</p>'],
  [
    '<span data-source="a:1:2">In <span class="whole">May 3</span>, <span data-cites="b">x</span></span>',
    'In <span class="whole">May 3</span>, x',
  ],
  [
    '<span class="fact" data-fact="n" data-source="a:1:2"><span>a</span></span>',
    '<span class="fact" data-fact="n" data-source="a:1:2">a</span>',
  ],
])('%s goes to the printer without spans that only tell origins', (html, printed) => {
  expect(withoutOrigins(html)).toBe(printed);
});
