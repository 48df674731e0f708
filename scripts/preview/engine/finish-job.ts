import type { Place } from '../../press/diagnostics/diagnostic.ts';
import { propertiesOf } from '../../press/document-properties.ts';
import {
  type Attachment,
  carryIdentities,
  type DocumentProperties,
  type Identities,
} from '../../press/finish/index.ts';
import type { Compiled } from '../../press/index.ts';
import type { Design } from '../../press/page/compose-page.ts';
import type { PageBody } from '../../press/page/page-body.ts';
import type { PageHtml, PageNumbers } from '../../press/page/page-html.ts';
import { openFont } from '../../press/read/fonts.ts';
import type { EditionMeta } from '../../press/read/schemas/edition.ts';
import type { PreviewPlaces } from '../protocol.ts';

/** A print that is to be finished: plain values, since another thread does it. */
export interface FinishJob {
  readonly print: Uint8Array;
  /** The page as it was printed, with where its texts come from. */
  readonly html: string;
  /** The page as it was composed, with the roles of its elements. */
  readonly composed: string;
  readonly identities: Identities;
  /** The page's running text. */
  readonly text: string;
  readonly properties: DocumentProperties;
  readonly body: PageBody;
  readonly attachments: readonly Attachment[];
  readonly families: readonly string[];
  readonly budgets: EditionMeta['budgets'];
  /** The places in edition.yaml that diagnostics can be about, by the path to them: "budgets.pages". */
  readonly places: ReadonlyMap<string, Place>;
  readonly baseline: PreviewPlaces['baseline'];
}

/** A page as it goes to the printer, with what finishing needs to know of it. */
interface CarriedPage extends PageHtml, ReturnType<typeof carryIdentities> {
  readonly html: string;
  /** The page as it was composed, with the roles of its elements. */
  readonly composed: string;
}

/** The page of an edition with the given page numbers. */
export function carriedPage({ compose }: Compiled, numbers: PageNumbers): CarriedPage {
  const page = compose(numbers);
  return { ...page, ...carryIdentities(page.html), composed: page.html };
}

/** The job of finishing a print of an edition. */
export function finishJobOf(compiled: Compiled, page: CarriedPage, print: Uint8Array, design: Design): FinishJob {
  const { edition, attachments, families, body } = compiled;
  const { value, at } = edition.meta;
  return {
    print,
    html: page.html,
    composed: page.composed,
    identities: page.identities,
    text: page.text,
    attachments,
    families,
    body,
    baseline: baselineGrid(design),
    properties: propertiesOf(edition, undefined),
    budgets: value.budgets,
    places: new Map([
      ['', at()],
      ['budgets.pages', at('budgets', 'pages')],
      ['budgets.bytes', at('budgets', 'bytes')],
    ]),
  };
}

/** CSS pixels in a point. */
const pixels = 4 / 3;

/**
 * The grid that running text stands on where nothing pushes it off, from the top of the page's body: a line of it has the
 * height of `baseline`, and the font's ascent and descent, which Chromium rounds to pixels, in its middle.
 */
function baselineGrid({ tokens, fonts }: Pick<Design, 'tokens' | 'fonts'>): PreviewPlaces['baseline'] {
  const { page, baseline: step, sizes } = tokens;
  const size = (sizes.text ?? step) * pixels;
  const own = tokens.fonts.text.package.replace('@fontsource/', '');
  const file = fonts.find(({ name }) => name.startsWith(`${own}-`));
  if (!file) return { first: page.margin_top + step, step };
  const { ascent, descent, unitsPerEm } = openFont(file);
  const [above, below] = [ascent, -descent].map((units) => Math.round((units / unitsPerEm) * size)) as [number, number];
  const line = above + Math.floor((step * pixels - above - below) / 2);
  return { first: page.margin_top + line / pixels, step };
}
