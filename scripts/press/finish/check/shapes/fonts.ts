import { resources } from './resources.ts';
import {
  arrayOf,
  byKey,
  contentOf,
  dictionaryOf,
  either,
  later,
  name,
  named,
  number,
  numbers,
  oneOf,
  type Shape,
  type Shapes,
  streamOf,
  string,
  tuple,
} from './shape.ts';

const descriptorEntries: Shapes = {
  ...{ Type: oneOf('/FontDescriptor'), FontName: name, FontFamily: string, FontStretch: name, FontWeight: number },
  ...{ Flags: number, FontBBox: numbers(4), ItalicAngle: number, Ascent: number, Descent: number },
  ...{ CapHeight: number, XHeight: number, StemV: number },
};
const descriptor = dictionaryOf('a font descriptor', descriptorEntries);
const descriptorOfProgram = dictionaryOf('a font descriptor', {
  ...descriptorEntries,
  'FontFile2!': streamOf('a font program', { Length1: number }),
});

/** TrueType within a composite font, of which glyphs are asked for by their numbers (ISO 32000-1, 9.7.4). */
const descendant = dictionaryOf('a font', {
  ...{ Type: oneOf('/Font'), 'Subtype!': oneOf('/CIDFontType2'), BaseFont: name },
  CIDSystemInfo: dictionaryOf('a font', { Registry: string, Ordering: string, Supplement: number }),
  'FontDescriptor!': descriptorOfProgram,
  'CIDToGIDMap!': oneOf('/Identity'),
  DW: number,
  W: arrayOf({ of: 'a font', key: 'W' }, either(number, numbers())),
});

const toUnicode = streamOf('a ToUnicode table', {});

/** ISO 32000-1, 9.6.5 and 9.7. */
export const font: Shape = byKey('Subtype', {
  Type0: dictionaryOf('a font', {
    ...{ Type: oneOf('/Font'), Subtype: name, BaseFont: name, 'Encoding!': oneOf('/Identity-H') },
    'DescendantFonts!': tuple({ of: 'a font', key: 'DescendantFonts' }, descendant),
    'ToUnicode!': toUnicode,
  }),
  Type3: dictionaryOf('a font of drawings', {
    ...{ Type: oneOf('/Font'), Subtype: name, FontBBox: numbers(4), 'FontMatrix!': numbers(6) },
    ...{ FirstChar: number, LastChar: number, Widths: numbers(), CIDToGIDMap: oneOf('/Identity') },
    Encoding: dictionaryOf('an encoding', {
      Type: oneOf('/Encoding'),
      Differences: arrayOf({ of: 'an encoding', key: 'Differences' }, either(number, name)),
    }),
    CharProcs: named('a font of drawings', contentOf('the drawing of a glyph', 'glyph', {})),
    FontDescriptor: descriptor,
    Resources: later(() => resources),
    'ToUnicode!': toUnicode,
  }),
});
