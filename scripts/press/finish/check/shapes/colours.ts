import { inflated, isStream } from '../../file/objects.ts';
import {
  arrayOf,
  boolean,
  byKey,
  dictionaryOf,
  either,
  number,
  numbers,
  oneOf,
  type Shape,
  streamOf,
  tuple,
} from './shape.ts';

/** Colours of which the output intent says how they look (ISO 19005-3, 6.2.4.3). */
export const deviceSpace: Shape = oneOf('/DeviceRGB', '/DeviceGray');

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
export const colourSpace: Shape = either(
  deviceSpace,
  tuple({ of: 'an image', key: 'ColorSpace' }, oneOf('/ICCBased'), profile),
);

const functionEntries = { 'FunctionType!': number, Domain: numbers(), Range: numbers() };

/** ISO 32000-1, 7.10: exponential, several of them in a row, or a program. */
export const calculation: Shape = byKey('FunctionType', {
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
export const shading: Shape = byKey('ShadingType', {
  1: dictionaryOf('a shading', { ...shadingEntries, Domain: numbers(4), Matrix: numbers(6) }),
  2: dictionaryOf('a shading', { ...shadingEntries, Coords: numbers(4), Domain: numbers(2), Extend: extend }),
  3: dictionaryOf('a shading', { ...shadingEntries, Coords: numbers(6), Domain: numbers(2), Extend: extend }),
});
