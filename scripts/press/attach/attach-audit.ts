import type { AuditFiles } from '../audit/audit-files.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Attachment } from '../finish/index.ts';
import type { Edition } from '../read/edition.ts';
import { fillLabel } from '../read/labels.ts';

/** The audit of an edition as files for its PDF: of every number, what is behind it. */
export function attachAudit(
  { html, json }: AuditFiles,
  { labels, meta }: Edition,
  report: Report,
): readonly Attachment[] {
  const description = fillLabel(labels, 'attached-audit', {}, meta.at(), report);
  return [
    { name: 'audit.html', mediaType: 'text/html', description, relationship: 'Supplement', bytes: html },
    { name: 'audit.json', mediaType: 'application/json', description, relationship: 'Supplement', bytes: json },
  ];
}
