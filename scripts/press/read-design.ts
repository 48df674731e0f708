import type { Report } from './diagnostics/diagnostic.ts';
import { checkTemplateLinks } from './page/check-template-links.ts';
import { checkTemplates } from './page/check-templates.ts';
import type { Design } from './page/compose-page.ts';
import { checkTokens, readStylesheets } from './page/stylesheets.ts';
import { readTemplates } from './page/templates.ts';
import { customProperties } from './page/tokens-css.ts';
import type { Files } from './read/files.ts';
import { readFonts } from './read/fonts.ts';
import { readLabels } from './read/labels.ts';
import type { Tokens } from './read/schemas/tokens.ts';

/**
 * Reads and checks what the designers own: templates, stylesheets and the fonts that the tokens name.
 *
 * @throws Error when a package of fonts does not have what the tokens name
 */
export function readDesign(files: Files, tokens: Tokens, report: Report): Design {
  const templates = readTemplates(files, report);
  const stylesheets = readStylesheets(files, 'styles', report);
  const auditStylesheets = readStylesheets(files, 'styles/audit', report);
  checkTemplates(templates, readLabels(files, report), report);
  checkTemplateLinks(templates, report);
  checkTokens([...stylesheets, ...auditStylesheets], customProperties(tokens, '').keys(), report);
  return { tokens, fonts: readFonts(tokens), templates, stylesheets, auditStylesheets };
}
