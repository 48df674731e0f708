import type { Attachment } from '../attach/attachment.ts';
import { attachFiles } from './document/attach-files.ts';
import { describeDocument } from './document/describe-document.ts';
import type { DocumentProperties } from './document-properties.ts';
import { openFile } from './file/open-file.ts';
import { writeFile } from './file/write-file.ts';
import { numberTags } from './number-tags.ts';

/**
 * Makes a print into a document: it gets its properties, and loses every trace of the machine and the time that it
 * was printed on. Two prints of one page, finished with the same properties, are the same bytes.
 *
 * @param print as it came from the browser
 * @param attachments files that go within it
 * @throws Error when the print cannot be read or written, with the reason as its cause
 */
export async function finishPdf(
  print: Uint8Array,
  properties: DocumentProperties,
  attachments: readonly Attachment[] = [],
): Promise<Uint8Array> {
  try {
    const draft = openFile(print);
    numberTags(draft);
    await describeDocument(draft, properties);
    await attachFiles(draft, attachments, properties.date);
    return await writeFile(draft);
  } catch (cause) {
    throw new Error(`Finishing the PDF of "${properties.title}" failed: the browser's print could not be edited`, {
      cause,
    });
  }
}
