import { cleanJpeg } from './jpeg.ts';
import type { CleanPicture, RefusedPicture } from './outcome.ts';
import { cleanPng } from './png.ts';
import { cleanSvg } from './svg.ts';

/** SVG within SVG within SVG is drawn; what lies deeper is refused. */
const deepest = 3;

/**
 * Takes everything out of a picture that does not draw it, whatever its file is called: positions, descriptions, comments,
 * small copies, editors' data, scripts, and bytes behind its end. What is left draws the same. Colour profiles stay, and so
 * does the orientation of a photograph. Cleaned again it is the same bytes.
 *
 * @param bytes the file of a PNG (ISO 15948), a JPEG (ITU T.81) or an SVG
 */
export function cleanPicture(bytes: Uint8Array): CleanPicture | RefusedPicture {
  return cleanWithin(bytes, 1);
}

function cleanWithin(bytes: Uint8Array, depth: number): CleanPicture | RefusedPicture {
  const starts = (...signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return cleanPng(bytes);
  if (starts(0xff, 0xd8, 0xff)) return cleanJpeg(bytes);
  const start = new TextDecoder().decode(bytes.subarray(0, 64));
  const isMarkup = /^\s*</.test(start) || starts(0xff, 0xfe) || starts(0xfe, 0xff);
  if (isMarkup && depth <= deepest) return cleanSvg(bytes, (inner) => cleanWithin(inner, depth + 1));
  return {
    kind: 'refused',
    why: isMarkup ? 'it holds pictures within pictures within pictures' : 'it is neither PNG, JPEG nor SVG',
    cure: 'save it as PNG, JPEG or SVG, with the ending that belongs to it',
    line: 1,
    column: 1,
  };
}
