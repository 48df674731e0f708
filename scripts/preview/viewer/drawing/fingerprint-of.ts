/** A number of 53 bits that pictures share only if their pixels are the same: two runs of FNV-1a over whole pixels. */
export function fingerprintOf({ buffer, byteOffset, byteLength }: Uint8ClampedArray): number {
  const pixels = new Uint32Array(buffer, byteOffset, byteLength / 4);
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (const pixel of pixels) {
    low = Math.imul(low ^ pixel, 0x01000193);
    // Multiplication carries upwards only: the other run takes the upper half of a pixel first.
    high = Math.imul(high ^ ((pixel >>> 16) | (pixel << 16)), 0x01000193);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
