import { expect, test } from 'vitest';
import { replaceKids } from '../../../scripts/press/finish/structure/element.ts';
import { tag } from '../tags.ts';

test('a kid can give way to more kids than a function can be called with', () => {
  const kid = tag('Span');
  const many = Array.from({ length: 200_000 }, () => kid);
  expect(replaceKids(tag('P', kid), () => many).kids).toHaveLength(200_000);
});
