import { removals } from './outcome.ts';

/** What a block of EXIF says that matters here. */
export interface Exif {
  /** How the picture is to be turned and mirrored: 1 (as it is) to 8 (EXIF 2.32, 4.6.4, tag 274). */
  readonly orientation: number;
  readonly removed: readonly string[];
}

const tags = { orientation: 0x0112, gps: 0x8825 } as const;

/**
 * Reads EXIF: a TIFF file (TIFF 6.0, part 1) whose first directory has the orientation and leads to the position. What
 * cannot be read counts as nothing but notes of the camera.
 *
 * @param tiff from its byte order mark on
 */
export function readExif(tiff: Uint8Array): Exif {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = tiff[0] === 0x49;
  const short = (at: number) => (at + 2 <= tiff.length ? view.getUint16(at, isLittle) : 0);
  const long = (at: number) => (at + 4 <= tiff.length ? view.getUint32(at, isLittle) : 0);
  const first = long(4);
  const count = Math.min(short(first), Math.floor((tiff.length - first) / 12));
  const entries = Array.from({ length: Math.max(0, count) }, (_, index) => first + 2 + index * 12);
  const at = entries.find((entry) => short(entry) === tags.orientation);
  const value = at === undefined ? 1 : short(at + 8);
  const orientation = value >= 1 && value <= 8 ? value : 1;
  if (isOwn(tiff, orientation)) return { orientation, removed: [] };
  const hasPosition = entries.some((entry) => short(entry) === tags.gps);
  // The second directory is that of a small copy, which may show what was cut off the picture.
  const hasCopy = long(first + 2 + count * 12) > 0;
  return {
    orientation,
    removed: [removals.camera, ...(hasPosition ? [removals.position] : []), ...(hasCopy ? [removals.smallCopy] : [])],
  };
}

/** The shortest EXIF that states an orientation; none for a picture that is to be shown as it is. */
export function orientationExif(orientation: number): Uint8Array | undefined {
  if (orientation === 1) return undefined;
  // Byte order and signature, one directory at byte 8 with one entry: a short, once. No further directory.
  return Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );
}

function isOwn(tiff: Uint8Array, orientation: number): boolean {
  const own = orientationExif(orientation);
  return own !== undefined && Buffer.compare(own, tiff) === 0;
}
