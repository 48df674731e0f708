import type { Browser } from 'puppeteer';
import { findBrowser } from '../press/print/find-browser.ts';
import { startFound } from '../press/print/start-found.ts';
import { type FontFile, openFont } from '../press/read/fonts.ts';
import type { PictureSize } from './pictures.ts';

/** Turns pictures into PNG. */
export interface PictureConverter extends AsyncDisposable {
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
