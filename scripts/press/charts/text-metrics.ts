import type { Font } from 'fontkit';
import { type FontFile, type Fonts, inUnicodeRange, openFont } from '../read/fonts.ts';

/** How a text is set. */
export interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** In points. */
  readonly size: number;
}

/** Widths of text in points, as the browser sets it with the same font files. */
export interface TextMetrics {
  width(text: string, face: Face): number;
}

const known = new WeakMap<Fonts, TextMetrics>();

/** How wide these fonts set text. Files are opened when a text first needs them, and widths are remembered. */
export function textMetricsOf(fonts: Fonts): TextMetrics {
  const found = known.get(fonts);
  if (found) return found;
  const metrics = newTextMetrics(fonts);
  known.set(fonts, metrics);
  return metrics;
}

function newTextMetrics(fonts: Fonts): TextMetrics {
  const faces = new Map<string, (text: string) => number>();
  return {
    width(text, face) {
      const key = `${face.family}/${face.weight}/${face.style}`;
      let widthInEms = faces.get(key);
      if (!widthInEms) {
        widthInEms = kept(measureFace(filesOf(fonts, face)));
        faces.set(key, widthInEms);
      }
      return widthInEms(text) * face.size;
    },
  };
}

/** The files of the face that the browser would take: of the family, then the style, then the nearest weight. */
function filesOf(fonts: Fonts, face: Face): readonly FontFile[] {
  const family = narrowed(fonts, (file) => file.family === face.family);
  const style = narrowed(family, (file) => file.style === face.style);
  // Of two weights at the same distance the heavier serves a bold text, the lighter any other (CSS Fonts 4, 5.2).
  const distance = (file: FontFile): number =>
    Math.abs(file.weight - face.weight) + (file.weight > face.weight === face.weight > 500 ? 0 : 0.5);
  const nearest = Math.min(...style.map(distance));
  return style.filter((file) => distance(file) === nearest);
}

function narrowed(files: readonly FontFile[], wanted: (file: FontFile) => boolean): readonly FontFile[] {
  const found = files.filter(wanted);
  return found.length > 0 ? found : files;
}

interface Part {
  readonly serves: (codePoint: number) => boolean;
  readonly font: () => Font;
}

/** Widths in ems. A text whose characters come from several files is set in runs: no kerning crosses files. */
function measureFace(files: readonly FontFile[]): (text: string) => number {
  // Where unicode ranges overlap, the later rule wins (CSS Fonts 4, 4.5).
  const parts = files
    .map((file) => ({ serves: inUnicodeRange(file.unicodeRange), font: () => openFont(file) }))
    .reverse();
  const partOf = (character: string): Part | undefined => {
    const codePoint = character.codePointAt(0) ?? 0;
    return parts.find((part) => part.serves(codePoint) && part.font().hasGlyphForCodePoint(codePoint));
  };
  return (text) => {
    let width = 0;
    let run = '';
    let part = parts.at(-1);
    // SVG sets neighbouring spaces as one (SVG 2, 11.7.2); the browser composes letters and their accents.
    const set = text.replace(/[ \t\r\n]+/g, ' ').normalize('NFC');
    for (const character of set) {
      const next = partOf(character) ?? part;
      if (next !== part) {
        width += runWidth(run, part);
        run = '';
        part = next;
      }
      run += character;
    }
    return width + runWidth(run, part);
  };
}

function runWidth(run: string, part: Part | undefined): number {
  if (run === '' || !part) return 0;
  const font = part.font();
  return font.layout(run).advanceWidth / font.unitsPerEm;
}

function kept(width: (text: string) => number): (text: string) => number {
  const widths = new Map<string, number>();
  return (text) => {
    let found = widths.get(text);
    if (found === undefined) {
      found = width(text);
      widths.set(text, found);
    }
    return found;
  };
}
