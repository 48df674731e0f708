import type { Comparison } from '../../../import/document-text/comparison.ts';
import type { DocumentPart, PartKind } from '../../../import/document-text/document-text.ts';

/** Something of a document that is neither on the page nor in the report of its import; or on the page, and hidden in it. */
export interface Loss {
  /** "words in a table", "formula". */
  readonly kind: string;
  /** Words that are lost, or things of that kind: one, where it is no text. */
  readonly count: number;
  /** Where it stood, and how it began. */
  readonly sample: string;
}

/** What losses are found by. */
export interface Evidence {
  /** What the document has beside its text. */
  readonly parts: readonly DocumentPart[];
  /** Its text against what is printed. */
  readonly comparison: Comparison;
  /** How many pictures are printed. */
  readonly pictures: number;
  /** What the import said. */
  readonly report: string;
}

/** What of a document is lost unsaid, and what is printed that it hides. */
export function lossesOf(evidence: Evidence): readonly Loss[] {
  return [...lostWords(evidence), ...lostParts(evidence), ...lostPictures(evidence), ...shownSecrets(evidence)];
}

/** Words are said to be left out where the report has the first of them. */
function lostWords({ comparison: { missing, added }, report }: Evidence): readonly Loss[] {
  const plainReport = plain(report);
  const elsewhere = added.map(plain).join(' | ');
  // The import held the document against the edition by itself, and says that words are missing.
  if (/^Text: look at these words/m.test(report)) return [];
  return missing.flatMap(({ text, count, place }): readonly Loss[] => {
    const start = plain(text.split(' ').slice(0, 6).join(' '));
    // The sign by which a note was called gives way to its number.
    if (/^[*†‡§]+$/u.test(text)) return [];
    if (count <= 2 && plain(text) !== '' && elsewhere.includes(plain(text))) return [];
    // A word or two may stand in a report by chance: their paragraph does not.
    if (plainReport.includes(count > 2 ? start : plain(place.paragraph.replace(/ …$/u, '')))) return [];
    const within = place.within === 'text' ? 'words' : `words in a ${place.within}`;
    return [{ kind: within, count, sample: `“${text.slice(0, 80)}” in “${place.paragraph}”` }];
  });
}

/** The words by which a report says what it left out. What the press makes by itself needs no word. */
const reportWords: Readonly<Partial<Record<PartKind, RegExp>>> = {
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

function lostParts({ parts, comparison: { added }, report }: Evidence): readonly Loss[] {
  const printed = new Set(added.flatMap((text) => plain(text).split(' ')));
  const notices = noticesOf(report);
  const isPrinted = ({ words }: DocumentPart) =>
    words.length > 0 && words.every((word) => plain(word) === '' || printed.has(plain(word)));
  return parts.flatMap((part): readonly Loss[] => {
    const pattern = reportWords[part.kind];
    // A code for private use that stands for a blank shows nothing.
    const isBlank = part.kind === 'symbol' && /\bf020$/i.test(part.detail);
    if (!pattern || pattern.test(notices) || isPrinted(part) || onlyNumbersPages(part) || isBlank) return [];
    const shown = part.words.length > 0 ? `“${part.words.slice(0, 10).join(' ')}”` : part.detail;
    return [{ kind: part.kind, count: 1, sample: `${shown} at “${part.place.paragraph}”` }];
  });
}

/** “Page 1 of 3” is said by the press itself. */
function onlyNumbersPages({ kind, words }: DocumentPart): boolean {
  const spelled = words.filter((word) => /[\p{L}\p{N}]/u.test(word));
  return (kind === 'header' || kind === 'footer') && spelled.length <= 4 && spelled.every((word) => word.length <= 6);
}

function lostPictures({ parts, pictures, report }: Evidence): readonly Loss[] {
  const shown = parts.filter(({ kind }) => kind === 'picture');
  const count = shown.length - pictures;
  if (count <= 0 || /picture/i.test(noticesOf(report))) return [];
  return [{ kind: 'picture', count, sample: `of ${shown.length}, at “${shown.at(-1)?.place.paragraph ?? ''}”` }];
}

/** What a document keeps from its readers and the edition prints: the worst that an import can do. */
function shownSecrets({ parts, comparison: { added } }: Evidence): readonly Loss[] {
  const printed = ` ${added.map(plain).join(' | ')} `;
  return parts.flatMap(({ kind, words, place }): readonly Loss[] => {
    const secret = plain(words.join(' '));
    const isSecret = (kind === 'hidden text' || kind === 'comment') && /\p{L}{3}/u.test(secret);
    if (!isSecret || !printed.includes(` ${secret} `)) return [];
    return [{ kind: `${kind} that is printed`, count: 1, sample: `“${secret.slice(0, 80)}” at “${place.paragraph}”` }];
  });
}

/** The report without what names files and takes over the authors' own words. */
function noticesOf(report: string): string {
  const lines = report.split('\n').filter((line) => !/^(pictures|title|contributor|date|source):/.test(line));
  return lines.slice(1).join('\n');
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
