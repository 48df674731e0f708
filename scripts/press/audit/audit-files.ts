import type { Audit } from './audit.ts';

/** An audit for people and for programs. */
export interface AuditFiles {
  readonly html: Uint8Array;
  readonly json: Uint8Array;
}

export function auditFiles(audit: Audit, page: string): AuditFiles {
  const encoder = new TextEncoder();
  return { html: encoder.encode(page), json: encoder.encode(`${JSON.stringify(audit, null, 1)}\n`) };
}
