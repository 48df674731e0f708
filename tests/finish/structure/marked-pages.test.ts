import { expect, test } from 'vitest';
import { gatherRuns } from '../../../scripts/press/finish/structure/marked-pages.ts';
import { annotation, line, tag, text } from '../tags.ts';

test('each piece of content is a run of its tag, and its units have their places in it', () => {
  const two = line(['a', 'b']);
  const content = { kind: 'content', mark: two } as const;
  const other = text('c');
  const document = tag('Document', tag('P', content, tag('Em', other), annotation()));
  const { ofContent, ofUnit } = gatherRuns(document);
  expect([ofContent.get(content)?.tag, other.kind === 'content' && ofContent.get(other)?.tag]).toEqual(['P', 'Em']);
  expect(two.units.map((unit) => ofUnit.get(unit))).toMatchObject([
    { kind: 'content', first: 0, last: 0 },
    { kind: 'content', first: 1, last: 1 },
  ]);
  expect(ofUnit.size).toBe(3);
});

test('content that has two tags is refused by its page', () => {
  const twice = text('a', 3);
  expect(() => gatherRuns(tag('Document', tag('P', twice), tag('P', twice)))).toThrow('content of page 3 has two tags');
});
