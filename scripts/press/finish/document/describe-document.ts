import type { DocumentProperties } from '../document-properties.ts';
import { dateString, textString } from '../file/data-structures.ts';
import { dictionary, isDictionary, type PdfObject } from '../file/objects.ts';
import { type PdfFile, updateDictionary } from '../file/pdf-file.ts';
import { addOutputIntent } from './output-intent.ts';
import { xmp } from './xmp.ts';

/**
 * Says in a document what it is: its properties (twice: in the information dictionary and as XMP), its language, what
 * its colours mean, that its window shows the title, and that its pages count from 1 (ISO 32000-1, 7.7.2 and 14.3).
 * Nothing of the print's own clock and browser is left.
 */
export function describeDocument(pdf: PdfFile, properties: DocumentProperties): void {
  const catalogue = pdf.resolve(pdf.root);
  const preferences = isDictionary(catalogue) ? pdf.resolve(catalogue.get('ViewerPreferences')) : null;
  const pageLabels = dictionary({ Nums: [0, dictionary({ S: '/D' })] });
  updateDictionary(pdf, pdf.root, {
    Lang: textString(properties.language),
    MarkInfo: dictionary({ Marked: true }),
    Metadata: addMetadata(pdf, properties),
    OutputIntents: [addOutputIntent(pdf)],
    PageLabels: pageLabels,
    ViewerPreferences: new Map([...(isDictionary(preferences) ? preferences : []), ['DisplayDocTitle', true]]),
  });
  replaceInformation(pdf, properties);
}

/** Not packed, so that programs find it that know nothing of PDF (ISO 16684-3). */
function addMetadata(pdf: PdfFile, properties: DocumentProperties): PdfObject {
  const bytes = Buffer.from(xmp(properties));
  const entries = dictionary({ Type: '/Metadata', Subtype: '/XML', Length: bytes.length });
  return pdf.add({ kind: 'stream', dictionary: entries, bytes });
}

function replaceInformation(pdf: PdfFile, properties: DocumentProperties): void {
  const { title, authors, subject, keywords, creator, producer, date } = properties;
  const words = (text: string) => (text === '' ? undefined : textString(text));
  pdf.replace(
    pdf.information,
    dictionary({
      Title: textString(title),
      Author: words(authors.join(', ')),
      Subject: words(subject),
      Keywords: words(keywords.join(', ')),
      Creator: textString(creator),
      Producer: textString(producer),
      CreationDate: dateString(date),
      ModDate: dateString(date),
    }),
  );
}
