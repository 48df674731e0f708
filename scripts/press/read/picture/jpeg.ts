import { orientationExif, readExif } from './exif.ts';
import { type CleanPicture, damaged, inOrder, type RefusedPicture, removals, tooLarge, unfinished } from './outcome.ts';

/** Second bytes of markers (ITU T.81, table B.1). */
const markers = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  /** What draws besides frames and scans: tables of Huffman codes and of quantisation, restarts, the number of lines. */
  tables: [0xc4, 0xdb, 0xdc, 0xdd],
  /** Frames that browsers draw: baseline, extended and progressive, each by Huffman's codes. */
  frames: [0xc0, 0xc1, 0xc2],
  /** Frames that they do not: lossless, hierarchical and arithmetic ones. */
  otherFrames: [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf],
  jfif: 0xe0,
  exif: 0xe1,
  profile: 0xe2,
  iptc: 0xed,
  adobe: 0xee,
  comment: 0xfe,
} as const;

/** A marker with its content and, of a scan, the coded picture behind it. */
interface Segment {
  readonly marker: number;
  readonly content: Uint8Array;
  readonly coded: Uint8Array;
}

/**
 * A JPEG without applications' segments, comments and what follows its end. Of applications' segments stay those that draw:
 * the density of JFIF, the colour profile (ICC.1, annex B.4), and Adobe's kind of colours, without which RGB and CMYK
 * cannot be told from what JPEG has by itself. An orientation stays as an EXIF that holds nothing else.
 */
export function cleanJpeg(bytes: Uint8Array): CleanPicture | RefusedPicture {
  const read = readSegments(bytes);
  if (read.kind === 'refused') return read;
  const fault = frameFault(read.segments);
  if (fault) return fault;
  const parts = read.segments.map((segment) => ({ segment, part: partOf(segment) }));
  const orientation = parts.find(({ part }) => part.orientation !== 1)?.part.orientation ?? 1;
  const exif = orientationExif(orientation);
  const file = [
    Uint8Array.of(0xff, markers.start),
    ...(exif ? [written(markers.exif, Buffer.concat([Buffer.from('Exif\0\0'), exif]))] : []),
    ...parts.flatMap(({ segment: { marker, coded }, part: { kept } }) => (kept ? [written(marker, kept), coded] : [])),
    Uint8Array.of(0xff, markers.end),
  ];
  const removed = parts.flatMap(({ part }) => part.removed);
  if (read.end < bytes.length) removed.push(removals.behindEnd);
  return { kind: 'jpeg', bytes: new Uint8Array(Buffer.concat(file)), removed: inOrder(removed) };
}

/** What becomes of a segment: the content that is kept, and what is said of what is not. */
interface Part {
  readonly kept: Uint8Array | undefined;
  readonly removed: readonly string[];
  readonly orientation: number;
}

function partOf({ marker, content }: Segment): Part {
  const keep = (kept: Uint8Array, ...removed: readonly string[]): Part => ({ kept, removed, orientation: 1 });
  const leave = (...removed: readonly string[]): Part => ({ kept: undefined, removed, orientation: 1 });
  const begins = (name: string) => Buffer.from(content.subarray(0, name.length)).toString('latin1') === name;
  if (marker === markers.comment) return leave(removals.comment);
  // 0xe0 to 0xef are of applications, 0xf0 to 0xfd reserved.
  if (marker < 0xe0) return keep(content);
  if (marker === markers.jfif && begins('JFIF\0') && content.length >= 14) {
    // Version, unit and density; then the size of a small copy and the copy.
    const short = content.slice(0, 14);
    short.set([0, 0], 12);
    return content.length > 14 ? keep(short, removals.smallCopy) : keep(short);
  }
  if (marker === markers.jfif) return leave(removals.smallCopy);
  if (marker === markers.exif && begins('Exif\0')) {
    const { orientation, removed } = readExif(content.subarray(6));
    return { kept: undefined, removed, orientation };
  }
  if (marker === markers.exif) {
    const hasPosition = Buffer.from(content).includes('GPSLatitude');
    return leave(removals.packet, ...(hasPosition ? [removals.position] : []));
  }
  if (marker === markers.profile && begins('ICC_PROFILE\0')) return keep(content);
  if (marker === markers.profile && begins('MPF\0')) return leave(removals.frames);
  if (marker === markers.iptc) return leave(removals.caption);
  if (marker === markers.adobe && begins('Adobe') && content.length >= 12) return keep(content.subarray(0, 12));
  return leave(removals.editor);
}

/** Reads a JPEG up to its end. What stands between its segments does not belong there. */
function readSegments(
  bytes: Uint8Array,
): { readonly kind: 'read'; readonly segments: readonly Segment[]; readonly end: number } | RefusedPicture {
  const segments: Segment[] = [];
  let at = 2;
  for (;;) {
    const before = at;
    // Any number of FF may stand before a marker (B.1.1.2).
    while (bytes[at] === 0xff) at += 1;
    const marker = bytes[at];
    if (marker === undefined) return unfinished;
    if (at === before || marker === 0) return damaged;
    at += 1;
    if (marker === markers.end) return { kind: 'read', segments, end: at };
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (at + Math.max(length, 2) > bytes.length) return unfinished;
    if (length < 2) return damaged;
    const content = bytes.subarray(at + 2, at + length);
    at += length;
    const end = marker === markers.scan ? endOfScan(bytes, at) : at;
    segments.push({ marker, content, coded: bytes.subarray(at, end) });
    at = end;
  }
}

/** Where the next marker stands that is none of restarting (RST0 to RST7); FF 00 is a byte of the picture. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0xff;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

/** Why a browser would not draw it: browsers draw one frame of 8 bits with one, three or four kinds of colour. */
function frameFault(segments: readonly Segment[]): RefusedPicture | undefined {
  const isOf = (kinds: readonly number[]) => segments.filter(({ marker }) => kinds.includes(marker));
  const [frame, ...more] = isOf(markers.frames);
  if (isOf(markers.otherFrames).length > 0)
    return { ...damaged, why: 'it is of a kind of JPEG that browsers do not draw' };
  if (!frame || more.length > 0 || isOf([markers.scan]).length === 0) return damaged;
  const [depth, high = 0, low = 0, wide = 0, narrow = 0, colours = 0] = frame.content;
  const [height, width] = [high * 256 + low, wide * 256 + narrow];
  if (depth !== 8 || ![1, 3, 4].includes(colours) || frame.content.length !== 6 + colours * 3) return damaged;
  if (width === 0 || height === 0) return damaged;
  return tooLarge(width, height);
}

/** A segment as it stands in a file. */
function written(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2;
  return Buffer.concat([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), content]);
}
