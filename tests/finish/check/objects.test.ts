import { expect, test } from 'vitest';
import { checkObjects } from '../../../scripts/press/finish/check/objects.ts';
import { readPages } from '../../../scripts/press/finish/content/pages.ts';
import type { PdfObject } from '../../../scripts/press/finish/file/objects.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import { handMadePdf, handMadeStream } from '../hand-made-pdf.ts';
import { tag, tagged } from '../tags.ts';

/** A print with one of everything, by the numbers of its objects. */
const print: Readonly<Record<number, string>> = {
  1: '<</Type /Catalog /Pages 2 0 R /Dests 4 0 R /Outlines 5 0 R /Lang (en) /ViewerPreferences <</DisplayDocTitle true>>>>',
  2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
  3: '<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Tabs /S /Resources 8 0 R /Contents 9 0 R /Annots [7 0 R]>>',
  4: '<</note [3 0 R /XYZ 0 792 0]>>',
  5: '<</Type /Outlines /First 6 0 R /Last 6 0 R /Count 1>>',
  6: '<</Title (One) /Parent 5 0 R /Dest [3 0 R /XYZ null 700 0]>>',
  7: '<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [0 0 9 9] /A <</Type /Action /S /URI /URI (https://a.example)>>>>',
  8: '<</ProcSet [/PDF] /Font <</F1 10 0 R /F2 15 0 R>> /XObject <</X1 17 0 R /X2 19 0 R>> /ExtGState <</G1 20 0 R>> /Pattern <</P1 22 0 R /P2 23 0 R>>>>',
  9: handMadeStream('/G1 gs /X1 Do /X2 Do'),
  10: '<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [11 0 R] /ToUnicode 14 0 R>>',
  11: '<</Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /CIDToGIDMap /Identity /DW 500 /W [0 [600 500]] /FontDescriptor 12 0 R>>',
  12: '<</Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1 1] /FontFile2 13 0 R>>',
  13: handMadeStream('program', '/Length1 7'),
  14: handMadeStream('1 beginbfchar <0001> <0061> endbfchar'),
  15: '<</Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 0 1 1] /CharProcs <</g0 16 0 R>> /Encoding <</Type /Encoding /Differences [0 /g0]>> /FirstChar 0 /LastChar 0 /Widths [1] /ToUnicode 14 0 R>>',
  16: handMadeStream('1 0 0 0 1 1 d1 0 0 1 1 re f'),
  17: handMadeStream(
    'pixels',
    '/Type /XObject /Subtype /Image /Width 1 /Height 2 /BitsPerComponent 8 /ColorSpace [/ICCBased 18 0 R] /SMask 24 0 R',
  ),
  18: handMadeStream(`\0\0\0\0skia\x04\x30\0\0mntrRGB XYZ ${'\0'.repeat(12)}acsp${'\0'.repeat(90)}`, '/N 3'),
  19: handMadeStream(
    'BT /F1 9 Tf <0001> Tj ET',
    '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</Font <</F1 10 0 R>>>> /Group <</S /Transparency /I true>>',
  ),
  20: '<</BM /Multiply /CA 1 /ca .5 /SMask <</Type /Mask /S /Luminosity /G 19 0 R /TR 21 0 R>>>>',
  21: handMadeStream('{1 exch sub}', '/FunctionType 4 /Domain [0 1] /Range [0 1]'),
  22: handMadeStream(
    '0 0 1 1 re f',
    '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 1 /YStep 1 /Resources <<>>',
  ),
  23: '<</Type /Pattern /PatternType 2 /Shading <</ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 0] /Extend [true true] /Function <</FunctionType 3 /Domain [0 1] /Bounds [] /Encode [0 1] /Functions [<</FunctionType 2 /Domain [0 1] /C0 [0 0 0] /C1 [1 1 1] /N 1>>]>>>>>>',
  24: handMadeStream('mask', '/Subtype /Image /Width 1 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray'),
};

/** Checks the print with another text in the place of one in one of its objects. */
function check(number: number, text = '', other = ''): void {
  const before = print[number] ?? '';
  if (!before.includes(text)) throw new Error(`object ${number} has no ${text}`);
  const after = before.replace(text, other);
  // A stream that is longer now says so.
  const grown = after.replace(/\/Length \d+(>>\nstream\n(.*)\nendstream)/, (_, rest: string, content: string) => {
    return `/Length ${content.length}${rest}`;
  });
  const pdf = openFile(handMadePdf({ ...print, [number]: grown }));
  checkObjects(pdf, readPages(pdf), tag('Document'));
}

test('a print with nothing else in it passes', () => {
  expect(() => check(1)).not.toThrow();
});

test.each([
  ['a script at the opening', 1, '/Lang', '/OpenAction <</S /JavaScript>> /Lang', 'the catalogue has "OpenAction"'],
  ['a form to fill in', 1, '/Lang', '/AcroForm <<>> /Lang', 'the catalogue has "AcroForm"'],
  ['layers', 1, '/Lang', '/OCProperties <<>> /Lang', 'the catalogue has "OCProperties"'],
  ['a window without a title', 1, 'true', 'false', 'the viewer preferences has as "DisplayDocTitle" false'],
  ['actions of a page', 3, '/Tabs', '/AA <<>> /Tabs', 'a page has "AA"'],
  ['a turned page', 3, '/Tabs', '/Rotate 90 /Tabs', 'a page has "Rotate"'],
  ['a page with another unit', 3, '/Tabs', '/UserUnit 2 /Tabs', 'a page has "UserUnit"'],
  ['a page that is too small', 3, '612 792', '2 792', 'a page has as "MediaBox" what is not understood'],
  ['a page that is too large', 3, '612 792', '612 14401', 'a page has as "MediaBox" what is not understood'],
  ['a destination of another kind', 4, '/XYZ', '/Fit', 'the destinations has as "note" what is not understood'],
  ['an outline with actions', 6, '/Parent', '/A <</S /Launch>> /Parent', 'an entry of the outline has "A"'],
  ['a link that starts a program', 7, '/URI /URI', '/Launch /URI', 'a link has as "A" one of the kind /Launch'],
  ['a link with a second action', 7, '/S /URI', '/Next <<>> /S /URI', 'the action of a link has "Next"'],
  ['a link that is not printed', 7, '/F 4', '/F 2', 'a link has as "F" 2'],
  ['a link without flags', 7, '/F 4', '', 'a link has no "F"'],
  ['an annotation of another kind', 7, '/Link', '/Movie', 'a link has as "Subtype" /Movie'],
  ['a link with another look', 7, '/F 4', '/F 4 /AP <<>>', 'a link has "AP"'],
  ['other colour spaces', 8, '/ProcSet', '/ColorSpace <<>> /ProcSet', 'the resources of a page has "ColorSpace"'],
  ['a font of another kind', 10, '/Type0', '/Type1', 'the fonts of a page has as "F1" one of the kind /Type1'],
  ['codes of another kind', 10, '/Identity-H', '/UniJIS-H', 'a font has as "Encoding" /UniJIS-H'],
  ['glyphs by another map', 11, 'Map /Identity', 'Map 13 0 R', 'a font has as "CIDToGIDMap" what is not understood'],
  ['a font that is not there', 12, '/FontFile2 13 0 R', '', 'a font descriptor has no "FontFile2"'],
  ['unknown operators in a glyph', 16, '1 1 re', '1 1 re foo', 'unknown operator "foo" at byte 26'],
  ['an image that is smoothed', 17, '/Width', '/Interpolate true /Width', 'an image has "Interpolate"'],
  ['an image with another in its place', 17, '/Width', '/Alternates [] /Width', 'an image has "Alternates"'],
  ['an image that is packed by LZW', 17, '/Width', '/Filter /LZWDecode /Width', 'an image has as "Filter" /LZWDecode'],
  ['an image in CMYK', 17, '[/ICCBased 18 0 R]', '/DeviceCMYK', 'an image has as "ColorSpace" /DeviceCMYK'],
  ['a profile of other colours', 18, 'RGB ', 'CMYK', 'a colour profile is none of ICC'],
  ['a profile of a later version', 18, '\x04', '\x05', 'a colour profile is none of ICC'],
  ['a form for another printer', 19, '/BBox', '/OPI <<>> /BBox', 'a form has "OPI"'],
  ['a form of PostScript', 19, '/BBox', '/PS (x) /BBox', 'a form has "PS"'],
  ['a form without resources', 19, '/Resources <</Font <</F1 10 0 R>>>>', '', 'a form has no "Resources"'],
  ['a form with glyphs that nothing explains', 19, '<0001>', '<0002>', 'a glyph of the font "A" is without a text'],
  ['a curve for the printer', 20, '/BM', '/TR 21 0 R /BM', 'a graphics state has "TR"'],
  ['colours that are mixed in a way of its own', 20, '/Multiply', '/Own', 'a graphics state has as "BM" /Own'],
  ['what is more than opaque', 20, '/CA 1', '/CA 1.5', 'a graphics state has as "CA" 1.5'],
  [
    'tags in a pattern',
    22,
    '0 0 1 1 re f',
    '/P <</MCID 0>>BDC 0 0 1 1 re f EMC',
    'content that no page draws is tagged',
  ],
  ['a shading of another kind', 23, '/ShadingType 2', '/ShadingType 7', 'a pattern has as "Shading" what is not'],
  ['a mask with a mask', 24, '/Width', '/SMask 24 0 R /Width', 'an image has as "SMask" one of the kind /Image'],
])('%s is refused', (_, number, text, other, message) => {
  expect(() => check(number, text, other)).toThrow(message);
});

test('the object is named in which something is', () => {
  expect(() => check(7, '/F 4', '/F 4 /AP <<>>')).toThrow('which no print of Chromium has (object 7)');
});

test('attributes of a tag that lead to other objects are refused', () => {
  const pdf = openFile(handMadePdf(print));
  const withAttribute = (value: PdfObject) => {
    const others = [
      new Map<string, PdfObject>([
        ['O', '/PrintField'],
        ['Role', value],
      ]),
    ];
    return () => checkObjects(pdf, readPages(pdf), tag('Document', tagged(tag('P'), { others })));
  };
  expect(withAttribute('/rb')).not.toThrow();
  expect(withAttribute(new Map())).toThrow('the attributes of a tag has as "Role" what is not understood');
});
