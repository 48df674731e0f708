import { inflated, isStream } from '../file/objects.ts';
import {
  arrayOf,
  boolean,
  byKey,
  contentOf,
  dictionaryOf,
  either,
  later,
  name,
  named,
  number,
  numbers,
  numberWithin,
  oneOf,
  type Shape,
  type Shapes,
  streamOf,
  string,
  tuple,
} from './shape.ts';

/** Colours of which the output intent says how they look (ISO 19005-3, 6.2.4.3). */
const deviceSpace: Shape = oneOf('/DeviceRGB', '/DeviceGray');

const profileEntries = streamOf('a colour profile', { 'N!': oneOf(1, 3) });

/** A profile that tells the colours of an image (ISO 19005-3, 6.2.4.2): one of ICC, up to version 4. */
const profile: Shape = (object, walk) => {
  if (!isStream(object) || !profileEntries(object, walk)) return false;
  const header = Buffer.from(inflated(object).slice(0, 128)).toString('latin1');
  const space = object.dictionary.get('N') === 3 ? 'RGB ' : 'GRAY';
  const isKnown =
    header.length === 128 &&
    header.charCodeAt(8) <= 4 &&
    ['scnr', 'mntr', 'prtr', 'spac'].includes(header.slice(12, 16)) &&
    header.slice(16, 20) === space &&
    header.slice(36, 40) === 'acsp';
  if (!isKnown) throw walk.error('a colour profile is none of ICC, or of another kind of colours than it says');
  return true;
};

/** The colours of an image. */
const colourSpace: Shape = either(
  deviceSpace,
  tuple({ of: 'an image', key: 'ColorSpace' }, oneOf('/ICCBased'), profile),
);

const functionEntries = { 'FunctionType!': number, Domain: numbers(), Range: numbers() };

/** ISO 32000-1, 7.10: exponential, several of them in a row, or a program. */
const calculation: Shape = byKey('FunctionType', {
  2: dictionaryOf('a function', { ...functionEntries, C0: numbers(), C1: numbers(), N: number }),
  3: dictionaryOf('a function', {
    ...functionEntries,
    Functions: (object, walk) => functions(object, walk),
    Bounds: numbers(),
    Encode: numbers(),
  }),
  4: streamOf('a function', functionEntries),
});
const functions = arrayOf({ of: 'a function', key: 'Functions' }, calculation);

const shadingEntries = { 'ShadingType!': number, 'ColorSpace!': deviceSpace, 'Function!': calculation };
const extend = tuple({ of: 'a shading', key: 'Extend' }, boolean, boolean);

/** ISO 32000-1, 8.7.4.5: by a function of the place, along a line, between circles. */
const shading: Shape = byKey('ShadingType', {
  1: dictionaryOf('a shading', { ...shadingEntries, Domain: numbers(4), Matrix: numbers(6) }),
  2: dictionaryOf('a shading', { ...shadingEntries, Coords: numbers(4), Domain: numbers(2), Extend: extend }),
  3: dictionaryOf('a shading', { ...shadingEntries, Coords: numbers(6), Domain: numbers(2), Extend: extend }),
});

const descriptorEntries: Shapes = {
  Type: oneOf('/FontDescriptor'),
  FontName: name,
  FontFamily: string,
  FontStretch: name,
  FontWeight: number,
  Flags: number,
  FontBBox: numbers(4),
  ItalicAngle: number,
  Ascent: number,
  Descent: number,
  CapHeight: number,
  XHeight: number,
  StemV: number,
};
const descriptor = dictionaryOf('a font descriptor', descriptorEntries);
const descriptorOfProgram = dictionaryOf('a font descriptor', {
  ...descriptorEntries,
  'FontFile2!': streamOf('a font program', { Length1: number }),
});

/** TrueType within a composite font, of which glyphs are asked for by their numbers (ISO 32000-1, 9.7.4). */
const descendant = dictionaryOf('a font', {
  Type: oneOf('/Font'),
  'Subtype!': oneOf('/CIDFontType2'),
  BaseFont: name,
  CIDSystemInfo: dictionaryOf('a font', { Registry: string, Ordering: string, Supplement: number }),
  'FontDescriptor!': descriptorOfProgram,
  'CIDToGIDMap!': oneOf('/Identity'),
  DW: number,
  W: arrayOf({ of: 'a font', key: 'W' }, either(number, numbers())),
});

const toUnicode = streamOf('a ToUnicode table', {});

/** ISO 32000-1, 9.6.5 and 9.7. The drawings of a font have resources, which may have fonts in turn. */
const font: Shape = byKey('Subtype', {
  Type0: dictionaryOf('a font', {
    Type: oneOf('/Font'),
    Subtype: name,
    BaseFont: name,
    'Encoding!': oneOf('/Identity-H'),
    'DescendantFonts!': tuple({ of: 'a font', key: 'DescendantFonts' }, descendant),
    'ToUnicode!': toUnicode,
  }),
  Type3: dictionaryOf('a font of drawings', {
    Type: oneOf('/Font'),
    Subtype: name,
    FontBBox: numbers(4),
    'FontMatrix!': numbers(6),
    FirstChar: number,
    LastChar: number,
    Widths: numbers(),
    CIDToGIDMap: oneOf('/Identity'),
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

/** ISO 32000-1, 8.9.5, without what ISO 19005-3, 6.2.8 forbids. */
const image = (mask: Shape): Shape =>
  streamOf('an image', {
    Type: oneOf('/XObject'),
    Subtype: name,
    'Width!': number,
    'Height!': number,
    'ColorSpace!': colourSpace,
    BitsPerComponent: oneOf(8),
    SMask: mask,
    Filter: oneOf('/FlateDecode', '/DCTDecode'),
    ColorTransform: oneOf(0, 1),
  });
const none: Shape = () => false;

/** ISO 32000-1, 8.10, without what ISO 19005-3, 6.2.9 forbids. It has its own resources (6.2.2). */
const form = contentOf('a form', 'drawing', {
  Type: oneOf('/XObject'),
  Subtype: oneOf('/Form'),
  'BBox!': numbers(4),
  Matrix: numbers(6),
  'Resources!': later(() => resources),
  Group: dictionaryOf('a group', {
    Type: oneOf('/Group'),
    'S!': oneOf('/Transparency'),
    CS: deviceSpace,
    I: boolean,
    K: boolean,
  }),
  StructParents: number,
});

const blendModes = [
  '/Normal',
  '/Multiply',
  '/Screen',
  '/Overlay',
  '/Darken',
  '/Lighten',
  '/ColorDodge',
  '/ColorBurn',
  '/HardLight',
  '/SoftLight',
  '/Difference',
  '/Exclusion',
  '/Hue',
  '/Saturation',
  '/Color',
  '/Luminosity',
] as const;

/** ISO 32000-1, 8.4.5, without what ISO 19005-3, 6.2.5 forbids. */
const graphicsState = dictionaryOf('a graphics state', {
  Type: oneOf('/ExtGState'),
  BM: oneOf(...blendModes),
  CA: numberWithin(0, 1),
  ca: numberWithin(0, 1),
  LC: oneOf(0, 1, 2),
  LJ: oneOf(0, 1, 2),
  LW: number,
  ML: number,
  SA: boolean,
  SMask: either(
    oneOf('/None'),
    dictionaryOf('a mask', {
      Type: oneOf('/Mask'),
      'S!': oneOf('/Alpha', '/Luminosity'),
      'G!': form,
      TR: calculation,
    }),
  ),
});

/** ISO 32000-1, 8.7: tiles, or a shading. */
const pattern = byKey('PatternType', {
  1: contentOf('a pattern', 'drawing', {
    Type: oneOf('/Pattern'),
    PatternType: number,
    PaintType: oneOf(1),
    TilingType: oneOf(1, 2, 3),
    'BBox!': numbers(4),
    XStep: number,
    YStep: number,
    Matrix: numbers(6),
    'Resources!': later(() => resources),
  }),
  2: dictionaryOf('a pattern', {
    Type: oneOf('/Pattern'),
    PatternType: number,
    'Shading!': shading,
    Matrix: numbers(6),
  }),
});

/** ISO 32000-1, 7.8.3. */
export const resources: Shape = dictionaryOf('the resources of a page', {
  Font: named('the fonts of a page', font),
  XObject: named('the objects of a page', byKey('Subtype', { Image: image(image(none)), Form: form })),
  ExtGState: named('the graphics states of a page', graphicsState),
  Pattern: named('the patterns of a page', pattern),
  Shading: named('the shadings of a page', shading),
  // Names of procedures that no program needs any more (14.2).
  ProcSet: arrayOf({ of: 'the resources of a page', key: 'ProcSet' }, name),
});
