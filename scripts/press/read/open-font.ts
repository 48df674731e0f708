import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import type { FontFile } from './fonts.ts';

/** By their bytes: one file may serve several faces. */
const opened = new WeakMap<Uint8Array, Font>();
const require = createRequire(import.meta.url);

/**
 * A font file, open for its widths and characters. It is opened once; fontkit itself is loaded when the first is, since
 * a check of an edition that was checked before needs none.
 */
export function openFont(file: FontFile): Font {
  const known = opened.get(file.bytes);
  if (known) return known;
  try {
    const fontkit: typeof import('fontkit') = require('fontkit');
    const font = fontkit.create(file.bytes);
    opened.set(file.bytes, font);
    return font;
  } catch (cause) {
    throw new Error(`opening the font ${file.name} failed: install the packages again (npm ci)`, { cause });
  }
}
