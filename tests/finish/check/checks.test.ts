import { expect, test } from 'vitest';
import { checkLinkTags } from '../../../scripts/press/finish/check/annotations.ts';
import { checkHeadingLevels, checkTagLanguages, checkTags } from '../../../scripts/press/finish/check/tags.ts';
import type { Unit } from '../../../scripts/press/finish/content/content.ts';
import { checkLanguage, checkProperties } from '../../../scripts/press/finish/document/properties.ts';
import { checkDecoration } from '../../../scripts/press/finish/repair/artifacts.ts';
import { checkTextKept } from '../../../scripts/press/finish/repair/repair.ts';
import type { Element, Kid } from '../../../scripts/press/finish/structure/element.ts';
import { annotation, lines, picture, readTags, tag, tagged, text, textOf } from '../tags.ts';

test('headings that skip a level are refused with their words', () => {
  const after = tag('Document', tag('H1', 'a'), tag('Sect', tag('H3', 'b  c')));
  expect(() => checkHeadingLevels(after, textOf)).toThrow('the heading "b c" of level 3 follows one of level 1');
  expect(() => checkHeadingLevels(tag('Document', tag('H2', 'a')), textOf)).toThrow('of level 2 is the first');
  const good = tag('Document', tag('H1', 'a'), tag('H2', 'b'), tag('H3', 'c'), tag('H2', 'd'));
  expect(() => checkHeadingLevels(good, textOf)).not.toThrow();
});

/** A head of a table, and a cell that it heads by its id. */
const head = (scope: 'Row' | undefined, id: string) =>
  tagged(tag('TH', 'a'), { id, cell: { scope, rowSpan: 1, columnSpan: 1, headers: [] } });
const headed = tagged(tag('TD', 'b'), { cell: { scope: undefined, rowSpan: 1, columnSpan: 1, headers: ['one'] } });

test.each([
  ['a picture', tag('Figure', picture()), 'a picture on page 1 has no alternative text'],
  ['a picture with blank words', tagged(tag('Figure', picture()), { alt: ' ' }), 'a picture on page 1 has no'],
  ['a formula', tag('Formula', 'x²'), 'a formula on page 1 has no alternative text'],
  ['a note', tag('Note', 'x'), 'a note on page 1 has no id'],
  ['a note of PDF 2.0', tag('FENote', 'x'), 'a note on page 1 has no id'],
  ['a head of a table', tag('Table', tag('TR', head(undefined, 'other'), headed)), 'does not say what it heads'],
])('%s that does not say what it must is refused with its page', (_, element, message) => {
  expect(() => checkTags(tag('Document', tag('Sect', element)))).toThrow(message);
});

test.each([
  ['a picture', tagged(tag('Figure', picture()), { alt: 'x' })],
  ['a note', tagged(tag('Note', 'x'), { id: 'note-1' })],
  ['a head with a scope', tag('Table', tag('TR', head('Row', 'other'), headed))],
  ['a head that a cell names', tag('Table', tag('TR', head(undefined, 'one'), headed))],
])('%s that says what it must is accepted', (_, element) => {
  expect(() => checkTags(tag('Document', element))).not.toThrow();
});

test('an annotation outside the tag of a link, or without words, is refused with its page', () => {
  const pages = [{ reference: { kind: 'reference', number: 9 }, number: 4 }] as const;
  const described = { ...annotation(), description: 'a page' };
  const check =
    (...kids: Parameters<typeof tag>[1][]) =>
    () =>
      checkLinkTags(tag('Document', tag('P', ...kids)), pages);
  expect(check(tag('Span', described))).toThrow('a link on page 4 is in no tag of a link');
  expect(check(tag('Link', annotation()))).toThrow('a link on page 4 has no words');
  expect(check(tag('Link', 'a page', tag('Span', described)))).not.toThrow();
});

test('a document without a title, or in no language, is refused', () => {
  const properties = {
    title: 'T',
    authors: [],
    subject: '',
    keywords: [],
    language: 'en',
    creator: '',
    producer: '',
    date: new Date(0),
  };
  expect(() => checkProperties(properties)).not.toThrow();
  expect(() => checkProperties({ ...properties, title: ' ' })).toThrow('the document has no title');
  expect(() => checkProperties({ ...properties, language: 'in French' })).toThrow('"in French" names no language');
});

test('a passage in a language that is none is refused by its name', () => {
  const passage = (language: string) => () => checkTagLanguages(tag('Document', tagged(tag('P', 'x'), { language })));
  expect(passage('fr-CA')).not.toThrow();
  expect(passage('in French')).toThrow('"in French" names no language');
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
    return () => checkTextKept(before, after, { dropped: new Set(dropped), read: readTags });
  };
  expect(check(tag('Document', tag('P', one)))).toThrow('"other" on page 1');
  expect(check(tag('Document', other, one))).toThrow('"one" on page 1');
  expect(check(tag('Document', tag('H1', one), other))).not.toThrow();
  expect(check(tag('Document', other), first ? [first] : [])).not.toThrow();
});

test('what no tag holds is decoration: no text between the margins, and no picture that was marked as content', () => {
  const excused = text('again');
  const units = excused.kind === 'content' ? excused.mark.units : [];
  const decorate = (kid: Kid, place: 'body' | 'foot') => () => {
    const { stream, units: own } = kid.kind === 'content' ? kid.mark : { stream: undefined, units: [undefined] };
    const check = checkDecoration(() => place, { decoration: 'body', excused: new Set(units), read: readTags });
    if (!stream || !own[0]) throw new Error('no content');
    return check(own[0], { ...stream, forms: new Map(), marks: new Map() });
  };
  expect(decorate(text('lost', 3), 'body')).toThrow('the text "lost" on page 3 is in no tag');
  expect(decorate(picture(), 'foot')).toThrow('a picture on page 1 is in no tag');
  expect(decorate(text('a folio'), 'foot')()).toBe('foot');
  expect(decorate(text(' '), 'body')()).toBe('body');
  expect(decorate(excused, 'body')()).toBe('body');
  expect(decorate(lines(), 'body')()).toBe('body');
});
