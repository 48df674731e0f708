import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sentences } from '../../cli/sentences.ts';
import type { Diagnostic } from '../../press/diagnostics/diagnostic.ts';
import type { PreviewDiagnostic } from '../protocol.ts';

const repository = join(import.meta.dirname, '../../..');

/** A diagnostic as the page takes it, with the page of the docs that explains its rule, where there is one. */
export function toldDiagnostic({ rule, severity, place, message, cure }: Diagnostic): PreviewDiagnostic {
  const help = `docs/rules/${rule}.md`;
  return {
    ...{ severity, rule, file: place.file, line: place.line, column: place.column, message, cure },
    ...(existsSync(join(repository, help)) && { help }),
  };
}

/** A fault of the press or the machine as the page takes it. */
export function toldFault(error: unknown): PreviewDiagnostic {
  return { severity: 'error', rule: 'press', file: '', line: 0, column: 0, message: sentences(error) };
}
