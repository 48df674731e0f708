import type { Design } from '../page/compose-page.ts';
import { customProperties } from '../page/tokens-css.ts';

/** The weights in which an audit's page is set. */
const weights: readonly number[] = [400, 600];

/** The style sheet of an audit's page: the series' tokens and sans-serif faces with their files in it, and its own rules. */
export function auditCss({ tokens, fonts, auditStylesheets }: Design, accent: string): string {
  const { sans } = tokens.fonts;
  // Of its first script alone: names in others are rare here, and a system has letters for them.
  const [subset = ''] = sans.subsets;
  const own = weights.map((weight) => `${sans.package.replace('@fontsource/', '')}-${subset}-${weight}-normal.woff2`);
  const faces = fonts.filter(({ family, weight, style, name }) => {
    return family === sans.name && own.includes(name) && weights.includes(weight) && style === 'normal';
  });
  const files = faces.map(
    ({ family, weight, unicodeRange, bytes }) =>
      `@font-face{font-family:"${family}";font-weight:${weight};src:url("data:font/woff2;base64,` +
      `${Buffer.from(bytes).toString('base64')}") format("woff2");unicode-range:${unicodeRange}}`,
  );
  const properties = [...customProperties(tokens, accent)].map(([name, value]) => `  ${name}: ${value};`);
  return [...files, `:root {\n${properties.join('\n')}\n}`, ...auditStylesheets.map(({ css }) => css.trim())].join(
    '\n',
  );
}
