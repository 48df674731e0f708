import { expect, test } from 'vitest';
import { checkFigures } from '../../../scripts/press/finish/check/check-figures.ts';
import { checkHeadings } from '../../../scripts/press/finish/check/check-headings.ts';
import { checkLanguage } from '../../../scripts/press/finish/check/check-language.ts';
import { checkText } from '../../../scripts/press/finish/check/check-text.ts';
import type { Unit } from '../../../scripts/press/finish/content/content.ts';
import type { Element } from '../../../scripts/press/finish/structure/element.ts';
import { picture, readTags, tag, tagged, text, textOf } from '../tags.ts';

test('headings that skip a level are refused with their words', () => {
  const after = tag('Document', tag('H1', 'a'), tag('Sect', tag('H3', 'b  c')));
  expect(() => checkHeadings(after, textOf)).toThrow('the heading "b c" of level 3 follows one of level 1');
  expect(() => checkHeadings(tag('Document', tag('H2', 'a')), textOf)).toThrow('of level 2 is the first');
  const good = tag('Document', tag('H1', 'a'), tag('H2', 'b'), tag('H3', 'c'), tag('H2', 'd'));
  expect(() => checkHeadings(good, textOf)).not.toThrow();
});

test('a picture without alternative text is refused with its page', () => {
  expect(() => checkFigures(tag('Document', tag('P', tag('Figure', picture()))))).toThrow('a picture on page 1 has no');
  expect(() => checkFigures(tag('Document', tagged(tag('Figure', picture()), { alt: 'x' })))).not.toThrow();
});

test('a language that is none is refused by its name', () => {
  expect(() => checkLanguage('pt-BR')).not.toThrow();
  expect(() => checkLanguage('in French')).toThrow('"in French" names no');
});

test('a repair that loses or moves text is refused with the text', () => {
  const [one, other] = [text('one'), text('other')];
  const before = tag('Document', tag('P', one, other));
  const [first] = one.kind === 'content' ? one.mark.units : [];
  const check = (after: Element, dropped: readonly Unit[] = []) => {
    return () => checkText(before, after, { dropped: new Set(dropped), read: readTags });
  };
  expect(check(tag('Document', tag('P', one)))).toThrow('"other" on page 1');
  expect(check(tag('Document', other, one))).toThrow('"one" on page 1');
  expect(check(tag('Document', tag('H1', one), other))).not.toThrow();
  expect(check(tag('Document', other), first ? [first] : [])).not.toThrow();
});
