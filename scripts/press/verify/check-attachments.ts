import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { Attachment } from '../finish/index.ts';
import type { HeldFile } from './read-attachments.ts';

/**
 * Reports files that the PDF was to hold and does not, or not as they were given, and files that nobody gave it.
 *
 * @param held what a reader's program finds in it
 * @param related for each file that the document calls its own, what that is to it: "Data" (ISO 19005-3, 6.8)
 */
export function checkAttachments(
  given: readonly Attachment[],
  held: readonly HeldFile[],
  related: ReadonlyMap<string, string>,
  place: Place,
  report: Report,
): void {
  const tell = (message: string): void =>
    report({
      rule: 'attachment-lost',
      place,
      message,
      cure: 'build again; if it is told again, report it with this message',
    });
  for (const { name, mediaType, description, relationship, bytes } of given) {
    const file = held.find((one) => one.name === name);
    if (!file) tell(`the file "${name}" is not attached to the PDF`);
    else if (!file.bytes || Buffer.compare(file.bytes, bytes) !== 0)
      tell(`the attached file "${name}" is not what was attached`);
    else if (file.mediaType !== mediaType || file.description !== description || related.get(name) !== relationship)
      tell(`the PDF does not say what the attached file "${name}" is`);
  }
  for (const { name } of held) {
    if (!given.some((one) => one.name === name)) tell(`the PDF holds a file "${name}", which nobody attached`);
  }
}
