import Handlebars from 'handlebars';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Design } from '../page/compose-page.ts';
import { openTemplates } from '../page/render-templates.ts';
import type { Edition } from '../read/edition.ts';
import type { Audit } from './audit.ts';
import { auditCss } from './audit-css.ts';
import { filterScript } from './filter-script.ts';
import { viewAudit } from './view-audit.ts';

/** Writes an audit as one HTML file, by the designers' template and style sheets: it asks for nothing else. */
export function auditPage(audit: Audit, design: Design, edition: Edition, report: Report): string {
  const render = openTemplates(design.templates, edition, report);
  const css = auditCss(design, edition.meta.value.accent);
  return render('audit', {
    ...viewAudit(audit, edition, report),
    css: new Handlebars.SafeString(css),
    script: new Handlebars.SafeString(filterScript()),
  });
}
