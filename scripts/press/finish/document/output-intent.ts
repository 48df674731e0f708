import { textString } from '../file/data-structures.ts';
import { deflated, dictionary, type Reference } from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';

/** What the colours of the pages mean (ISO 19005-3, 6.2.3): those of CSS, sRGB. Chromium writes all in DeviceRGB and DeviceGray. */
export function addOutputIntent(pdf: PdfFile): Reference {
  const profile = pdf.add(deflated(srgbProfile(), { N: 3 }));
  return pdf.add(
    dictionary({
      Type: '/OutputIntent',
      S: '/GTS_PDFA1',
      OutputConditionIdentifier: textString('sRGB'),
      Info: textString('sRGB (IEC 61966-2-1)'),
      DestOutputProfile: profile,
    }),
  );
}

/**
 * The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 4 (ISO 15076-1), made here from the numbers of the
 * standard, so that it is under no licence but the press's own: a matrix and one curve, 480 bytes.
 */
export function srgbProfile(): Uint8Array {
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', unicodeText('sRGB')],
    ['cprt', unicodeText('Public domain')],
    // The white of print viewing, D50; the primaries are adapted to it by the matrix of `chad` (Bradford).
    ['wtpt', xyz([0.9642, 1, 0.8249])],
    ['chad', matrix([1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168])],
    ['rXYZ', xyz([0.43607, 0.22249, 0.01392])],
    ['gXYZ', xyz([0.38515, 0.71687, 0.09708])],
    ['bXYZ', xyz([0.14307, 0.06061, 0.7141])],
    ['rTRC', transferCurve],
    ['gTRC', transferCurve],
    ['bTRC', transferCurve],
  ];
  const directory = Buffer.alloc(4 + tags.length * 12);
  directory.writeUInt32BE(tags.length, 0);
  const data: Buffer[] = [];
  const offsets = new Map<Buffer, number>();
  let offset = headerSize + directory.length;
  for (const [index, [signature, bytes]] of tags.entries()) {
    // The three curves are one.
    if (!offsets.has(bytes)) {
      offsets.set(bytes, offset);
      data.push(bytes);
      offset += bytes.length;
    }
    directory.write(signature, 4 + index * 12, 'latin1');
    directory.writeUInt32BE(offsets.get(bytes) ?? 0, 8 + index * 12);
    directory.writeUInt32BE(bytes.length, 12 + index * 12);
  }
  return Buffer.concat([header(offset), directory, ...data]);
}

const headerSize = 128;

/** ISO 15076-1, 7.2. The date is that of version 4.3, which the standard describes. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerSize);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04300000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [index, part] of [2010, 12, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + index * 2);
  bytes.write('acsp', 36, 'latin1');
  fixed([0.9642, 1, 0.8249]).copy(bytes, 68);
  return bytes;
}

/** 7.1: numbers of 16 bits before and 16 after the point. */
function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeInt32BE(Math.round(value * 65536), index * 4);
  return bytes;
}

function typed(signature: string, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${signature}\0\0\0\0`, 'latin1'), data]);
}

function xyz(values: readonly number[]): Buffer {
  return typed('XYZ ', fixed(values));
}

function matrix(values: readonly number[]): Buffer {
  return typed('sf32', fixed(values));
}

/** 10.18, function 3: a straight line near black, then a power. Numbers of IEC 61966-2-1. */
const transferCurve = typed(
  'para',
  Buffer.concat([Buffer.from([0, 3, 0, 0]), fixed([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])]),
);

/** 10.15: one record, in English. */
function unicodeText(text: string): Buffer {
  const words = Buffer.from(text, 'utf16le').swap16();
  const record = Buffer.alloc(20);
  record.writeUInt32BE(1, 0);
  record.writeUInt32BE(12, 4);
  record.write('enUS', 8, 'latin1');
  record.writeUInt32BE(words.length, 12);
  record.writeUInt32BE(28, 16);
  const padding = Buffer.alloc((4 - (words.length % 4)) % 4);
  return typed('mluc', Buffer.concat([record, words, padding]));
}
