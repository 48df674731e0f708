import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { Attachment } from '../finish/index.ts';
import type { PageHtml } from '../page/page-html.ts';
import { destinationsOf } from '../print/destinations-of.ts';
import { cleanPicture } from '../read/picture/clean-picture.ts';
import type { EditionMeta } from '../read/schemas/edition.ts';
import type { Locate } from '../read/yaml-file.ts';
import { checkAttachments, type HeldFile, readAttachments, relatedFiles } from './attached-files.ts';
import type { Box } from './box.ts';
import { type Drawn, type DrawnText, readDrawn } from './drawn.ts';
import { checkDrawnFonts } from './drawn-fonts.ts';
import { checkFlowText, checkLabels } from './lost-text.ts';
import { checkBoxes, checkEdges, checkScale } from './overflow.ts';
import { checkPageBreaks } from './page-breaks.ts';
import { placeOfText, readHtml } from './page-text.ts';
import { checkActions, checkPdfLinks, placeOfLink } from './pdf-links.ts';
import { readTags } from './pdf-tags.ts';
import { openPdf } from './pdfium.ts';
import { checkPdfUaClaim, unmarkedPage } from './pdfua-claim.ts';
import { printedBlocks } from './printed-blocks.ts';

/** What a finished PDF is held against, apart from its own page. */
export interface Expected {
  /** The series' font families, as CSS names them: "Source Serif 4". */
  readonly families: readonly string[];
  /** The area of each page between its margins. */
  readonly body: Box;
  readonly budgets: EditionMeta['budgets'];
  /** The id with which the appendix begins, on a page of its own, where there is one. */
  readonly appendix: string;
  /** The files that it holds. */
  readonly attachments: readonly Attachment[];
  /** Places in edition.yaml: for the budgets, and for what no author's file can be named for. */
  readonly at: Locate;
}

/** What a build reports of a PDF that was verified. */
export interface Verified {
  readonly pages: number;
  readonly bytes: number;
}

/**
 * Holds a finished PDF against the page that it was printed from: its fonts, text, links, attachments and size. It reads the bytes
 * that will be published, by code that had no part in making them.
 *
 * @param page the page as it was printed, with its page numbers
 * @throws Error when the PDF cannot be read at all, or is not what it claims to be
 */
export async function verifyPdf(
  pdf: Uint8Array,
  page: PageHtml,
  expected: Expected,
  report: Report,
): Promise<Verified> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { drawn, held, unmarked } = await readPages(pdf, document);
  checkPdfUaClaim(document, unmarked);
  const { families, body, attachments, at } = expected;
  const { texts } = drawn;
  const tags = readTags(document);
  const { flow, loose, links, direction } = readHtml(page.html, at());
  const placeOf = placeOfText([...flow, ...loose], at());

  checkDrawnFonts(document, texts, families, placeOf, report);
  checkFlowText({ flow, direction }, inOrder(tags.marks, texts), report);
  checkLabels({ flow, loose }, texts, report);
  checkEdges(texts, placeOf, report);
  checkScale(document, at(), report);
  checkPdfLinks(document, tags.links, links, report);
  checkPictures(document, at(), report);
  checkActions(document, placeOfLink(links, at()), report);
  checkAttachments(attachments, held, relatedFiles(document), at(), report);

  const verified = { pages: document.getPageCount(), bytes: pdf.length };
  const appendix = destinationsOf(document).get(expected.appendix);
  checkBudgets(verified, appendix, expected, report);
  const blocks = printedBlocks(tags.blocks, drawn, flow, at());
  checkBoxes(blocks, drawn, { body, direction, placeOf }, report);
  checkPageBreaks(blocks, { count: verified.pages, appendix }, body, report);
  return verified;
}

/** What pdfium finds in a PDF. */
interface PagesRead {
  readonly drawn: Drawn;
  readonly held: readonly HeldFile[];
  readonly unmarked: number | undefined;
}

async function readPages(pdf: Uint8Array, document: PDFDocument): Promise<PagesRead> {
  await using open = await openPdf(pdf);
  return { drawn: readDrawn(open, document), held: readAttachments(open), unmarked: unmarkedPage(open) };
}

/** The text of the tags, in their order: a float is drawn before the text that it stands beside, but not read before it. */
function inOrder(marks: readonly string[], drawn: readonly DrawnText[]): string {
  const byMark = Map.groupBy(drawn, ({ mark }) => mark);
  return marks
    .flatMap((mark) => byMark.get(mark) ?? [])
    .map(({ text }) => text)
    .join('');
}

/**
 * Reports photographs in the PDF that hold more than what draws them. The browser takes a JPEG over byte for byte. Those of
 * images/ were cleaned when they were read; one that stands in a template or a stylesheet as a data: address was not.
 */
function checkPictures(document: PDFDocument, place: Place, report: Report): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Filter')) !== PDFName.of('DCTDecode'))
      continue;
    const picture = cleanPicture(object.contents);
    if (picture.kind !== 'refused' && picture.removed.length === 0) continue;
    const held = picture.kind === 'refused' ? ['what cannot be read'] : picture.removed;
    report({
      rule: 'image-unclean',
      place,
      message: `a photograph in the PDF that is not from images/ holds ${new Intl.ListFormat('en').format(held)}`,
      cure: 'look for data: in a template or a stylesheet, and replace the photograph by one exported without metadata',
    });
  }
}

/**
 * Reports a PDF that has more pages or bytes than its edition allows.
 *
 * @param appendix the page that the appendix begins on, if there is one: from there on no page counts
 */
function checkBudgets(
  { pages, bytes }: Verified,
  appendix: number | undefined,
  { budgets, at }: Pick<Expected, 'budgets' | 'at'>,
  report: Report,
): void {
  const counted = appendix === undefined ? pages : appendix - 1;
  if (counted > budgets.pages) {
    report({
      rule: 'pages-budget',
      place: at('budgets', 'pages'),
      message: `the PDF has ${counted} pages${appendix === undefined ? '' : ' before its appendix'}, its budget is ${budgets.pages}`,
      cure: 'shorten the text or raise the budget',
    });
  }
  if (bytes > budgets.bytes) {
    report({
      rule: 'bytes-budget',
      place: at('budgets', 'bytes'),
      message: `the PDF has ${bytes} bytes, its budget is ${budgets.bytes}`,
      cure: 'make its images smaller or raise the budget',
    });
  }
}
