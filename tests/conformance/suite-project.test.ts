import { expect, test } from 'vitest';
import { splitSections } from '../../scripts/tools/conformance/suite-project.ts';

test('a text is split at its first-level headings, but not within code', () => {
  const text = '# One\n\na\n\n```sh\n# no heading\n```\n\n## Within\n\n# ሁለት\n\nb\n';
  expect(splitSections(text)).toEqual([
    { file: '10-part-one-1.md', markdown: '# One\n\na\n\n```sh\n# no heading\n```\n\n## Within\n' },
    { file: '11-part-2.md', markdown: '# ሁለት\n\nb\n' },
  ]);
});
