import { expect, test } from 'vitest';
import { groupFigures } from '../../../scripts/press/finish/repair/figures.ts';
import { describeLinks, dropLooseLinks, holdAnnotations } from '../../../scripts/press/finish/repair/links.ts';
import { tagContents, tagNotes } from '../../../scripts/press/finish/repair/lists.ts';
import { applyRules } from '../../../scripts/press/finish/repair/rule.ts';
import type { Element, Kid } from '../../../scripts/press/finish/structure/element.ts';
import { annotation, cell, picture, tag, tagged, text, textOf, written } from '../tags.ts';

const first = (document: Element): Element => document.kids[0] as Element;

test.each([
  [
    'its caption stands beside it',
    tag('Figure', tag('Caption', 'c'), tagged(tag('Figure', picture()), { alt: 'x' }), tag('P', 's')),
    'Div(Caption("c") Figure([]) P("s"))',
  ],
  [
    'what is drawn in it is not read twice',
    tagged(tag('Figure', tag('Span', 'label'), picture()), { alt: 'x' }),
    'Figure("label" [])',
  ],
  ['one without alternative text stays one', tag('Figure', picture()), 'Figure([])'],
  ['a figure of text is none', tag('Figure', tag('P', 'a'), tag('Caption', 'c')), 'Div(P("a") Caption("c"))'],
])('a picture is a figure: %s', (_, figure, expected) => {
  expect(written(first(applyRules(tag('Document', figure), [groupFigures])))).toBe(expected);
});

const map = (...kids: readonly Kid[]) => tagged(tag('Figure', ...kids), { alt: 'map', language: 'fr' });
const linkOf = (...kids: readonly (Kid | string)[]) => tag('Link', ...kids, annotation());

test.each([
  ['a link around it', map(linkOf(picture())), 'Div(Link(Figure([]) annotation))', ['map']],
  [
    'a link around a part of it',
    map(picture(), linkOf(picture()), picture()),
    'Div(Figure([] []) Link(Figure([]) annotation))',
    ['map', 'map'],
  ],
  [
    'a link that says what it is',
    map(picture(), tagged(linkOf(picture()), { alt: 'a place' })),
    'Div(Figure([]) Link(Figure([]) annotation))',
    ['map', 'a place'],
  ],
  [
    'links of words among its labels',
    map(picture(), tag('Span', 'label', tag('Span', linkOf('word')))),
    'Div(Figure([] "label") Link("word" annotation))',
    ['map'],
  ],
  ['a link that has no tag', map(picture(), annotation()), 'Div(Figure([]) Link(annotation))', ['map', 'map']],
  [
    'links of all its words',
    map(linkOf('a'), linkOf('b')),
    'Div(Link(Figure("a") annotation) Link(Figure("b") annotation))',
    ['map', 'map'],
  ],
])('a picture has its links beside it: %s', (_, figure, expected, alts) => {
  const group = first(applyRules(tag('Document', figure), [groupFigures]));
  expect(written(group)).toBe(expected);
  expect(group.attributes).toEqual({ language: 'fr' });
  expect(altsUnder(group)).toEqual(alts);
});

function altsUnder({ attributes, kids }: Element): readonly string[] {
  const own = attributes.alt === undefined ? [] : [attributes.alt];
  return [...own, ...kids.flatMap((kid) => (kid.kind === 'element' ? altsUnder(kid) : []))];
}

test('a picture of which a link stands among its words is refused', () => {
  const figure = map(linkOf('a'), text('label'));
  expect(() => applyRules(tag('Document', figure), [groupFigures])).toThrow(
    'a picture on page 1 has text after that of a link in it: make a link of the whole picture',
  );
});

test('a link whose annotation stands deeper in it is one, and holds it itself', () => {
  const deep = tag('Link', tag('Span', 'a', annotation(1)), tag('Span', annotation(2)));
  const document = applyRules(tag('Document', tag('P', deep)), [holdAnnotations, dropLooseLinks]);
  expect(written(document)).toBe('Document(P(Link(Span("a") annotation annotation)))');
});

const linkBack = tagged(tag('Link', '1', annotation()), {}, { role: 'doc-backlink' });
const entry = (...kids: Parameters<typeof tag>[1][]) =>
  tagged(tag('LI', ...kids), {}, { role: 'doc-endnote', id: 'note-9' });

test.each([
  [
    'the link back is the label',
    entry(tag('LBody', linkBack, ' a')),
    'LI(Lbl(Link("1" annotation)) LBody(Note(" a")))',
  ],
  [
    'a label stays',
    entry(tag('Lbl', '1.'), tag('LBody', 'a', linkBack)),
    'LI(Lbl("1.") LBody(Note("a" Link("1" annotation))))',
  ],
])('an endnote is a note with an id: %s', (_, list, expected) => {
  const note = first(applyRules(tag('Document', list), [tagNotes()]));
  expect(written(note)).toBe(expected);
  expect(JSON.stringify(note)).toContain('"id":"note-9"');
});

test('a call of a note is a reference', () => {
  const call = tagged(tag('Link', '1', annotation()), {}, { role: 'doc-noteref' });
  expect(written(first(applyRules(tag('Document', tag('P', 'a', call)), [tagNotes()])))).toBe(
    'P("a" Reference(Link("1" annotation)))',
  );
});

test('a list of contents has entries that refer, to any depth', () => {
  const link = tag('Link', 'a', annotation());
  const inner = tag('L', tag('LI', tag('LBody', link)));
  const list = tag('L', tag('LI', tag('Lbl', '1.'), tag('LBody', link, inner)));
  const contents = tagged(tag('Sect', tag('H2', 'Contents'), list), {}, { name: 'nav', role: 'doc-toc' });
  expect(written(first(applyRules(tag('Document', contents), [tagContents])))).toBe(
    'Sect(H2("Contents") TOC(TOCI(Lbl("1.") Reference(Link("a" annotation)) TOC(TOCI(Reference(Link("a" annotation)))))))',
  );
});

test('tags that hold nothing go, but for cells; the words of a link without a place stay', () => {
  const document = tag('Document', tag('P', tag('Span')), tag('TR', cell(undefined)), tag('P', tag('Link', 'a')));
  expect(written(applyRules(document, [dropLooseLinks]))).toBe('Document(TR(TD()) P("a"))');
});

test.each([
  [tag('Link', ' the  report', annotation()), 'https://a.org/', 'the report, https://a.org/'],
  [tag('Link', 'https://a.org/', annotation()), 'https://a.org/', 'https://a.org/'],
  [tag('Link', '12', annotation()), undefined, '12'],
  [tag('Link', tagged(tag('Figure', picture()), { alt: 'A map' }), annotation()), undefined, 'A map'],
])('a link says in words what it is', (link, address, description) => {
  const described = first(applyRules(tag('Document', link), [describeLinks(textOf, () => address)]));
  expect(described.kids.at(-1)).toMatchObject({ description });
});

test('a link that the page has a label for is described by it alone', () => {
  const link = tagged(tag('Link', '1', annotation()), {}, { name: 'a', label: 'Note 1' });
  const described = first(applyRules(tag('Document', link), [describeLinks(textOf, () => 'https://example.org')]));
  expect(described.kids.at(-1)).toMatchObject({ description: 'Note 1' });
});
