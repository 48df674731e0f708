import type { Audit } from '../audit/audit.ts';
import type { Attachment } from './attachment.ts';

/** The audit of an edition as a file for its PDF. */
export function attachAudit(_audit: Audit): readonly Attachment[] {
  return [];
}
