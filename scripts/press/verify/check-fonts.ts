import type { Report } from '../diagnostics/diagnostic.ts';
import type { DrawnText } from './drawn-text.ts';
import { baseName, familyOfFont } from './family-of-font.ts';
import type { PdfFont } from './fonts-of-pages.ts';
import type { PlaceFinder } from './place-finder.ts';
import { quoteWords } from './quote-words.ts';

/**
 * Reports fonts that are not of the series, are not embedded, or are made of drawings (Type 3: what Chromium makes of
 * emoji, of variable fonts, and of a bold that it has to feign): each once, with the first text that it draws.
 */
export function checkFonts(
  fonts: readonly PdfFont[],
  drawn: readonly DrawnText[],
  families: readonly string[],
  placeOf: PlaceFinder,
  report: Report,
): void {
  const choice = new Intl.ListFormat('en', { type: 'disjunction' }).format(families);
  for (const font of fonts) {
    const isOfSeries = familyOfFont(font.name, families) !== undefined;
    if (font.kind === 'embedded' && isOfSeries) continue;
    const name = `"${baseName(font.name) || 'without a name'}"`;
    const use = drawn.find(({ font: drawing, text }) => drawing === drawingName(font) && text.trim() !== '');
    const words = use ? `${quoteWords(use.text)} on page ${use.page}` : `a blank on page ${font.page}`;
    report({ rule: 'font-wrong', place: placeOf(use), ...tell(font, isOfSeries, name, words, choice) });
  }
}

/** The name that the drawn text knows a font by: pdfium has none for a font that is made of drawings. */
function drawingName({ kind, name }: PdfFont): string {
  return kind === 'drawings' ? '' : name;
}

function tell(
  { kind }: PdfFont,
  isOfSeries: boolean,
  name: string,
  words: string,
  choice: string,
): { readonly message: string; readonly cure: string } {
  if (!isOfSeries) {
    return {
      message: `${words} is set in the font ${name}, which is not of the series`,
      cure: `set it in ${choice}, or use characters that they have`,
    };
  }
  if (kind === 'drawings') {
    return {
      message: `${words} is not set in a face of the font ${name} but in drawings made from another face of it`,
      cure: 'add the weight and style that it needs to the fonts in styles/tokens.yaml, or set it in one that is there',
    };
  }
  return {
    message: `${words} is set in the font ${name}, which the PDF does not contain`,
    cure: `set it in a face of ${choice} that styles/tokens.yaml names`,
  };
}
