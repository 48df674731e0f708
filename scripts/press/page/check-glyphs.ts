import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Place, placeFromText, type Report } from '../diagnostics/diagnostic.ts';
import { type FontCoverage, lettersIn, type Setting } from '../read/fonts.ts';
import { unprinted } from './page-html.ts';

/** Prints in the place of each letter that no font of the series has, and is read aloud and copied as what it is. */
const stand = '□';

/** A text of a page as it is written there, with its entities. */
interface PrintedText {
  readonly from: number;
  readonly to: number;
  readonly setting: Setting;
  /** Where the nearest element says that it comes from, if one does. */
  readonly place: Place | undefined;
}

/** A page with a sign in the place of what its fonts cannot print, composed letters, and no control characters. */
export function printableHtml(html: string, coverage: FontCoverage): string {
  if (isPrintable(html, coverage)) return html;
  let written = '';
  let at = 0;
  for (const { from, to, setting } of printedTexts(html)) {
    written += html.slice(at, from) + printable(html.slice(from, to), coverage, setting);
    at = to;
  }
  return written + html.slice(at);
}

/** The same for words outside of the page, which CSS prints. */
export function printable(text: string, coverage: FontCoverage, setting: Setting): string {
  const composed = asWide(text, coverage, setting)
    .normalize('NFC')
    .replace(/[^\P{Cc}\t\n\r]/gu, '');
  const missing = new Set(coverage.missingFrom(composed, setting));
  if (missing.size === 0) return composed;
  return lettersIn(composed)
    .map((letter) => {
      if (!missing.has(letter)) return letter;
      // Of a letter that only its marks are missing of, the rest is printed.
      const plain = letter.replace(/\p{M}+$/u, '');
      return plain !== letter && coverage.missingFrom(plain, setting).length === 0 ? `${plain}${stand}` : stand;
    })
    .join('');
}

/** Wide forms of letters and signs (Unicode, “Halfwidth and Fullwidth Forms”) that no font has, as the same ones of usual width. */
function asWide(text: string, coverage: FontCoverage, setting: Setting): string {
  // Without those that mean something in HTML or CSS when they have their usual width.
  return text.replace(/[\uFF01\uFF03-\uFF05\uFF08-\uFF1B\uFF1D\uFF1F-\uFF3B\uFF3D-\uFF5E\u3000]/g, (sign) =>
    coverage.missingFrom(sign, setting).length === 0 ? sign : sign.normalize('NFKC'),
  );
}

/**
 * Reports what no font has: one message for each script, with its count and its first place.
 *
 * @param elsewhere the place of what has none, such as the contents
 */
export function checkGlyphs(html: string, coverage: FontCoverage, elsewhere: Place, report: Report): void {
  if (isPrintable(html, coverage)) return;
  const found = new Map<string, { place: Place | undefined; first: string; count: number }>();
  for (const { from, to, setting, place } of printedTexts(html)) {
    const text = asWide(html.slice(from, to), coverage, setting).normalize('NFC');
    const missing = new Set(coverage.missingFrom(text, setting));
    if (missing.size === 0) continue;
    for (const letter of lettersIn(text)) {
      if (!missing.has(letter)) continue;
      const script = scriptOf(letter);
      const same = found.get(script) ?? { place, first: letter, count: 0 };
      const isNearer = same.place === undefined && place !== undefined;
      found.set(script, { ...(isNearer ? { place, first: letter } : same), count: same.count + 1 });
    }
  }
  for (const [script, { place, first, count }] of found) {
    report({
      rule: 'glyph-missing',
      place: place ?? elsewhere,
      message: missingWords(script, first, count),
      cure: 'write it with other letters, or ask the designer for a font that has it, in "fallbacks" of styles/tokens.yaml',
    });
  }
}

function missingWords(script: string, first: string, count: number): string {
  const code = [...first]
    .map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
  const letter = /[\p{M}\p{C}]/u.test(first) ? code : `"${first}" (${code})`;
  return count === 1
    ? `${letter} (${script}) is in no font of the series and prints as ${stand}`
    : `${count.toLocaleString('en')} letters (${script}) are in no font of the series and print as ${stand}, the first is ${letter}`;
}

function isPrintable(html: string, coverage: FontCoverage): boolean {
  return (
    html === html.normalize('NFC') &&
    !/[^\P{Cc}\t\n\r]/u.test(html) &&
    coverage.missingFrom(html, 'text').length === 0 &&
    coverage.missingFrom(html, 'code').length === 0
  );
}

const ofCode = new Set(['code', 'pre', 'kbd', 'samp']);

function printedTexts(html: string): Generator<PrintedText> {
  return textsIn(fromHtml(html), 'text', undefined);
}

function* textsIn(node: Nodes, setting: Setting, place: Place | undefined): Generator<PrintedText> {
  if (node.type === 'text') {
    const [from, to] = [node.position?.start.offset, node.position?.end.offset];
    if (from !== undefined && to !== undefined) yield { from, to, setting, place };
  }
  if (node.type === 'element' && unprinted.has(node.tagName)) return;
  if (node.type !== 'element' && node.type !== 'root') return;
  const here = node.type === 'element' ? placeFromText(node.properties.dataSource) : undefined;
  const inner = node.type === 'element' && ofCode.has(node.tagName) ? 'code' : setting;
  for (const child of node.children) yield* textsIn(child, inner, here ?? place);
}

/** Scripts that are in living use, by their codes in ISO 15924. */
const scripts = [
  ...'Adlm Arab Armn Bali Beng Bopo Bugi Cakm Cans Cher Copt Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hebr'.split(
    ' ',
  ),
  ...'Hira Java Kana Khmr Knda Laoo Latn Limb Lisu Mlym Mong Mtei Mymr Nkoo Olck Orya Rohg Sinh Sund Syrc Tale'.split(
    ' ',
  ),
  ...'Talu Taml Telu Tfng Thaa Thai Tibt Vaii Yiii'.split(' '),
].map((code) => [code, new RegExp(`^\\p{Script=${code}}$`, 'u')] as const);

const names = new Intl.DisplayNames('en', { type: 'script' });

/** What a character belongs to, in words: "Bangla". */
function scriptOf(letter: string): string {
  const character = String.fromCodePoint(letter.codePointAt(0) ?? 0);
  if (/^\p{Co}$/u.test(character)) return 'signs that only their own font has';
  const code = scripts.find(([, pattern]) => pattern.test(character))?.[0];
  return code === undefined ? 'signs' : (names.of(code) ?? code);
}
