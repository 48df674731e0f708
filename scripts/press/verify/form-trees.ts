import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';

/** A content stream and the form XObjects that it draws, in that order; a form that is drawn twice stands there twice. */
export interface FormTree {
  /** As "12 0 R"; empty for a page. */
  readonly name: string;
  readonly forms: readonly FormTree[];
}

/** The form XObjects (ISO 32000-1, 8.10) of each page. */
export function formTrees(document: PDFDocument): readonly FormTree[] {
  return document.getPages().map(({ node }) => {
    const contents = node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
    return treeOf(document, '', streams, node.Resources());
  });
}

function treeOf(
  document: PDFDocument,
  name: string,
  streams: readonly PDFObject[],
  resources: PDFDict | undefined,
): FormTree {
  const objects = resources?.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict)) return { name, forms: [] };
  const forms = streams.flatMap((stream) =>
    calls(document.context.lookup(stream)).flatMap((called) => {
      const form = objects.get(PDFName.of(called));
      const value = document.context.lookup(form);
      if (!(value instanceof PDFRawStream) || value.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return [];
      const own = value.dict.lookup(PDFName.of('Resources'));
      const label = form instanceof PDFRef ? form.toString() : '';
      return [treeOf(document, label, [value], own instanceof PDFDict ? own : resources)];
    }),
  );
  return { name, forms };
}

/** Names before the operator Do. Chromium writes strings in hexadecimal, so that none can look like one. */
function calls(stream: PDFObject | undefined): readonly string[] {
  if (!(stream instanceof PDFRawStream)) return [];
  const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  return [...content.matchAll(/\/([^\s/<>[\](){}%]+)\s+Do\b/g)].map((match) => match[1] ?? '');
}
