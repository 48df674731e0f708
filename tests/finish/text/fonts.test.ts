import { expect, test } from 'vitest';
import { readPages } from '../../../scripts/press/finish/content/pages.ts';
import { inflated, isStream } from '../../../scripts/press/finish/file/objects.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import type { PdfFile } from '../../../scripts/press/finish/file/pdf-file.ts';
import { mendFonts, readFont } from '../../../scripts/press/finish/text/fonts.ts';
import { handMadePdf, handMadeStream } from '../hand-made-pdf.ts';

/** A page with these resources, a font at object 10 and its ToUnicode table at 13. */
function open(resources: string, others: Readonly<Record<number, string>> = {}): PdfFile {
  return openFile(
    handMadePdf({
      1: '<</Pages 2 0 R>>',
      2: '<</Kids [3 0 R]>>',
      3: `<</Resources <<${resources}>> /Contents 4 0 R>>`,
      4: handMadeStream(''),
      10: '<</Subtype /Type0 /BaseFont /Sans /DescendantFonts [11 0 R] /ToUnicode 13 0 R>>',
      11: '<</FontDescriptor 12 0 R>>',
      12: '<</FontFile2 14 0 R>>',
      13: handMadeStream('2 beginbfchar <0001> <0000> <0002> <0062> endbfchar'),
      14: handMadeStream('program'),
      ...others,
    }),
  );
}

function tableOf(pdf: PdfFile): string {
  const table = pdf.resolve({ kind: 'reference', number: 13 });
  return isStream(table) ? Buffer.from(inflated(table)).toString() : '';
}

test.each([
  ['a page', '/Font <</F 10 0 R>>', {}],
  ['a form', '/XObject <</X 20 0 R>>', { 20: handMadeStream('', '/Resources <</Font <</F 10 0 R>>>>') }],
  ['a pattern', '/Pattern <</P 20 0 R>>', { 20: handMadeStream('', '/Resources <</Font <</F 10 0 R>>>>') }],
  [
    'the glyphs of a font',
    '/Font <</F 20 0 R>>',
    { 20: '<</Subtype /Type3 /ToUnicode 14 0 R /Resources <</Font <</F 10 0 R>>>>>>' },
  ],
])('the font of %s is mended', (_, resources, others) => {
  const pdf = open(resources, others);
  mendFonts(pdf, readPages(pdf), new Map());
  expect(tableOf(pdf)).toBe('2 beginbfchar <0001> <FFFD> <0002> <0062> endbfchar');
});

test('a font says what it is to say from now on', () => {
  const pdf = open('/Font <</F 10 0 R>>');
  const font = readFont(pdf, pdf.resolve({ kind: 'reference', number: 10 }));
  if (!font) throw new Error('there is no font');
  mendFonts(pdf, readPages(pdf), new Map([[font, new Map([[2, '’']])]]));
  expect(tableOf(pdf)).toContain('<0001> <FFFD>\n<0002> <2019>');
});

test.each([
  ['is not in the print', { 12: '<</FontName /Sans>>' }, 'the font "Sans" is not in the print'],
  ['has no descriptor', { 11: '<<>>' }, 'the font "Sans" is not in the print'],
  [
    'does not say what its glyphs mean',
    { 10: '<</Subtype /Type0 /BaseFont /Sans /DescendantFonts [11 0 R]>>' },
    'the font "Sans" does not say what its glyphs mean',
  ],
  [
    'is made of drawings and does not say what they mean',
    { 10: '<</Subtype /Type3 /FontDescriptor 12 0 R>>', 12: '<</FontName /Drawn>>' },
    'the font "Drawn" does not say what its glyphs mean',
  ],
])('a font that %s is refused by its name', (_, others, message) => {
  const pdf = open('/Font <</F 10 0 R>>', others);
  expect(() => mendFonts(pdf, readPages(pdf), new Map())).toThrow(message);
});
