import { expect, test } from 'vitest';
import { readmeEdition } from '../../scripts/tools/conformance/readmes.ts';

const made = (readme: string, missing: readonly string[] = []) => readmeEdition('a-package', readme, new Set(missing));

test.each([
  ['a picture', 'Words ![a badge](https://example.org/b.svg) and more', '# Readme\n\nWords  and more\n'],
  ['HTML', '<h1>Title</h1>\n\nWords', '# Readme\n\nWords\n'],
  [
    'a link to a file',
    '# A\n\n[this](docs/this.md) and [that](https://example.org/)',
    '# A\n\nthis and [that](https://example.org/)\n',
  ],
  ['a link within', '# A\n\n[there](#there)', '# A\n\nthere\n'],
  ['a link with its picture', '# A\n\n[![b](b.svg)](https://example.org/) c', '# A\n\nc\n'],
  ['levels', '# A\n\n### B\n\n##### C', '# A\n\n## B\n\n### C\n'],
  ['the same heading', '# A\n\n## B\n\n## B', '# A\n\n## B\n\n## B (2)\n'],
  ['a heading of the press itself', '# A\n\n## Notes', '# A\n\n## Notes (2)\n'],
  ['a colon before a word', '# A\n\na:b', '# A\n\na\\:b\n'],
])('%s of a readme file becomes what an edition can hold', (_, readme, edition) => {
  expect(made(readme).markdown).toBe(edition);
});

test('what is left out is told', () => {
  expect(made('# A 漢字\n\n![b](b.svg) [c](c.md) <br>', ['漢', '字'])).toMatchObject({
    name: 'readme-a-package',
    markdown: '# A □□\n\nc\n',
    notices: [
      '2 × signs left out of the readme file of a-package',
      '1 × html left out of the readme file of a-package',
      '1 × pictures left out of the readme file of a-package',
      '1 × links left out of the readme file of a-package',
    ],
  });
});
