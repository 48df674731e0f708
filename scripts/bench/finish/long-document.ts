import type { SuiteEdition } from '../../conformance/suite/suite-edition.ts';

/** Parts to a page, on the average. */
const partsToPage = 3;

/** A document of about this many pages: text, lists, tables, notes, links, and a chart on every fifth page. */
export function longDocument(pages: number): SuiteEdition {
  // The cover, and the page of notes and colophon, hold no parts.
  const count = (pages - 2) * partsToPage;
  const parts = Array.from({ length: count }, (_, index) => part(index + 1));
  return {
    name: `pages-${pages}`,
    meta: {},
    markdown: `# A long document\n\n::chart[bars]\n\n::table[yards]\n\n${parts.join('\n')}`,
    notices: [],
  };
}

function part(number: number): string {
  return `
## Part ${number}

Words of this part, with *emphasis*, a [link](https://example.org/${number}) and a note.[^n${number}] The pond is round,
the boats are of paper, and the wind is fair. The pond is round, the boats are of paper, and the wind is fair.

- an entry of this part, with **strong words**
- another, with \`code\`

| boat | pond |
|------|------|
| of paper | round |
| of cloth | long |

The pond is round, the boats are of paper, and the wind is fair. The pond is round, the boats are of paper.

[^n${number}]: A note of part ${number}.
`;
}
