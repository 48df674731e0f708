import { decodePDFRawStream, PDFArray, PDFDocument, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { runProgram } from './programs.ts';
import { compareSpoken, readSpoken, type SpokenPage } from './spoken.ts';
import type { StructureElement, StructureNode, TaggedPdf } from './structure.ts';

/**
 * Reads the tags of a PDF, and what they say, by poppler: a second opinion that shares no code with the press.
 *
 * @param tags the same tags as this program reads them, for what poppler leaves out
 * @throws Error when pdfinfo gives no tags, or others
 */
export async function readByPoppler(
  file: string,
  tags: readonly StructureNode[],
  run: typeof runProgram = runProgram,
): Promise<TaggedPdf> {
  const end = await run('pdfinfo', ['-struct-text', '-enc', 'UTF-8', file]);
  if (end?.code !== 0 || end.output.trim() === '') {
    throw new Error(`Reading the tags of ${file}: pdfinfo gives none. It said: ${end?.errors.trim() ?? 'nothing'}`);
  }
  return parsePoppler(end.output, tagDetails(tags));
}

/** An element that is being filled, with how far its line stands in. */
interface Open {
  readonly indent: number;
  readonly kids: StructureNode[];
}

/** The tree that `pdfinfo -struct-text` prints: a line an element, an attribute, a text or an annotation. */
export function parsePoppler(output: string, details: ReadonlyMap<number, TagDetails>): TaggedPdf {
  const texts = new Map<string, string>();
  const root: Open = { indent: -1, kids: [] };
  const open: [Open, ...Open[]] = [root];
  let place = 0;
  for (const line of output.split('\n')) {
    const words = line.trim();
    const indent = line.length - line.trimStart().length;
    if (words === '' || words.startsWith('/')) continue;
    while (open.length > 1 && (open[0]?.indent ?? 0) >= indent) open.shift();
    const { kids } = open[0];
    if (words.startsWith('"')) {
      const key = String(texts.size);
      texts.set(key, words.slice(1, -1));
      kids.push({ kind: 'mark', key, page: 0 });
    } else if (words.startsWith('Object ')) kids.push({ kind: 'annotation' });
    else {
      const type = /^\w+/.exec(words)?.[0] ?? '';
      const inner: StructureNode[] = [];
      kids.push(element(type, inner, details.get(place)));
      place += 1;
      open.unshift({ indent, kids: inner });
    }
  }
  return { structure: root.kids, texts, pages: 0 };
}

function element(type: string, kids: readonly StructureNode[], details: TagDetails | undefined): StructureElement {
  if (details && details.type !== type) throw new Error(`Reading the tags: poppler has ${type} for ${details.type}`);
  const { alt, actualText, language } = details ?? {};
  return { kind: 'element', type, object: undefined, alt, actualText, language, kids };
}

/** What poppler leaves out of a tag: what is said in its place, and its language. */
type TagDetails = Pick<StructureElement, 'type' | 'alt' | 'actualText' | 'language'>;

/** The tags that have such details, by their place among all, counted from 0 in reading order. */
function tagDetails(nodes: readonly StructureNode[]): ReadonlyMap<number, TagDetails> {
  const details = new Map<number, TagDetails>();
  let place = 0;
  const visit = (node: StructureNode): void => {
    if (node.kind !== 'element') return;
    const { type, alt, actualText, language } = node;
    if ([alt, actualText, language].some((words) => words !== undefined)) {
      details.set(place, { type, alt, actualText, language });
    }
    place += 1;
    node.kids.forEach(visit);
  };
  nodes.forEach(visit);
  return details;
}

/**
 * Holds what poppler reads of a PDF's tags against its page: a second opinion, by a reader that shares no code with the
 * press. Text in which marked content says how glyphs are read is left out: poppler (22.12) loses what follows it.
 *
 * @returns a sentence for each difference; undefined where poppler is not asked
 */
export async function compareReaders(
  pdf: Uint8Array,
  page: SpokenPage,
  poppler: TaggedPdf,
): Promise<readonly string[] | undefined> {
  if (await hasReplacementText(pdf)) return undefined;
  return compareSpoken(page, readSpoken(poppler)).map((difference) => `as poppler reads it: ${difference}`);
}

async function hasReplacementText(pdf: Uint8Array): Promise<boolean> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const streams = document.getPages().flatMap(({ node }) => {
    const contents = node.Contents();
    return contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  });
  const text = (object: PDFObject) => {
    const stream = document.context.lookup(object);
    return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '';
  };
  return streams.some((stream) => /\/(?:ActualText|ReversedChars)\b/.test(text(stream)));
}
