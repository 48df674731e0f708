import type { Comparison } from '../../import/document-text/compare-words.ts';
import type { DocumentPart, PartKind } from '../../import/document-text.ts';

/** Something of a document that is neither on the page nor in the report of its import. */
export interface Loss {
  /** "words in a table", "formula". */
  readonly kind: string;
  /** Words that are lost, or things of that kind: one, where it is no text. */
  readonly count: number;
  /** Where it stood, and how it began. */
  readonly sample: string;
}

/**
 * What of a document is lost unsaid.
 *
 * @param parts of the document, beside its text
 * @param comparison of its text with what is printed
 * @param report what the import said
 */
export function lossesOf(parts: readonly DocumentPart[], comparison: Comparison, report: string): readonly Loss[] {
  return [...lostWords(comparison, report), ...lostParts(parts, comparison, report)];
}

/** Words are said to be left out where the report has the first of them. */
function lostWords({ missing }: Comparison, report: string): readonly Loss[] {
  const said = plain(report);
  return missing.flatMap(({ text, count, place }): readonly Loss[] => {
    const start = plain(text.split(' ').slice(0, 6).join(' '));
    if (count > 2 && said.includes(start)) return [];
    const within = place.within === 'text' ? 'words' : `words in a ${place.within}`;
    return [{ kind: within, count, sample: `“${text.slice(0, 80)}” in “${place.paragraph}”` }];
  });
}

/** The words by which a report says what it left out. What the press makes by itself needs no word. */
const saidBy: Readonly<Partial<Record<PartKind, RegExp>>> = {
  formula: /formula|equation/i,
  chart: /chart/i,
  diagram: /diagram|SmartArt/i,
  drawing: /drawing|shape|text box/i,
  object: /object/i,
  'unknown picture': /picture/i,
  symbol: /symbol|sign/i,
  header: /header/i,
  footer: /footer/i,
  'hidden text': /hidden/i,
  comment: /comment/i,
  'form field': /form|field/i,
  ruby: /ruby|reading aid|pronunciation/i,
  'embedded document': /document within|embedded/i,
  'uncalled note': /note that|notes that|never called/i,
};

function lostParts(parts: readonly DocumentPart[], { added }: Comparison, report: string): readonly Loss[] {
  const printed = new Set(added.flatMap((text) => plain(text).split(' ')));
  const notices = report
    .split('\n')
    .filter((line) => !/^(pictures|title|contributor|date|source):/.test(line))
    .slice(1)
    .join('\n');
  const isPrinted = ({ words }: DocumentPart) =>
    words.length > 0 && words.every((word) => plain(word) === '' || printed.has(plain(word)));
  return parts.flatMap((part): readonly Loss[] => {
    const said = saidBy[part.kind];
    if (!said || said.test(notices) || isPrinted(part)) return [];
    const shown = part.words.length > 0 ? `“${part.words.slice(0, 10).join(' ')}”` : part.detail;
    return [{ kind: part.kind, count: 1, sample: `${shown} at “${part.place.paragraph}”` }];
  });
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
