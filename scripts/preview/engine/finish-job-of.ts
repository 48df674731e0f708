import { propertiesOf } from '../../press/document-properties.ts';
import { carryIdentities } from '../../press/finish/index.ts';
import type { Compiled } from '../../press/index.ts';
import type { Design } from '../../press/page/compose-page.ts';
import type { PageHtml, PageNumbers } from '../../press/page/page-html.ts';
import { baselineGrid } from '../places/baseline-grid.ts';
import type { FinishJob } from './finish-job.ts';

/** A page as it goes to the printer, with what finishing needs to know of it. */
export interface CarriedPage extends PageHtml, ReturnType<typeof carryIdentities> {
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
    ...{
      print,
      html: page.html,
      composed: page.composed,
      identities: page.identities,
      text: page.text,
      attachments,
      families,
      body,
    },
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
