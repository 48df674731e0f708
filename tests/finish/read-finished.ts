import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { markKey, readDrawn } from '../../scripts/press/verify/drawn.ts';
import { openPdf } from '../../scripts/press/verify/pdfium.ts';

/**
 * The tags of a PDF as others read them, a line each: type, what it says of itself, and the text of its content. Lines of
 * links are told by what they say.
 */
export async function tellTags(pdf: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  await using open = await openPdf(pdf);
  const byMark = Map.groupBy(readDrawn(open, document).texts, ({ mark }) => mark);
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const lines: string[] = [];
  const content = (page: PDFObject | undefined, form: PDFObject | undefined, number: number, indent: string) => {
    const at = pages.get(String(page)) ?? 0;
    const texts = byMark.get(markKey(at, form instanceof PDFRef ? form.toString() : '', number)) ?? [];
    const text = texts.map((drawn) => drawn.text).join('');
    lines.push(`${indent}${JSON.stringify(text.replace(/\s+/g, ' '))} ${at}`);
  };
  const tell = (kid: PDFObject | undefined, page: PDFObject | undefined, indent: string): void => {
    const value = document.context.lookup(kid);
    if (value instanceof PDFNumber) content(page, undefined, value.asNumber(), indent);
    if (value instanceof PDFArray) for (const part of value.asArray()) tell(part, page, indent);
    if (!(value instanceof PDFDict)) return;
    const own = value.get(PDFName.of('Pg')) ?? page;
    const type = value.get(PDFName.of('Type'));
    if (type === PDFName.of('MCR')) {
      content(own, value.get(PDFName.of('Stm')), value.lookup(PDFName.of('MCID'), PDFNumber).asNumber(), indent);
    } else if (type === PDFName.of('OBJR')) {
      lines.push(`${indent}annotation: ${wordsIn(value.lookup(PDFName.of('Obj'), PDFDict), 'Contents')}`);
    } else {
      lines.push(`${indent}${String(value.get(PDFName.of('S'))).slice(1)}${attributesOf(value)}`);
      tell(value.get(PDFName.of('K')), own, `${indent}  `);
    }
  };
  tell(document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).get(PDFName.of('K')), undefined, '');
  return `${lines.join('\n')}\n`;
}

function attributesOf(tag: PDFDict): string {
  const words = ['ID', 'Lang', 'Alt', 'ActualText'].flatMap((key) => {
    const value = wordsIn(tag, key);
    return value === undefined ? [] : [`${key}=${JSON.stringify(value)}`];
  });
  const objects = tag.lookup(PDFName.of('A'));
  const parts = objects instanceof PDFArray ? objects.asArray().map((part) => tag.context.lookup(part)) : [objects];
  const attributes = parts
    .filter((part) => part instanceof PDFDict)
    .flatMap((part) => part.entries().filter(([key]) => key !== PDFName.of('O')))
    .map(([key, value]) => `${String(key).slice(1)}=${String(value).replace(/\s+/g, ' ')}`);
  return [...words, ...attributes].map((attribute) => ` ${attribute}`).join('');
}

function wordsIn(owner: PDFDict, key: string): string | undefined {
  const value = owner.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
