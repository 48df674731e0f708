/** A picture with nothing left in it but what draws it. */
export interface CleanPicture {
  readonly kind: 'png' | 'jpeg' | 'svg';
  readonly bytes: Uint8Array;
  /** What was taken out, each as a phrase: "the place where it was taken (GPS)". */
  readonly removed: readonly string[];
}

/** A picture that cannot be printed. */
export interface RefusedPicture {
  readonly kind: 'refused';
  /** Why, as a clause whose subject is the picture: "it breaks off before its end". */
  readonly why: string;
  /** What to do, without a full stop. */
  readonly cure: string;
  /** Where in the file, counted from 1; for pictures that are no text, its beginning. */
  readonly line: number;
  readonly column: number;
}

const saveAnew = 'save it anew with a program for pictures, or take another copy of it';

/** Of a file that breaks off. */
export const unfinished: RefusedPicture = {
  kind: 'refused',
  why: 'it breaks off before its end',
  cure: saveAnew,
  line: 1,
  column: 1,
};

/** Of a file whose parts do not fit together. */
export const damaged: RefusedPicture = { ...unfinished, why: 'it is damaged' };

/** Bytes that a picture may take when it is drawn, at four a dot: 100 million dots. A photograph has 12 to 50 million. */
const drawnBytes = 400_000_000;

/** A picture that would take more room than the browser is given. */
export function tooLarge(width: number, height: number, bytesADot = 4): RefusedPicture | undefined {
  if (width * height * bytesADot <= drawnBytes) return undefined;
  const dots = new Intl.NumberFormat('en').format(Math.round((width * height) / 1e6));
  return { ...unfinished, why: `it has ${dots} million dots, more than can be drawn`, cure: 'save it smaller' };
}

/** What is taken out of pictures, in words that authors know; those that can harm people come first. */
export const removals = {
  position: 'the place where it was taken (GPS)',
  smallCopy: 'a small copy of itself',
  caption: 'captions and names (IPTC)',
  text: 'texts about it',
  comment: 'comments',
  title: 'titles and descriptions',
  camera: 'notes of the camera (EXIF)',
  packet: 'notes of an editor (XMP)',
  editor: 'data of an editor',
  time: 'the time of its last change',
  frames: 'further pictures',
  page: 'pieces of web pages',
  script: 'scripts',
  animation: 'movement',
  link: 'links',
  reference: 'references to other files',
  behindEnd: 'bytes behind its end',
} as const;

/** What was taken out, each once, in one order whatever the file’s. */
export function inOrder(found: Iterable<string>): readonly string[] {
  const all = new Set(found);
  return Object.values(removals).filter((words) => all.has(words));
}
