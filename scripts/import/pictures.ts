import type { Image, Parents, Root, RootContent } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { cleanPicture } from '../press/read/picture/clean-picture.ts';
import type { CleanPicture } from '../press/read/picture/outcome.ts';
import type { Remark } from './manuscript.ts';

/** The pictures of a manuscript with what is to be said of them. */
export interface TakenPictures {
  /** By "images/<file>". */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly notices: readonly string[];
  readonly remarks: readonly Remark[];
}

/** What taking pictures needs of the world. */
export interface PictureWorld {
  /** The bytes of a picture by the source that the text names; undefined where there is none. */
  readonly fetch: (source: string) => Uint8Array | undefined;
  /** A picture of another kind as PNG; undefined where its kind cannot be drawn here. */
  readonly toPng: (bytes: Uint8Array) => Promise<Uint8Array | undefined>;
  /** An SVG that holds the place of a picture which cannot be printed, and says of which kind it is. */
  readonly placeholder: (kind: string, size: PictureSize) => Uint8Array;
}

/** In CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Gives every picture a file in images/, named after the manuscript, and lets the text refer to it. One of a kind that the
 * press does not print is converted, or a placeholder of its size stands for it. One that is not there becomes a link where
 * it has an address, else its alternative text.
 */
export async function takePictures(tree: Root, name: string, world: PictureWorld): Promise<TakenPictures> {
  const files = new Map<string, Uint8Array>();
  const remarks: Remark[] = [];
  const notices: string[] = [];
  const known = new Map<string, string>();
  const found: { readonly image: Image; readonly ancestors: readonly Parents[] }[] = [];
  visitParents(tree, 'image', (image, ancestors) => {
    found.push({ image, ancestors: [...ancestors] });
  });
  for (const { image, ancestors } of found) {
    const bytes = known.has(image.url) ? undefined : (inText(image.url) ?? world.fetch(image.url));
    if (bytes) {
      const near = nearOf(ancestors);
      const { ending, content, remark, removed } = await printable(bytes, image.url, world);
      const file = `images/${name}-${files.size + 1}.${ending}`;
      files.set(file, content);
      known.set(image.url, file);
      if (removed.length > 0) notices.push(`out of the picture ${file} were taken: ${removed.join(', ')}`);
      if (remark !== undefined) remarks.push({ kind: 'picture', effect: remark, near, words: image.alt ?? '' });
    }
    const file = known.get(image.url);
    if (file !== undefined) {
      image.url = file;
      image.title = null;
      // An alternative text has no way to escape what the press would fill in.
      image.alt = (image.alt ?? '').replace(/:(?=(?:fact|claim)\[)/g, ': ');
    } else notices.push(replaceMissing(image, ancestors.at(-1)));
  }
  return { files, notices, remarks };
}

function inText(url: string): Uint8Array | undefined {
  const base64 = /^data:[^,]*;base64,(.*)$/s.exec(url)?.[1];
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
}

/** Puts a link or the alternative text in the place of a picture that is not there, and says so. */
function replaceMissing(image: Image, parent: Parents | undefined): string {
  const alt = image.alt ?? '';
  const remote = /^https?:/.test(image.url);
  const words = { type: 'text' as const, value: alt || (remote ? image.url : '') };
  const inLink = parent?.type === 'link';
  const instead: RootContent = remote && !inLink ? { type: 'link', url: image.url, children: [words] } : words;
  const siblings: RootContent[] | undefined = parent?.children;
  const index = siblings?.indexOf(image) ?? -1;
  if (index >= 0) siblings?.splice(index, 1, instead);
  const link = remote ? ': a link to it stands in its place' : '';
  return `the picture "${image.url.slice(0, 80)}" is not in the manuscript${link}; save it in images/ and place it with ![what it shows](images/…)`;
}

interface Printable {
  readonly ending: string;
  readonly content: Uint8Array;
  readonly remark: Remark['effect'] | undefined;
  /** What was taken out of it, since it does not draw it. */
  readonly removed: readonly string[];
}

async function printable(bytes: Uint8Array, source: string, world: PictureWorld): Promise<Printable> {
  const clean = cleanPicture(bytes);
  if (clean.kind !== 'refused') return asPrinted(clean);
  const png = await world.toPng(bytes);
  const converted = png && cleanPicture(png);
  if (converted && converted.kind !== 'refused') return asPrinted(converted);
  const kind = kindOf(bytes, source);
  const content = world.placeholder(kind.toUpperCase(), sizeOf(bytes, kind));
  return { ending: 'svg', content, remark: 'left out', removed: [] };
}

function asPrinted({ kind, bytes, removed }: CleanPicture): Printable {
  return { ending: kind === 'jpeg' ? 'jpg' : kind, content: bytes, remark: undefined, removed };
}

/** What a picture is by its bytes; of a kind that is not known here, the ending of its name. */
function kindOf(bytes: Uint8Array, source: string): string {
  const starts = (...signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0x47, 0x49, 0x46)) return 'gif';
  if (starts(0x42, 0x4d)) return 'bmp';
  if (starts(0x49, 0x49, 0x2a, 0) || starts(0x4d, 0x4d, 0, 0x2a)) return 'tiff';
  if (starts(0xd7, 0xcd, 0xc6, 0x9a) || starts(1, 0, 9, 0)) return 'wmf';
  if (starts(1, 0, 0, 0) && text(bytes, 40, 44) === ' EMF') return 'emf';
  if (text(bytes, 8, 12) === 'WEBP') return 'webp';
  if (/<svg[\s>]/.test(text(bytes, 0, 4096))) return 'svg';
  return /\.([a-z]{3,4})$/i.exec(source)?.[1]?.toLowerCase() ?? '?';
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, to));
}

const usualSize: PictureSize = { width: 320, height: 200 };

/** The size of a metafile: [MS-EMF] 2.2.9 (its frame in hundredths of a millimetre), [MS-WMF] 2.3.2.3 (units an inch). */
function sizeOf(bytes: Uint8Array, kind: string): PictureSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'emf' && bytes.length >= 40) {
    const pixels = (from: number) => ((view.getInt32(from + 8, true) - view.getInt32(from, true)) / 2540) * 96;
    return within({ width: pixels(24), height: pixels(28) });
  }
  if (kind === 'wmf' && bytes.length >= 22 && view.getUint32(0, true) === 0x9ac6cdd7) {
    const inch = view.getUint16(14, true) || 96;
    const pixels = (from: number) => ((view.getInt16(from + 4, true) - view.getInt16(from, true)) / inch) * 96;
    return within({ width: pixels(6), height: pixels(8) });
  }
  return usualSize;
}

/** A size that a page has room for, in the same proportion. */
function within({ width, height }: PictureSize): PictureSize {
  if (!(width >= 8 && height >= 8)) return usualSize;
  const scale = Math.min(1, 480 / width, 560 / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The first words of the block that something stands in. */
function nearOf(ancestors: readonly Parents[]): string {
  const block = ancestors.find(({ type }) => type !== 'root');
  return block ? firstWords(block) : '';
}

function firstWords(node: Parents): string {
  const words: string[] = [];
  visitParents(node, 'text', ({ value }) => {
    words.push(value);
  });
  return words.join('').replace(/\s+/g, ' ').trim().slice(0, 60);
}
