import { expect, test } from 'vitest';
import { type Page, readPages, streamsOf } from '../../../scripts/press/finish/content/pages.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import { handMadePdf, handMadeStream } from '../hand-made-pdf.ts';

/** Objects of one page that has this content, and calls X from object 10, Y from 11, Z from 12. */
function page(content: string, others: Readonly<Record<number, string>> = {}): Record<number, string> {
  return {
    1: '<</Pages 2 0 R>>',
    2: '<</Kids [3 0 R]>>',
    3: '<</Resources 5 0 R /Contents 4 0 R>>',
    4: handMadeStream(content),
    5: '<</XObject <</X 10 0 R /Y 11 0 R /Z 12 0 R>>>>',
    ...others,
  };
}

const form = (content: string, entries = '') =>
  handMadeStream(content, `/Subtype /Form /BBox [0 0 10 20] /Resources 5 0 R ${entries}`);

const read = (objects: Readonly<Record<number, string>>): readonly Page[] => readPages(openFile(handMadePdf(objects)));

/** The error in which reading ends, with the one under it. */
function errorOf(objects: Readonly<Record<number, string>>): string {
  try {
    read(objects);
  } catch (error) {
    const { message, cause } = error as Error;
    return cause instanceof Error ? `${message}: ${cause.message}` : message;
  }
  return 'none';
}

test('pages have what the nodes around them have, and their own before it', () => {
  const pages = read({
    ...page(''),
    2: '<</Kids [6 0 R 3 0 R] /MediaBox [0 0 1 1] /Resources <<>> /Count 3>>',
    6: '<</Kids [7 0 R 8 0 R] /MediaBox [0 0 2 2] /CropBox [0 0 1 1]>>',
    7: '<</Contents 4 0 R>>',
    8: '<</Contents 4 0 R /MediaBox [0 0 3 3]>>',
  });
  expect(pages.map(({ number, reference, entries }) => [number, reference.number, entries.get('MediaBox')])).toEqual([
    [1, 7, [0, 0, 2, 2]],
    [2, 8, [0, 0, 3, 3]],
    [3, 3, [0, 0, 1, 1]],
  ]);
  expect(pages.map(({ entries }) => entries.has('CropBox'))).toEqual([true, true, false]);
  expect(pages[0]?.entries.has('Count')).toBe(false);
});

test('a form that marks its content is read with the place that it is drawn at', () => {
  const objects = page('2 0 0 2 100 50 cm /X Do', {
    10: form('/P <</MCID 3>>BDC 1 0 0 1 5 0 cm BT () Tj ET EMC', '/Matrix [1 0 0 -1 13 0 R 7]'),
    13: '4',
  });
  const [own, called] = [...streamsOf((read(objects)[0] as Page).stream)];
  expect(own?.marks.size).toBe(0);
  expect(own?.content.units).toMatchObject([{ extent: { left: 4, bottom: -13, right: 14, top: 7 } }]);
  expect(called).toMatchObject({ reference: { number: 10 }, page: 1, toPage: [2, 0, 0, -2, 108, 64] });
  expect(called?.marks.get(3)?.units).toMatchObject([{ matrix: [1, 0, 0, 1, 5, 0] }]);
});

test('a form that only calls one with marks is read, one without marks is left as it is', () => {
  const objects = page('/X Do /Z Do', {
    10: form('/Y Do'),
    11: form('/P <</MCID 0>>BDC BT () Tj ET EMC'),
    12: form(''),
  });
  const streams = [...streamsOf((read(objects)[0] as Page).stream)];
  expect(streams.map(({ reference }) => reference.number)).toEqual([4, 10, 11]);
});

test('a form with marks of artifacts is read, so that it loses them', () => {
  const objects = page('/X Do', { 10: form('/Artifact BMC 0 0 1 1 re f EMC') });
  expect([...streamsOf((read(objects)[0] as Page).stream)]).toHaveLength(2);
});

test('forms without marks may be called anywhere, however deep they are', () => {
  const objects = page('/X Do /X Do', { 9: form('0 0 1 1 re f') });
  for (let number = 10; number < 70; number += 1) {
    const next = number === 69 ? 9 : number + 1;
    objects[number] = handMadeStream(
      '/X Do /X Do',
      `/Subtype /Form /BBox [0 0 10 20] /Resources <</XObject <</X ${next} 0 R>>>>`,
    );
  }
  expect(read(objects)).toHaveLength(1);
});

const marked = form('/P <</MCID 0>>BDC BT () Tj ET EMC');

test.each([
  [
    'draws text twice',
    page('/X Do /X Do', { 10: marked }),
    'page 1 of the print has .* text is drawn twice over itself',
  ],
  [
    'draws text in two forms that are one',
    page('/X Do /Y Do', { 10: form('/Y Do'), 11: marked }),
    'text is drawn twice over itself',
  ],
  ['has a form that calls itself', page('/X Do', { 10: form('/Y Do'), 11: form('/X Do') }), 'object 10 calls itself'],
  ['calls what is not there', page('/W Do'), 'it calls "W", which is not there'],
  [
    'has marks within marked content',
    page('/P <</MCID 0>>BDC /X Do EMC', { 10: form('/Artifact BMC 0 0 1 1 re f EMC') }),
    'the form of object 10 has marks within marked content',
  ],
  ['has a matrix that is none', page('/X Do', { 10: form('', '/Matrix [1 0]') }), 'there are not 6 numbers'],
  [
    'has content in parts',
    { ...page(''), 3: '<</Resources 5 0 R /Contents [4 0 R]>>' },
    'its content is not one stream',
  ],
  ['has no content', { ...page(''), 3: '<</Resources 5 0 R>>' }, 'its content is not one stream'],
  ['has no resources', { ...page(''), 3: '<</Contents 4 0 R>>' }, 'there is no dictionary of resources'],
  ['is not an object of its own', { ...page(''), 2: '<</Kids [<<>>]>>' }, 'a page is no object of its own'],
  ['stands in itself', { ...page(''), 2: '<</Kids [2 0 R]>>' }, 'the tree of pages leads to object 2 twice'],
  ['is not there', { ...page(''), 2: '<</Kids [99 0 R]>>' }, 'there is no page'],
])('a page that %s is refused', (_, objects, message) => {
  expect(errorOf(objects)).toMatch(new RegExp(message));
});
