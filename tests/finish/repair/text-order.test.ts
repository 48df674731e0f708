import { expect, test } from 'vitest';
import { orderText } from '../../../scripts/press/finish/repair/text-order.ts';
import type { Kid } from '../../../scripts/press/finish/structure/element.ts';
import { foldText } from '../../../scripts/press/finish/text/folded-text.ts';
import type { UnitReader } from '../../../scripts/press/finish/text/text-reader.ts';
import { line, shown, tag, tagged, textOf, written } from '../tags.ts';

/** What is told of a paragraph of one line, painted from left to right in these pieces, when the page says this. */
function ordered(page: string, pieces: readonly string[]): string {
  const painted = line(pieces);
  const read: UnitReader = (_, unit) => {
    const text = pieces[painted.units.indexOf(unit)] ?? '';
    const isBackwards = /\p{Script=Arabic}/u.test(text);
    return shown(text, isBackwards ? 'backwards' : 'as read');
  };
  const document = orderText(tag('Document', { kind: 'content', mark: painted }), foldText(page), read);
  const [kid] = document.kids;
  return kid?.kind === 'element' ? `${kid.type} ${kid.attributes.actualText}: ${order(kid.kids[0])}` : order(kid);

  function order(content: Kid | undefined): string {
    return content?.kind === 'content' ? content.mark.units.map((unit) => painted.units.indexOf(unit)).join() : '';
  }
}

test.each([
  ['a number within the line', 'مثل 146 مليون', [' مليون', '146', 'مثل '], 'Span مثل 146 مليون: 2,1,0'],
  ['a space at which the line broke', 'كلمات أخرى', ['كلمات', 'أخرى'], 'Span كلمات أخرى: 0,1'],
  ['text that goes from left to right', 'one two', ['one ', 'two'], '0,1'],
  ['a full stop that is painted before its sentence', 'about it.', ['.', 'about it'], '1,0'],
  ['a blank in text that goes from left to right', 'not shown: one more two', ['one more', ' ', 'two'], '0,1,2'],
  ['text that the page does not have', 'one', ['مثل'], '0'],
])('text from right to left is told as it is read: %s', (_, page, pieces, expected) => {
  expect(ordered(page, pieces)).toBe(expected);
});

test.each([
  ['in capitals by a style', 'Of paper  boats', ['OF PAPER ', 'BOATS'], 'Span Of paper boats: 0,1'],
  ['in capitals on the page', 'OF PAPER', ['OF PAPER'], '0'],
  ['in capitals that a letter does not have', 'Straße', ['STRASSE'], 'Span Straße: 0'],
  ['in German', 'Die Straße misst 5 m² und ½ Fuß.', ['Die Straße misst ', '5 m² und ½ Fuß.'], '0,1'],
  ['in capitals, with signs', 'Area in km² (½)', ['AREA IN KM² (½)'], 'Span Area in km² (½): 0'],
  ['in capitals without accents', 'Αθήνα σήμερα', ['ΑΘΗΝΑ ΣΗΜΕΡΑ'], 'Span Αθήνα σήμερα: 0'],
  ['in capitals of its language', 'istanbul ılık', ['İSTANBUL ILIK'], 'Span istanbul ılık: 0'],
  ['in ligatures', 'of five', ['of ', 'ﬁve'], '0,1'],
])('text %s is told as it is written', (_, page, pieces, expected) => {
  expect(ordered(page, pieces)).toBe(expected);
});

test('all text in a language that is written from right to left is told', () => {
  const painted = line(['act first', 'The']);
  const arabic = tagged(tag('P', { kind: 'content', mark: painted }), { language: 'ar' });
  const texts = new Map(painted.units.map((unit, index) => [unit, ['act first', 'The'][index] ?? '']));
  const read: UnitReader = (_, unit) => shown(texts.get(unit) ?? '');
  const ordered = (page: string) => orderText(tag('Document', arabic), foldText(page), read).kids[0];
  expect(ordered('The act first')).toMatchObject({
    kids: [{ type: 'Span', attributes: { actualText: 'The act first' } }],
  });
  expect(ordered('the Act first')).toMatchObject({ kids: [{ attributes: { actualText: 'the Act first' } }] });
});

test('the number of an entry is told before its full stop', () => {
  const painted = line(['.', '1']);
  const texts = new Map(painted.units.map((unit, index) => [unit, ['.', '1'][index] ?? '']));
  const label = tagged(tag('Lbl', { kind: 'content', mark: painted }), { language: 'ar' });
  const { kids } = orderText(tag('Document', label), foldText('كلمة'), (_, unit) => shown(texts.get(unit) ?? ''));
  expect(kids[0]).toMatchObject({ kids: [{ type: 'Span', attributes: { actualText: '1. ' } }] });
});

test('what is said within a line has the space that the page has after it', () => {
  const [first, second] = [line(['فيه']), line(['تأكيد'])];
  const words = new Map([...first.units, ...second.units].map((unit, index) => [unit, ['فيه', 'تأكيد'][index] ?? '']));
  const read: UnitReader = (_, unit) => shown(words.get(unit) ?? '', 'backwards');
  const paragraph = tag('P', { kind: 'content', mark: first }, tag('Em', { kind: 'content', mark: second }));
  const ordered = (page: string) => JSON.stringify(orderText(tag('Document', paragraph), foldText(page), read));
  expect(ordered('فيه تأكيد كلمة').match(/"actualText":"[^"]*"/g)).toEqual([
    '"actualText":"فيه "',
    '"actualText":"تأكيد "',
  ]);
  expect(ordered('فيهتأكيد').match(/"actualText":"[^"]*"/g)).toEqual(['"actualText":"فيه"', '"actualText":"تأكيد"']);
});

test('labels of a picture stay as they are', () => {
  const figure = tag('Figure', 'مثل');
  const read: UnitReader = () => shown('مثل', 'backwards');
  expect(written(orderText(tag('Document', figure), foldText('مثل'), read))).toBe(
    `Document(Figure("${textOf((figure.kids[0] as { mark: Parameters<typeof textOf>[0] }).mark)}"))`,
  );
});
