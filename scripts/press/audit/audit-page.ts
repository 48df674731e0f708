import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Design } from '../page/compose-page.ts';
import { followedAddresses } from '../page/followed-addresses.ts';
import { openTemplates } from '../page/render-templates.ts';
import { customProperties } from '../page/tokens-css.ts';
import type { Edition } from '../read/edition.ts';
import { addressFault } from '../read/schemas/address.ts';
import type { Audit } from './audit.ts';
import { viewAudit } from './audit-view.ts';

/**
 * Writes an audit as one HTML file, by the designers' template and style sheets: it asks for nothing else. Its policy knows its
 * style sheet and its script by their digests, and lets nothing else run or load, whatever comes to stand in the page.
 */
export function auditPage(audit: Audit, design: Design, edition: Edition, report: Report): string {
  const render = openTemplates(design.templates, edition, report);
  // The elements are made here: to a digest, a line end more is another script.
  const css = `\n${auditCss(design, edition.meta.value.accent)}\n`;
  const script = `\n${filterScript()}\n`;
  const page = render('audit', {
    ...viewAudit(audit, edition, report),
    head: new Handlebars.SafeString(
      `<meta http-equiv="Content-Security-Policy" content="${policy(css, script)}">\n<style>${css}</style>`,
    ),
    script: new Handlebars.SafeString(`<script>${script}</script>`),
  });
  checkPageLinks(page, report);
  return page;
}

/** What the page may do (CSP 3). Scripts and styles in attributes have no digest, so they do nothing. */
function policy(css: string, script: string): string {
  return [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(css)}'`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** What the template puts into its links, nobody has checked before (rule link-target). */
function checkPageLinks(page: string, report: Report): void {
  visit(fromHtml(page), 'element', (element) => {
    for (const address of followedAddresses(element)) {
      const cure = address.startsWith('#') ? undefined : addressFault(address, 'web or mail');
      if (cure === undefined) continue;
      report({
        rule: 'link-target',
        place: { file: 'templates/audit.hbs', line: 1, column: 1 },
        message: `the audit has a link to "${address}", which no reader should follow`,
        cure,
      });
    }
  });
}

/** The weights in which an audit's page is set. */
const weights: readonly number[] = [400, 600];

/** The style sheet of an audit's page: the series' tokens and sans-serif faces with their files in it, and its own rules. */
function auditCss({ tokens, fonts, auditStylesheets }: Design, accent: string): string {
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

let script: string | undefined;

/** The script of an audit's page, which is part of the press as its code is. */
function filterScript(): string {
  script ??= readFileSync(join(import.meta.dirname, 'filter.js'), 'utf8').trim();
  return script;
}
