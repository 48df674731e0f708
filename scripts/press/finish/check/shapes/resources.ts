import { calculation, colourSpace, deviceSpace, shading } from './colours.ts';
import { font } from './fonts.ts';
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
  streamOf,
} from './shape.ts';

/** ISO 32000-1, 8.9.5, without what ISO 19005-3, 6.2.8 forbids. */
const image = (mask: Shape): Shape =>
  streamOf('an image', {
    ...{ Type: oneOf('/XObject'), Subtype: name, 'Width!': number, 'Height!': number },
    ...{ 'ColorSpace!': colourSpace, BitsPerComponent: oneOf(8), SMask: mask },
    ...{ Filter: oneOf('/FlateDecode', '/DCTDecode'), ColorTransform: oneOf(0, 1) },
  });
const none: Shape = () => false;

/** ISO 32000-1, 8.10, without what ISO 19005-3, 6.2.9 forbids. It has its own resources (6.2.2). */
const form = contentOf('a form', 'drawing', {
  ...{ Type: oneOf('/XObject'), Subtype: oneOf('/Form'), 'BBox!': numbers(4), Matrix: numbers(6) },
  'Resources!': later(() => resources),
  Group: dictionaryOf('a group', {
    ...{ Type: oneOf('/Group'), 'S!': oneOf('/Transparency'), CS: deviceSpace, I: boolean, K: boolean },
  }),
  StructParents: number,
});

const blendModes = [
  ...['/Normal', '/Multiply', '/Screen', '/Overlay', '/Darken', '/Lighten', '/ColorDodge', '/ColorBurn'],
  ...['/HardLight', '/SoftLight', '/Difference', '/Exclusion', '/Hue', '/Saturation', '/Color', '/Luminosity'],
] as const;

/** ISO 32000-1, 8.4.5, without what ISO 19005-3, 6.2.5 forbids. */
const graphicsState = dictionaryOf('a graphics state', {
  ...{ Type: oneOf('/ExtGState'), BM: oneOf(...blendModes), CA: numberWithin(0, 1), ca: numberWithin(0, 1) },
  ...{ LC: oneOf(0, 1, 2), LJ: oneOf(0, 1, 2), LW: number, ML: number, SA: boolean },
  SMask: either(
    oneOf('/None'),
    dictionaryOf('a mask', {
      ...{ Type: oneOf('/Mask'), 'S!': oneOf('/Alpha', '/Luminosity'), 'G!': form, TR: calculation },
    }),
  ),
});

/** ISO 32000-1, 8.7: tiles, or a shading. */
const pattern = byKey('PatternType', {
  1: contentOf('a pattern', 'drawing', {
    ...{ Type: oneOf('/Pattern'), PatternType: number, PaintType: oneOf(1), TilingType: oneOf(1, 2, 3) },
    ...{ 'BBox!': numbers(4), XStep: number, YStep: number, Matrix: numbers(6) },
    'Resources!': later(() => resources),
  }),
  2: dictionaryOf('a pattern', {
    ...{ Type: oneOf('/Pattern'), PatternType: number, 'Shading!': shading, Matrix: numbers(6) },
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
