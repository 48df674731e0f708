import type { Attachment } from './document/attachments.ts';
import { finishPrint, type PrintFacts } from './finish-print.ts';

/**
 * Makes a print into a document with files that are known before it is read: `finishPrint` and then its writing.
 *
 * @param print as it came from the browser
 * @throws Error when there is something in the print that is not understood, with what that is as its cause
 */
export function finishPdf(
  print: Uint8Array,
  { attachments, ...facts }: PrintFacts & { readonly attachments: readonly Attachment[] },
): Uint8Array {
  return finishPrint(print, facts).write(attachments);
}
