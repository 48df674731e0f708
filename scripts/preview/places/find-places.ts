import { PDFDocument } from '@cantoo/pdf-lib';
import type { Place } from '../../press/diagnostics/diagnostic.ts';
import type { PageBody } from '../../press/page/page-body.ts';
import { readDrawn } from '../../press/verify/drawn.ts';
import { openPdf } from '../../press/verify/pdfium.ts';
import { printedBlocks } from '../../press/verify/printed-blocks.ts';
import { readTags } from '../../press/verify/pdf-tags.ts';
import type { PreviewPlaces } from '../protocol.ts';
import { placeBlocks } from './place-blocks.ts';
import { readPageSources } from './read-page-sources.ts';

/** What is known of an edition's pages besides their content. */
export interface PageFrame {
  readonly body: PageBody;
  readonly baseline: PreviewPlaces['baseline'];
  /** The place of what comes from no file. */
  readonly elsewhere: Place;
}

/**
 * Finds where everything on finished pages stands and comes from. What was printed says it itself, by its tags and the
 * content that they mark: a browser's own boxes would be those before it broke the pages.
 */
export async function findPlaces(pdf: Uint8Array, html: string, frame: PageFrame): Promise<PreviewPlaces> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  await using open = await openPdf(pdf);
  const { flow, drawings } = readPageSources(html, frame.elsewhere);
  const whole = { ...frame.elsewhere, kind: 'other', text: '', within: undefined, level: 0 } as const;
  const laid = printedBlocks(readTags(document).blocks, readDrawn(open, document), flow, whole);
  const pages = document.getPages().map((page) => page.getSize());
  const heights = pages.map(({ height }) => height);
  const { left, right, bottom, top } = frame.body;
  const height = heights[0] ?? top + bottom;
  return {
    pages,
    body: { x: left, y: height - top, width: right - left, height: top - bottom },
    baseline: frame.baseline,
    ...placeBlocks(laid, drawings, heights),
  };
}
