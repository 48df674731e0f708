import type { Fonts } from '../read/fonts.ts';
import type { Tokens } from '../read/schemas/tokens.ts';

/** The tokens as custom properties, by name: "--size-text" → "10pt". */
export function customProperties(tokens: Tokens, accent: string): ReadonlyMap<string, string> {
  const { page, columns, baseline, fonts, sizes, colours, data_colours, accents } = tokens;
  const chosen = accents[accent] ?? Object.values(accents)[0];
  const points = (entries: Readonly<Record<string, number>>, prefix: string) =>
    Object.entries(entries).map(([name, value]) => [`--${prefix}-${name.replaceAll('_', '-')}`, `${value}pt`] as const);
  return new Map([
    ...points(page, 'page'),
    ...points(columns, 'column'),
    ['--baseline', `${baseline}pt`],
    ['--font-text', `"${fonts.text.name}"`],
    ['--font-sans', `"${fonts.sans.name}"`],
    ['--font-mono', `"${fonts.mono.name}"`],
    ...points(sizes, 'size'),
    ...Object.entries(colours).map(([name, value]) => [`--colour-${name}`, value] as const),
    ...data_colours.map((value, index) => [`--colour-data-${index + 1}`, value] as const),
    ['--colour-accent', chosen?.strong ?? ''],
    ['--colour-accent-tint', chosen?.tint ?? ''],
  ]);
}

/** Words for the margins of the pages, which CSS prints and HTML cannot. */
export interface MarginWords {
  readonly runningHead: string;
  /** “PROOF”, large, in the other corner of a proof’s pages. */
  readonly proofStamp: string;
  /** What stands before, between and after the page's number and the number of pages: “Page ”, “ of ”, “”. */
  readonly folio: readonly [string, string, string];
}

/** The stylesheet that brings tokens, fonts and page size to the others. */
export function tokensCss(
  properties: ReadonlyMap<string, string>,
  tokens: Tokens,
  fonts: Fonts,
  words: MarginWords,
): string {
  const { page } = tokens;
  const faces = fonts.map(
    (font) =>
      `@font-face{font-family:"${font.family}";font-weight:${font.weight};font-style:${font.style};` +
      `src:url("fonts/${font.name}") format("woff2");unicode-range:${font.unicodeRange}}`,
  );
  const margins = [page.margin_top, page.margin_right, page.margin_bottom, page.margin_left].map(
    (margin) => `${margin}pt`,
  );
  const [before, between, after] = words.folio;
  const variables = [
    ...properties,
    ['--running-head', cssString(words.runningHead)],
    ['--proof-stamp', cssString(words.proofStamp)],
    ['--folio-before', cssString(before)],
    ['--folio-between', cssString(between)],
    ['--folio-after', cssString(after)],
  ].map(([name, value]) => `  ${name}: ${value};`);
  return [
    '@layer tokens, base, page, components;',
    ...faces,
    // Page sizes cannot be read from custom properties (CSS Paged Media 3), so they are written out.
    `@page { size: ${page.width}pt ${page.height}pt; margin: ${margins.join(' ')}; }`,
    `@layer tokens {\n:root {\n${variables.join('\n')}\n}\n}`,
  ].join('\n');
}

/** A CSS string: quotes, backslashes and line ends escaped (CSS Syntax 3, 4.3.5). */
function cssString(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    .replace(/[\n\r\f<]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}
