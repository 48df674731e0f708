import type { Browser, Page } from 'puppeteer';
import type { PageHtml } from '../page/page-html.ts';
import { origin, servePage } from './page-origin.ts';

/** Tells what is being done now, as a phrase: "loading fonts and images". */
export type Step = (phrase: string) => void;

/** What a page shows and could not. */
interface Broken {
  readonly fonts: readonly string[];
  readonly images: readonly string[];
}

/**
 * Prints one document in a page of its own: tagged, with outline, at the size that its style sheet sets.
 *
 * @throws Error that names what the document asks for and does not bring, or what does not load
 */
export async function printPage(browser: Browser, content: PageHtml, step: Step): Promise<Uint8Array> {
  step('opening a page');
  // Its own context: nothing that another edition loaded under the same address can be taken for this one's.
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const crashed = new Promise<never>((_, reject) => {
      page.once('error', (cause) => reject(new Error('The page crashed in the browser: build again.', { cause })));
    });
    return await Promise.race([print(page, content, step), crashed]);
  } finally {
    await context.close().catch(() => {});
  }
}

async function print(page: Page, content: PageHtml, step: Step): Promise<Uint8Array> {
  await Promise.all([page.setJavaScriptEnabled(false), page.emulateMediaType('print')]);
  const refused = await servePage(page, content);
  const pdf = await printServed(page, step).catch((cause) => {
    // Whatever fails after a refusal fails because of it.
    throw refused.length > 0 ? notBrought(refused, cause) : cause;
  });
  if (refused.length > 0) throw notBrought(refused, undefined);
  return pdf;
}

async function printServed(page: Page, step: Step): Promise<Uint8Array> {
  step('loading the document');
  await page.goto(origin, { waitUntil: 'load', timeout: 0 });
  step('loading fonts and images');
  const broken = await page.evaluate(settleAssets);
  if (broken.fonts.length > 0) throw new Error(`The page has fonts that cannot be read: ${list(broken.fonts)}.`);
  if (broken.images.length > 0) throw new Error(`The page has images that cannot be shown: ${list(broken.images)}.`);
  step('writing the PDF');
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    tagged: true,
    outline: true,
    waitForFonts: false,
    timeout: 0,
  });
}

/**
 * Runs in the page: waits for every image and for every font that a text can come to need, and names those that failed.
 *
 * Faces are loaded whether they are in use or not: Chromium does not wait for a face that only a margin box uses, and
 * prints another in its place (seen with 153). Those that have none of the page's characters are left: they are most of the
 * megabytes of all faces, and Chromium would not ask for them either. Nor does it ask for the digits of the emoji or the dashes of
 * the symbols: of the faces of one setting, the last that has a common character gives it.
 */
async function settleAssets(): Promise<Broken> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
  const root = document.documentElement;
  const written = [root.outerHTML, root.textContent, ...rules].join('');
  // Styles change letters.
  const characters = new Set([...written, ...written.toUpperCase(), ...written.toLowerCase()]);
  const isCommon = (character: string): boolean =>
    /[ -~\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]/.test(character);
  const others = [...characters]
    .filter((character) => !isCommon(character))
    .map((character) => character.codePointAt(0) ?? 0);
  const needed = new Set<FontFace>();
  const lastWithCommon = new Map<string, FontFace>();
  for (const face of document.fonts) {
    const ranges = face.unicodeRange.split(',').map((range) => {
      const [, first = '0', last = first] = /U\+([\da-f?]+)(?:-([\da-f]+))?/i.exec(range) ?? [];
      const [from = 0, to = 0] = [first.replaceAll('?', '0'), last.replaceAll('?', 'f')].map((hex) =>
        parseInt(hex, 16),
      );
      return { from, to };
    });
    const has = (code: number): boolean => ranges.some(({ from, to }) => code >= from && code <= to);
    if (others.some(has)) needed.add(face);
    if (has(0x20)) lastWithCommon.set(`${face.family} ${face.weight} ${face.style}`, face);
  }
  const faces = [...needed.union(new Set(lastWithCommon.values()))];
  const images = [...document.images];
  for (const image of images) image.loading = 'eager';
  await Promise.allSettled([...faces.map((face) => face.load()), ...images.map((image) => image.decode())]);
  await document.fonts.ready;
  return {
    fonts: faces
      .filter((face) => face.status !== 'loaded')
      .map((face) => `${face.family} ${face.weight} ${face.style}`),
    images: images.filter((image) => !image.complete || image.naturalWidth === 0).map((image) => image.src),
  };
}

function notBrought(addresses: readonly string[], cause: unknown): Error {
  const message = `The page asks for what does not come with it, and the printer fetches nothing: ${list(addresses)}.`;
  return new Error(message, { cause });
}

function list(names: readonly string[]): string {
  const shown = [...new Set(names)].slice(0, 5).map((name) => (name.length > 200 ? `${name.slice(0, 200)}…` : name));
  return shown.join(', ');
}
