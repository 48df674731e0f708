import type { Image, Parents, Root, RootContent } from 'mdast';
import type { Browser } from 'puppeteer';
import { visitParents } from 'unist-util-visit-parents';
import { findBrowser } from '../../press/print/find-browser.ts';
import { startFound } from '../../press/print/start-found.ts';
import { type FontFile, openFont } from '../../press/read/fonts.ts';
import { cleanPicture } from '../../press/read/picture/clean-picture.ts';
import type { CleanPicture } from '../../press/read/picture/outcome.ts';
import type { Remark } from '../manuscript.ts';

/** The pictures of a manuscript with what is to be said of them. */
interface TakenPictures {
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
interface PictureSize {
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

/** Turns pictures into PNG. */
interface PictureConverter extends AsyncDisposable {
  /** A picture as PNG, at most {@link mostPixels} wide or high; undefined where it cannot be drawn. */
  readonly toPng: (bytes: Uint8Array) => Promise<Uint8Array | undefined>;
}

/** A picture on paper needs no more: 7 inches at 300 dots. */
const mostPixels = 2100;
/** Milliseconds that the browser has to start, and that one picture may take. */
const limits = { start: 30_000, picture: 20_000 };

/**
 * Opens a converter for GIF, BMP, WebP and whatever else the press's own browser draws. The browser starts with the first
 * picture, since few manuscripts have one; it holds its sandbox, and pictures reach it as bytes of a page without an address.
 */
export function openPictureConverter(): PictureConverter {
  let started: Promise<Browser | undefined> | undefined;
  const close: (() => PromiseLike<void>)[] = [];
  const start = async (): Promise<Browser | undefined> => {
    const { start } = await startFound(await findBrowser(), limits.start);
    if (start.kind === 'failed') return undefined;
    close.push(() => start.running[Symbol.asyncDispose]());
    return start.running.browser;
  };
  return {
    async toPng(bytes) {
      started ??= start();
      const browser = await started;
      return browser ? drawn(browser, bytes) : undefined;
    },
    async [Symbol.asyncDispose]() {
      await started?.catch(() => undefined);
      for (const end of close) await end();
    },
  };
}

async function drawn(browser: Browser, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const page = await browser.newPage();
  const stop = new AbortController();
  try {
    const late = new Promise<undefined>((resolve) => {
      const timer = setTimeout(() => resolve(undefined), limits.picture);
      stop.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    const png = page.evaluate(drawInPage, Buffer.from(bytes).toString('base64'), mostPixels);
    const base64 = await Promise.race([png.catch(() => undefined), late]);
    return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
  } finally {
    stop.abort();
    await page.close().catch(() => {});
  }
}

/** Runs in the page. */
async function drawInPage(base64: string, most: number): Promise<string | undefined> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const scale = Math.min(1, most / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').split(',')[1];
}

/**
 * A frame of a picture's size with words in it, for a picture that cannot be printed. The words are outlines: an SVG within
 * a page has no fonts.
 */
export function placeholder(words: string, { width, height }: PictureSize, font: FontFile | undefined): Uint8Array {
  const box = `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="#6b6b6b" stroke-dasharray="4 3"/>`;
  const letters = font ? `<g fill="#4a4a4a">${outlines(words, { width, height }, font)}</g>` : '';
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return new TextEncoder().encode(`${head}${box}${letters}</svg>\n`);
}

/** Words in the middle of a box, as large as it lets them be, at most 14 pixels. */
function outlines(words: string, { width, height }: PictureSize, file: FontFile): string {
  const font = openFont(file);
  const { glyphs, positions, advanceWidth } = font.layout(words);
  const scale = Math.min(14, (width - 16) / (advanceWidth / font.unitsPerEm)) / font.unitsPerEm;
  const left = (width - advanceWidth * scale) / 2;
  const starts = positions.map((_, index) =>
    positions.slice(0, index).reduce((sum, { xAdvance }) => sum + xAdvance, 0),
  );
  return glyphs
    .map(({ path }, index) => {
      const x = (left + (starts[index] ?? 0) * scale).toFixed(2);
      const size = scale.toFixed(5);
      return `<path transform="translate(${x} ${(height / 2).toFixed(2)}) scale(${size} -${size})" d="${path.toSVG()}"/>`;
    })
    .join('');
}
