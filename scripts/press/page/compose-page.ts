import { type Diagnostic, placeText, type Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Edition } from '../read/edition.ts';
import type { FontCoverage, Fonts } from '../read/fonts.ts';
import { fillLabel, textIn } from '../read/labels.ts';
import type { Tokens } from '../read/schemas/tokens.ts';
import { checkGlyphs, printable, printableHtml } from './check-glyphs.ts';
import { factsheetView, type Written, withPageNumbers } from './factsheet-view.ts';
import { type Failures, markFailures } from './mark-failures.ts';
import type { PageHtml, PageNumbers, Resource } from './page-html.ts';
import { openTemplates } from './render-templates.ts';
import type { Stylesheet } from './stylesheets.ts';
import type { Templates } from './templates.ts';
import { customProperties, tokensCss } from './tokens-css.ts';

/** What the designers own, read and checked. */
export interface Design {
  readonly tokens: Tokens;
  readonly fonts: Fonts;
  readonly templates: Templates;
  readonly stylesheets: readonly Stylesheet[];
  readonly auditStylesheets: readonly Stylesheet[];
}

/** An edition as HTML, once it is known which page each heading stands on. */
export type ComposePage = (numbers: PageNumbers) => PageHtml;

/** An edition laid out. */
export interface Composed {
  readonly compose: ComposePage;
  /** The same as a proof, whatever its status: it says so on its pages, and marks and lists what failed. */
  readonly composeProof: (errors: readonly Diagnostic[]) => ComposePage;
}

/**
 * Lays an edition out as HTML by the designers' templates. All that can go wrong is reported here; what is given back
 * only fills in page numbers.
 */
export function composePage(
  written: Written,
  design: Design & { readonly coverage: FontCoverage },
  report: Report,
): Composed {
  const { edition } = written;
  const { coverage } = design;
  const accent = accentOf(edition, design.tokens, report);
  const render = openTemplates(design.templates, edition, report);
  const view = factsheetView(written, accent, render, report);
  const resources = resourcesOf(written, design, { accent, proof: view.proof }, report);
  const html = (numbers: PageNumbers) => render('factsheet', withPageNumbers(view, numbers));
  // A template that fails does so with any numbers, and what fonts lack is none of them: this is where it is reported.
  checkGlyphs(html(new Map()), coverage, edition.meta.at(), report);
  return {
    compose: (numbers) => ({ html: printableHtml(html(numbers), coverage), resources }),
    composeProof(errors) {
      const faults = errors.map(({ message, cure, place }) => ({ message, cure, place: placeText(place) }));
      const proof = { ...view, proof: true, faults };
      const marked = resourcesOf(written, design, { accent, proof: true }, report);
      const linesOfFact = factLines(edition);
      return (numbers) => ({
        html: printableHtml(
          markFailures(render('factsheet', withPageNumbers(proof, numbers)), { errors, linesOfFact }),
          coverage,
        ),
        resources: marked,
      });
    },
  };
}

/** From which line to which a fact stands in facts.yaml: to the line before the next. */
function factLines({ facts }: Edition): Failures['linesOfFact'] {
  const begins = new Map([...facts].map(([name, { at }]) => [name, at().line]));
  return (name) => {
    const first = begins.get(name);
    if (first === undefined) return undefined;
    const later = [...begins.values()].filter((line) => line > first);
    return [first, Math.min(...later, Number.MAX_SAFE_INTEGER) - 1];
  };
}

function accentOf(edition: Edition, tokens: Tokens, report: Report): string {
  const { accent } = edition.meta.value;
  if (accent in tokens.accents) return accent;
  report({
    rule: 'accent-unknown',
    place: edition.meta.at('accent'),
    message: `unknown accent "${accent}"`,
    cure: didYouMean(accent, Object.keys(tokens.accents), 'accents'),
  });
  return Object.keys(tokens.accents)[0] ?? '';
}

/** How an edition is dressed. */
interface Dress {
  readonly accent: string;
  readonly proof: boolean;
}

function resourcesOf(
  { edition }: Written,
  design: Design & { readonly coverage: FontCoverage },
  { accent, proof }: Dress,
  report: Report,
): ReadonlyMap<string, Resource> {
  const { tokens, fonts, stylesheets, coverage } = design;
  const { meta, labels, language } = edition;
  const { status } = meta.value;
  const word = (name: string, values: Readonly<Record<string, string>> = {}) =>
    printable(fillLabel(labels, name, values, meta.at(), report), coverage, 'text');
  const title = textIn(meta.value.short_title, language, meta.at('short_title'), report);
  const [before = '', between = '', after = ''] = word('folio', {}).split(/\{page\}|\{pages\}/);
  // A page that is copied alone still says what it is a page of.
  const head = proof ? '-proof' : status === 'final' ? '' : `-${status}`;
  const runningHead = word(`running-head${head}`, { title });
  const proofStamp = word('proof').toLocaleUpperCase(language);
  const words = { runningHead, proofStamp, folio: [before, between, after] } as const;
  const css = [
    tokensCss(customProperties(tokens, accent), tokens, fonts, words),
    ...stylesheets.map((sheet) => sheet.css),
  ];
  const images = [...edition.images].map(([path, { mediaType, bytes }]) => [path, { mediaType, bytes }] as const);
  return new Map<string, Resource>([
    ['styles.css', { mediaType: 'text/css', bytes: new TextEncoder().encode(css.join('\n')) }],
    ...fonts.map((font) => [`fonts/${font.name}`, { mediaType: 'font/woff2', bytes: font.bytes }] as const),
    ...images,
  ]);
}
