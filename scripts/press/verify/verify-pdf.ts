import { PDFDocument } from '@cantoo/pdf-lib';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { PageHtml } from '../page/page-html.ts';
import { destinationsOf } from '../print/destinations-of.ts';
import type { Box } from './box.ts';
import { checkActions } from './check-actions.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkBoxes } from './check-boxes.ts';
import { checkBudgets } from './check-budgets.ts';
import { checkClaims } from './check-claims.ts';
import { checkCuts } from './check-cuts.ts';
import { checkEdges } from './check-edges.ts';
import { checkFill, type Pages } from './check-fill.ts';
import { checkFonts } from './check-fonts.ts';
import { checkHeadings } from './check-headings.ts';
import { checkLines } from './check-lines.ts';
import { checkLinks, placeOfLink } from './check-links.ts';
import { checkLooseText } from './check-loose-text.ts';
import { checkPictures } from './check-pictures.ts';
import { checkScale } from './check-scale.ts';
import { checkText } from './check-text.ts';
import type { Drawn, DrawnText } from './drawn-text.ts';
import type { Expected } from './expected.ts';
import { fontsOfPages } from './fonts-of-pages.ts';
import { formTrees } from './form-trees.ts';
import { type LaidBlock, layOut } from './lay-out.ts';
import { linkTargets } from './link-targets.ts';
import { openPdf } from './pdfium.ts';
import { placeFinder } from './place-finder.ts';
import { type HeldFile, readAttachments } from './read-attachments.ts';
import { readDrawn } from './read-drawn.ts';
import { readHtml } from './read-html.ts';
import { readTags } from './read-tags.ts';
import { relatedFiles } from './related-files.ts';
import { unmarkedPage } from './unmarked-page.ts';
import type { Verified } from './verified.ts';

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
  checkClaims(document, unmarked);
  const { texts } = drawn;
  const tags = readTags(document);
  const { flow, loose, links, direction } = readHtml(page.html, expected.at());
  const placeOf = placeFinder([...flow, ...loose], expected.at());
  const verified = { pages: document.getPageCount(), bytes: pdf.length };

  checkFonts(fontsOfPages(document), texts, expected.families, placeOf, report);
  checkText({ flow, direction }, inOrder(tags.marks, texts), report);
  checkLooseText({ flow, loose }, texts, report);
  checkEdges(texts, placeOf, report);
  checkScale(document, expected.at(), report);
  checkLinks(
    links,
    tags.links.map((annotations) => annotations.map(linkTargets(document))),
    report,
  );
  checkPictures(document, expected.at(), report);
  checkActions(document, placeOfLink(links, expected.at()), report);
  checkAttachments(expected.attachments, held, relatedFiles(document), expected.at(), report);
  const appendix = destinationsOf(document).get(expected.appendix);
  checkBudgets(verified, appendix, expected, report);
  const blocks = layOut(tags.blocks, drawn, flow, expected.at());
  checkBoxes(blocks, drawn, { body: expected.body, direction, placeOf }, report);
  checkBreaks(blocks, { count: verified.pages, appendix }, expected.body, report);
  return verified;
}

/** What a reader sees of the breaks between pages. */
function checkBreaks(blocks: readonly LaidBlock[], pages: Pages, body: Box, report: Report): void {
  checkHeadings(blocks, body, report);
  checkLines(blocks, report);
  checkFill(blocks, pages, body, report);
  checkCuts(blocks, report);
}

async function readPages(
  pdf: Uint8Array,
  document: PDFDocument,
): Promise<{
  readonly drawn: Drawn;
  readonly held: readonly HeldFile[];
  readonly unmarked: number | undefined;
}> {
  await using open = await openPdf(pdf);
  return { drawn: readDrawn(open, formTrees(document)), held: readAttachments(open), unmarked: unmarkedPage(open) };
}

/** The text of the tags, in their order: a float is drawn before the text that it stands beside, but not read before it. */
function inOrder(marks: readonly string[], drawn: readonly DrawnText[]): string {
  const byMark = Map.groupBy(drawn, ({ mark }) => mark);
  return marks
    .flatMap((mark) => byMark.get(mark) ?? [])
    .map(({ text }) => text)
    .join('');
}
