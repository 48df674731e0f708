import { type Dictionary, isDictionary, isName } from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';

/** What a font is called in messages: its own name, or that of its descriptor, since a Type 3 font has none. */
export function fontName(pdf: PdfFile, font: Dictionary): string {
  const descriptor = pdf.resolve(font.get('FontDescriptor'));
  const name = font.get('BaseFont') ?? (isDictionary(descriptor) ? descriptor.get('FontName') : undefined);
  return isName(name) ? name.slice(1) : 'without a name';
}
