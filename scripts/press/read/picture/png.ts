import { crc32, inflateSync } from 'node:zlib';
import { orientationExif, readExif } from './exif.ts';
import { type CleanPicture, damaged, inOrder, type RefusedPicture, removals, tooLarge, unfinished } from './outcome.ts';

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
}

/** The head of a PNG (ISO 15948, 11.2.2). */
interface Head {
  readonly width: number;
  readonly height: number;
  /** Of a dot. */
  readonly bits: number;
  readonly hasPalette: boolean;
  readonly isInterlaced: boolean;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Chunks besides the picture that draw, with the most bytes that they can have (ISO 15948, 11.3; cICP is of the third edition). */
const drawing: Readonly<Record<string, number>> = {
  PLTE: 768,
  tRNS: 256,
  gAMA: 4,
  cHRM: 32,
  sRGB: 1,
  sBIT: 4,
  bKGD: 6,
  pHYs: 9,
  cICP: 4,
  iCCP: 2 ** 31,
};

/** Bits of a dot by the type of colour, for one bit of depth (table 11.1). */
const samples: Readonly<Record<number, { readonly count: number; readonly depths: readonly number[] }>> = {
  0: { count: 1, depths: [1, 2, 4, 8, 16] },
  2: { count: 3, depths: [8, 16] },
  3: { count: 1, depths: [1, 2, 4, 8] },
  4: { count: 2, depths: [8, 16] },
  6: { count: 4, depths: [8, 16] },
};

/**
 * A PNG of the chunks that draw it: no texts, times, EXIF, films or chunks of editors, and nothing behind its end or behind
 * its compressed picture. An orientation stays as an EXIF that holds nothing else.
 */
export function cleanPng(bytes: Uint8Array): CleanPicture | RefusedPicture {
  const read = readChunks(bytes);
  if (read.kind === 'refused') return read;
  const { chunks } = read;
  const head = readHead(chunks[0]);
  if (!head || chunks.some(isForeign) || (head.hasPalette && !chunks.some(({ type }) => type === 'PLTE')))
    return damaged;
  const fault = tooLarge(head.width, head.height, Math.max(4, head.bits / 8));
  if (fault) return fault;
  const picture = readPicture(chunks, head);
  if (picture.kind === 'refused') return picture;

  const removed = [...picture.removed];
  if (read.end < bytes.length) removed.push(removals.behindEnd);
  const kept = new Map<string, Uint8Array>();
  let orientation = 1;
  for (const { type, content } of chunks) {
    if (type === 'eXIf') {
      const exif = readExif(content);
      orientation = exif.orientation;
      removed.push(...exif.removed);
    } else if (!['IHDR', 'IDAT', 'IEND'].includes(type)) {
      if (content.length <= (drawing[type] ?? -1) && !kept.has(type)) kept.set(type, content);
      else removed.push(removedBy(type, content));
    }
  }
  return { kind: 'png', bytes: assembled(chunks, kept, picture.compressed, orientation), removed: inOrder(removed) };
}

/** The chunks in the order of the file, those that stand before the picture before it. */
function assembled(
  chunks: readonly Chunk[],
  kept: ReadonlyMap<string, Uint8Array>,
  compressed: readonly Uint8Array[],
  orientation: number,
): Uint8Array {
  const exif = orientationExif(orientation);
  const parts = [
    signature,
    written('IHDR', chunks[0]?.content ?? new Uint8Array()),
    ...[...kept].map(([type, content]) => written(type, type === 'iCCP' ? withoutName(content) : content)),
    ...(exif ? [written('eXIf', exif)] : []),
    ...compressed.map((content) => written('IDAT', content)),
    written('IEND', new Uint8Array()),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

/** A colour profile under a name of ours: its own says who made it. */
function withoutName(content: Uint8Array): Uint8Array {
  const end = content.indexOf(0);
  return Buffer.concat([Buffer.from('icc'), content.subarray(Math.max(end, 0))]);
}

function removedBy(type: string, content: Uint8Array): string {
  if (type === 'tIME') return removals.time;
  if (['acTL', 'fcTL', 'fdAT'].includes(type)) return removals.frames;
  if (!['tEXt', 'zTXt', 'iTXt'].includes(type)) return removals.editor;
  return Buffer.from(content.subarray(0, 17)).toString('latin1') === 'XML:com.adobe.xmp'
    ? removals.packet
    : removals.text;
}

/** Reads a PNG up to its end. A chunk that draws and whose checksum is wrong makes the picture a damaged one. */
function readChunks(
  bytes: Uint8Array,
): { readonly kind: 'read'; readonly chunks: readonly Chunk[]; readonly end: number } | RefusedPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = signature.length;
  for (;;) {
    if (at + 12 > bytes.length) return unfinished;
    const length = view.getUint32(at);
    const next = at + 12 + length;
    if (next > bytes.length) return unfinished;
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    const isSound = crc32(bytes.subarray(at + 4, next - 4)) === view.getUint32(next - 4);
    if (!isSound && (isCritical(type) || type in drawing)) return damaged;
    chunks.push({ type, content: bytes.subarray(at + 8, next - 4) });
    if (type === 'IEND') return { kind: 'read', chunks, end: next };
    at = next;
  }
}

/** A capital first letter says that without the chunk nothing can be drawn (ISO 15948, 5.4). */
function isCritical(type: string): boolean {
  return type.charCodeAt(0) < 0x60;
}

function isForeign({ type }: Chunk, index: number): boolean {
  return (isCritical(type) && !['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(type)) || (type === 'IHDR') !== (index === 0);
}

function readHead(chunk: Chunk | undefined): Head | undefined {
  if (chunk?.type !== 'IHDR' || chunk.content.length !== 13) return undefined;
  const view = new DataView(chunk.content.buffer, chunk.content.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colour, compression, filter, interlace] = [8, 9, 10, 11, 12].map((at) => view.getUint8(at));
  const sample = samples[colour ?? -1];
  if (!sample?.depths.includes(depth ?? 0) || compression !== 0 || filter !== 0 || (interlace ?? 2) > 1)
    return undefined;
  if (width === 0 || height === 0 || Math.max(width, height) > 2 ** 31 - 1) return undefined;
  const bits = sample.count * (depth ?? 0);
  return { width, height, bits, hasPalette: colour === 3, isInterlaced: interlace === 1 };
}

/** The compressed picture, if all of it is there. */
function readPicture(
  chunks: readonly Chunk[],
  head: Head,
):
  | { readonly kind: 'read'; readonly compressed: readonly Uint8Array[]; readonly removed: readonly string[] }
  | RefusedPicture {
  const parts = chunks.filter(({ type }) => type === 'IDAT').map(({ content }) => content);
  const all = Buffer.concat(parts);
  const wanted = lengthOf(head);
  try {
    // With `info` the engine comes along, which knows how far it read; the types do not know.
    const { buffer, engine } = inflateSync(all, { info: true, maxOutputLength: wanted }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    if (buffer.length < wanted) return unfinished;
    if (engine.bytesWritten === all.length) return { kind: 'read', compressed: parts, removed: [] };
    return { kind: 'read', compressed: [all.subarray(0, engine.bytesWritten)], removed: [removals.behindEnd] };
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'Z_BUF_ERROR' ? unfinished : damaged;
  }
}

/** Where the passes of an interlaced picture begin, and how far its dots are apart (ISO 15948, 8.2). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The bytes of the picture before compression: each line has a byte that says how it is filtered. */
function lengthOf({ width, height, bits, isInterlaced }: Head): number {
  const lengthOfPart = (columns: number, lines: number) =>
    columns === 0 || lines === 0 ? 0 : lines * (1 + Math.ceil((columns * bits) / 8));
  if (!isInterlaced) return lengthOfPart(width, height);
  return passes.reduce(
    (sum, [x, y, apart, below]) =>
      sum + lengthOfPart(Math.max(0, Math.ceil((width - x) / apart)), Math.max(0, Math.ceil((height - y) / below))),
    0,
  );
}

/** A chunk as it stands in a file (ISO 15948, 5.3). */
function written(type: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
