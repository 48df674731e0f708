import { expect, test } from 'vitest';
import { rolesOf } from '../../../scripts/press/finish/structure/structure-types.ts';

test('types of PDF 2.0 stand for the standard types of PDF 1.7, in the order of their names', () => {
  expect([...rolesOf(['P', 'Strong', 'Table', 'Aside', 'Em'])]).toEqual([
    ['Aside', 'Div'],
    ['Em', 'Span'],
    ['Strong', 'Span'],
  ]);
});

test('a type that nobody knows is refused', () => {
  expect(() => rolesOf(['P', 'Marquee'])).toThrow('the print has a tag of the unknown type "Marquee"');
});
