import { createHash } from 'node:crypto';
import { dateString, nameTree, textString } from '../file/data-structures.ts';
import { deflated, dictionary, isDictionary, type Reference } from '../file/objects.ts';
import { type PdfFile, updateDictionary } from '../file/pdf-file.ts';

/** A file within a PDF (ISO 32000-1, 7.11.4). */
export interface Attachment {
  /** With its ending: "displacement.csv". No two files of a document have the same. */
  readonly name: string;
  /** "text/csv". */
  readonly mediaType: string;
  /** For readers, in the language of the document. */
  readonly description: string;
  /**
   * What it is to the document (ISO 19005-3, 6.8; ISO 32000-2, 7.11.3): the data behind its tables and charts, another
   * form of it, or what adds to it.
   */
  readonly relationship: 'Data' | 'Alternative' | 'Supplement';
  readonly bytes: Uint8Array;
}

/**
 * Embeds files into a document and says that they belong to the whole of it (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
 *
 * @param date the instant that they are dated with
 * @throws Error that quotes a name which two of them have, or which is none of a file
 */
export function attachFiles(pdf: PdfFile, attachments: readonly Attachment[], date: Date): void {
  if (attachments.length === 0) return;
  const files: (readonly [string, Reference])[] = [];
  for (const attachment of attachments) files.push([attachment.name, addFile(pdf, attachment, date)]);
  const catalogue = pdf.resolve(pdf.root);
  const names = isDictionary(catalogue) ? pdf.resolve(catalogue.get('Names')) : null;
  updateDictionary(pdf, pdf.root, {
    AF: files.map(([, file]) => file),
    Names: new Map([...(isDictionary(names) ? names : []), ['EmbeddedFiles', pdf.add(nameTree(files))]]),
  });
}

function addFile(
  pdf: PdfFile,
  { name, mediaType, description, relationship, bytes }: Attachment,
  date: Date,
): Reference {
  // Programs write it where their user says, under this name.
  if (/^\.*$|[/\\]/.test(name)) throw new Error(`"${name}" is no name of a file`);
  const content = deflated(bytes, {
    Type: '/EmbeddedFile',
    Subtype: `/${mediaType}`,
    Params: dictionary({
      Size: bytes.length,
      CreationDate: dateString(date),
      ModDate: dateString(date),
      // Not for safety: the standard knows no other digest.
      CheckSum: { kind: 'string', bytes: createHash('md5').update(bytes).digest().toString('latin1') },
    }),
  });
  const file = pdf.add(content);
  return pdf.add(
    dictionary({
      Type: '/Filespec',
      F: textString(name),
      UF: textString(name),
      EF: dictionary({ F: file, UF: file }),
      Desc: textString(description),
      AFRelationship: `/${relationship}`,
    }),
  );
}
