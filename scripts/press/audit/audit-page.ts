import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Design } from '../page/compose-page.ts';
import { followedAddresses } from '../page/followed-addresses.ts';
import { openTemplates } from '../page/render-templates.ts';
import type { Edition } from '../read/edition.ts';
import { addressFault } from '../read/schemas/address.ts';
import type { Audit } from './audit.ts';
import { auditCss } from './audit-css.ts';
import { filterScript } from './filter-script.ts';
import { viewAudit } from './view-audit.ts';

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
  checkLinks(page, report);
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
function checkLinks(page: string, report: Report): void {
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
