import { decodeText } from '../file/data-structures.ts';
import { isDictionary, isString, type Reference } from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';

/** Reads the address that an annotation leads to (ISO 32000-1, 12.6.4.7); undefined where it leads elsewhere. */
export function addressReader(pdf: PdfFile): (annotation: Reference) => string | undefined {
  return (annotation) => {
    const entries = pdf.resolve(annotation);
    const action = isDictionary(entries) ? pdf.resolve(entries.get('A')) : null;
    const address = isDictionary(action) ? pdf.resolve(action.get('URI')) : null;
    return isString(address) ? decodeText(address) : undefined;
  };
}
