import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/** The files that a document calls its own, each by its name with what it is to it (ISO 19005-3, 6.8). */
export function relatedFiles({ catalog, context }: PDFDocument): ReadonlyMap<string, string> {
  const related = catalog.lookup(PDFName.of('AF'));
  if (!(related instanceof PDFArray)) return new Map();
  return new Map(
    related.asArray().flatMap((reference): readonly (readonly [string, string])[] => {
      const file = context.lookup(reference);
      const name = file instanceof PDFDict ? file.lookup(PDFName.of('UF')) : undefined;
      const relationship = file instanceof PDFDict ? file.lookup(PDFName.of('AFRelationship')) : undefined;
      const isNamed = name instanceof PDFString || name instanceof PDFHexString;
      return isNamed && relationship instanceof PDFName ? [[name.decodeText(), relationship.decodeText()]] : [];
    }),
  );
}
