import { expect, test } from 'vitest';
import { readPages } from '../../../scripts/press/finish/content/pages.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import type { Identity } from '../../../scripts/press/finish/identity/identities.ts';
import type { Element } from '../../../scripts/press/finish/structure/element.ts';
import { readStructure } from '../../../scripts/press/finish/structure/structure-reader.ts';
import { handMadePdf, handMadeStream } from '../hand-made-pdf.ts';

/** A page with a mark for each of the given MCIDs, and these tags, as objects from 10 on; object 10 is the document's. */
function print(marks: readonly number[], tags: readonly string[]): Buffer {
  const content = marks.map((mark) => `/P <</MCID ${mark}>>BDC BT (x) Tj ET EMC`).join(' ');
  const objects: Record<number, string> = {
    1: '<</Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R>>',
    2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    3: '<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources <<>> /Contents 4 0 R /Annots [6 0 R]>>',
    4: handMadeStream(content),
    5: '<</Type /StructTreeRoot /K 10 0 R>>',
    6: '<</Type /Annot /Subtype /Link /Rect [1 2 3 4]>>',
  };
  for (const [index, tag] of tags.entries()) objects[10 + index] = `<</Type /StructElem ${tag}>>`;
  return handMadePdf(objects);
}

const known: Identity = { name: 'section', role: 'doc-endnotes', id: 'notes', language: undefined, label: undefined };
const identities = new Map<string, Identity>([
  ['en-x-n1', known],
  ['fr-x-n2', { ...known, language: 'fr' }],
]);

function readFrom(file: Buffer): Element {
  const pdf = openFile(file);
  return readStructure(pdf, readPages(pdf), { identities, language: 'en' });
}

const read = (marks: readonly number[], ...tags: readonly string[]) => readFrom(print(marks, tags));

test('tags are read with their content, and keep the objects that they were read from', () => {
  const document = read([0, 1], '/S /Document /K [11 0 R]', '/S /P /Pg 3 0 R /K [0 <</Type /MCR /MCID 1>> 7]');
  expect(document).toMatchObject({
    type: 'Document',
    kids: [{ type: 'P', origin: { number: 11 }, kids: [{ kind: 'content' }, { kind: 'content' }] }],
  });
});

test('a tag of a run of text is the run', () => {
  const tags = [
    '/S /Document /K 11 0 R',
    '/S /P /Pg 3 0 R /K [12 0 R 13 0 R]',
    '/S /NonStruct /K 0',
    '/S /NonStruct /K 14 0 R',
    '/S /Em /K 1',
  ];
  const [paragraph] = read([0, 1], ...tags).kids;
  expect(paragraph).toMatchObject({ kids: [{ kind: 'content' }, { type: 'NonStruct', kids: [{ type: 'Em' }] }] });
});

test('a link knows where it stands', () => {
  const document = read([0], '/S /Document /K 11 0 R', '/S /Link /Pg 3 0 R /K [0 <</Type /OBJR /Obj 6 0 R>>]');
  expect((document.kids[0] as Element).kids[1]).toMatchObject({
    kind: 'annotation',
    annotation: { number: 6 },
    page: { number: 3 },
    box: { left: 1, bottom: 2, right: 3, top: 4 },
  });
});

test('what tags say of themselves is read', () => {
  const cell = '<</O /Table /Scope /Row>> <</O /Table /ColSpan 2>> <</O /Table /Headers [(a)]>>';
  const head = `/S /TH /ID (b) /A [${cell}]`;
  const list = '/S /L /Alt (x) /A <</O /List /ListNumbering /Decimal>>';
  expect(read([], '/S /Document /K [11 0 R 12 0 R]', head, list).kids).toMatchObject([
    { attributes: { id: 'b', cell: { scope: 'Row', rowSpan: 1, columnSpan: 2, headers: ['a'] } } },
    { attributes: { alt: 'x', numbering: 'Decimal' } },
  ]);
});

test('what the page knows comes back to the tags, and their language with it', () => {
  const tags = ['/S /Document /Lang (en) /K [11 0 R 12 0 R]', '/S /NonStruct /Lang (en-x-n1)', '/S /P /Lang (fr-x-n2)'];
  expect(read([], ...tags).kids).toMatchObject([
    { identity: known, attributes: {} },
    { identity: { language: 'fr' }, attributes: { language: 'fr' } },
  ]);
});

test('a language is said where it changes', () => {
  const tags = [
    '/S /Document /K 11 0 R',
    '/S /P /Lang (fr) /K [12 0 R 13 0 R]',
    '/S /Em /Lang (fr)',
    '/S /Em /Lang (en)',
  ];
  const languages = (element: Element): readonly (string | undefined)[] => [
    element.attributes.language,
    ...element.kids.flatMap((kid) => (kid.kind === 'element' ? languages(kid) : [])),
  ];
  expect(languages(read([], ...tags))).toEqual(['en', 'fr', undefined, 'en']);
});

test.each([
  ['a tag without a type', print([], ['/S /Document /K 11 0 R', '']), 'a tag has no type'],
  ['no tags', handMadePdf({ 1: '<</Pages 2 0 R>>', 2: '<</Kids [] /Count 0>>' }), 'the print has no tags'],
  [
    'two roots',
    handMadePdf({
      1: '<</Pages 2 0 R /StructTreeRoot 3 0 R>>',
      2: '<</Kids []>>',
      3: '<</K [4 0 R 5 0 R]>>',
      4: '<</S /P>>',
      5: '<</S /P>>',
    }),
    'have not one root',
  ],
  ['a tag within itself', print([], ['/S /Document /K 11 0 R', '/S /P /K [11 0 R]']), 'lead to object 11 twice'],
  [
    'a link on three sides',
    Buffer.from(
      print([], ['/S /Document /K [<</Type /OBJR /Pg 3 0 R /Obj 6 0 R>>]'])
        .toString('latin1')
        .replace('2 3 4]', '2 3]  '),
      'latin1',
    ),
    'there are not 4 numbers',
  ],
  ['a cell of no size', print([], ['/S /TD /A <</O /Table /RowSpan /Two>>']), 'the "RowSpan" of a cell is no number'],
])('a print with %s is refused', (_, file, message) => {
  expect(() => readFrom(file)).toThrow(message);
});

test('numbers of cells and links are read wherever they stand', () => {
  const file = print(
    [],
    [
      '/S /Document /K [<</Type /OBJR /Pg 3 0 R /Obj 13 0 R>> 11 0 R]',
      '/S /TD /A <</O /Table /RowSpan 12 0 R>>',
      '',
      '/Subtype /Link /Rect [12 0 R 2 12 0 R 4]',
    ],
  );
  const three = Buffer.from(
    file.toString('latin1').replace('<</Type /StructElem >>', '3                     '),
    'latin1',
  );
  const { kids } = readFrom(three);
  expect(kids).toMatchObject([
    { kind: 'annotation', box: { left: 3, bottom: 2, right: 3, top: 4 } },
    { attributes: { cell: { rowSpan: 3, columnSpan: 1 } } },
  ]);
});

test('a tag may hold as many runs as a long document has', () => {
  const count = 150_000;
  const numbers = Array.from({ length: count }, (_, number) => number);
  const [first] = read(numbers, '/S /Document /K 11 0 R', `/S /NonStruct /Pg 3 0 R /K [${numbers.join(' ')}]`).kids;
  expect(first?.kind).toBe('content');
});
