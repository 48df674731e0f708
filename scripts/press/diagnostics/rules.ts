/**
 * An `error` keeps the PDF from being made: it would be false, unsafe or unreadable. With `release` it is made, to be read in
 * the house, and not released. A `warning` is worth a look. All three fail a build under --fail-on-warning.
 */
export type Severity = 'error' | 'release' | 'warning';

/** From what keeps most back to what keeps nothing back. */
export const severities: readonly Severity[] = ['error', 'release', 'warning'];

/** What is known of a rule. */
export interface Rule {
  readonly severity: Severity;
  /** What the rule watches for, in one line. */
  readonly about: string;
  /**
   * Why not even a proof is printed, where that is so. `unsafe`: it is shown to nobody, since it leads out of the project, leads
   * readers astray or passes a limit. `no pages`: nothing can be laid out in which it could be marked.
   */
  readonly noProof?: 'unsafe' | 'no pages';
}

/**
 * Every rule that a diagnostic can name, by what authors and designers work on, in the order of docs/rules/README.md. This is the
 * one list: what a build, a proof and a release do about a rule, and what the documents say of it, is read here.
 */
export const ruleSubjects = {
  Files: {
    'file-missing': { severity: 'error', about: 'a file that the edition needs is not there' },
    'file-name': { severity: 'error', about: 'a file or folder whose name does not follow the pattern' },
    'file-kind': {
      severity: 'error',
      about: 'a link out of the project, a device, or a folder in the place of a file',
      noProof: 'unsafe',
    },
    'file-size': { severity: 'error', about: 'a file that is larger than the press reads', noProof: 'unsafe' },
    'image-format': {
      severity: 'error',
      about: 'an image that is not PNG, JPEG or SVG, is not what its name says, or is damaged',
    },
    'image-metadata': {
      severity: 'warning',
      about: 'an image that says more than it shows: where it was taken, who made it, what was in it before',
    },
  },
  YAML: {
    'yaml-syntax': { severity: 'error', about: 'a file that is not well-formed YAML' },
    'key-unknown': {
      severity: 'error',
      about: 'a key that this kind of file does not have, or that the braces of a directive do not take',
    },
    'key-missing': { severity: 'error', about: 'a key that must be there' },
    'value-type': { severity: 'error', about: 'a value of the wrong type or outside what is allowed' },
    'date-wrong': { severity: 'error', about: 'a date that does not exist, or is not written as the press reads it' },
    'date-missing': { severity: 'release', about: 'a final edition without a date' },
    'date-early': { severity: 'release', about: 'a final edition that is dated before its data cut-off' },
    'contributors-missing': { severity: 'release', about: 'a final edition that does not name its authors' },
    'partners-missing': { severity: 'release', about: 'a final edition of a series without partners' },
    'language-missing': { severity: 'error', about: 'a text that is missing in the language of the edition' },
    'accent-unknown': { severity: 'error', about: 'an accent that tokens.yaml does not name' },
  },
  Data: {
    'dataset-unknown': { severity: 'error', about: 'a dataset that the data package does not describe' },
    'dataset-digest': { severity: 'error', about: 'a dataset whose file is not the one that was accepted' },
    'license-missing': { severity: 'release', about: 'a dataset in print whose descriptor names no license' },
    'dataset-columns': { severity: 'error', about: 'a table whose head does not match its descriptor' },
    'row-shape': { severity: 'error', about: 'a row with too many or too few cells, or an unclosed quote' },
    'cell-type': { severity: 'error', about: 'a cell that is not of its column’s type or breaks a constraint' },
    'data-late': { severity: 'error', about: 'a row that is later than the data cut-off of the edition' },
    'total-wrong': { severity: 'error', about: 'a total that is not the sum of its parts' },
  },
  Queries: {
    'query-fails': { severity: 'error', about: 'a query that the data engine refuses' },
    'query-empty': { severity: 'error', about: 'a query that gives no row' },
    'query-shape': { severity: 'error', about: 'a query that gives other columns or rows than its use needs' },
    'query-limit': {
      severity: 'error',
      about: 'a query that takes more time or memory than the press gives it',
      noProof: 'unsafe',
    },
    'query-inexact': { severity: 'error', about: 'a query that rounds a quotient before it is printed' },
    'query-unstable': { severity: 'error', about: 'a query whose answer depends on the clock or on chance' },
  },
  Facts: {
    'fact-unknown': { severity: 'error', about: 'a fact that facts.yaml does not name' },
    'fact-cycle': { severity: 'error', about: 'a fact whose query leads back to itself by the facts that it names' },
    'fact-value': { severity: 'error', about: 'a fact whose value its format cannot show' },
    'fact-unused': { severity: 'warning', about: 'a fact that is printed nowhere' },
  },
  Numbers: {
    'number-typed': {
      severity: 'release',
      about: 'a number typed into print that no fact, claim or declared name covers',
    },
    'number-typed-strict': { severity: 'error', about: 'the same in an edition that is strict' },
    'number-unexplained': {
      severity: 'release',
      about: 'a number on the pages of a strict edition that nothing explains',
    },
    'claim-wrong': { severity: 'error', about: 'a claim whose number is not that of its fact' },
    'claim-shape': {
      severity: 'error',
      about: 'a claim that does not hold exactly one number and name a fact of the same kind',
    },
    'declared-unused': { severity: 'warning', about: 'a declared name that no number in print belongs to' },
  },
  Prose: {
    'section-head': { severity: 'error', about: 'a section that does not begin with its one heading' },
    'section-unknown': { severity: 'error', about: 'a section that the edition does not have' },
    'heading-skip': { severity: 'error', about: 'a heading more than one level below the one before it' },
    'directive-unknown': { severity: 'error', about: 'a directive that does not exist' },
    'directive-unclosed': { severity: 'error', about: 'a directive that is opened and not closed' },
    'directive-shape': {
      severity: 'error',
      about: 'a directive without its name, or with contents that it cannot hold',
    },
    'directive-typed': { severity: 'error', about: 'a directive that is printed as it is typed' },
    'markdown-typed': {
      severity: 'warning',
      about: 'a sign of markdown that is printed, or blanks that make text code',
    },
    'table-shape': {
      severity: 'error',
      about: 'a table in a section whose rows do not fit its head, or text that looks like a table and is not one',
    },
    'written-twice': {
      severity: 'error',
      about: 'a note or address that is written twice, or a chart, map, table or timeline that is placed twice',
    },
    'html-in-text': { severity: 'error', about: 'HTML in markdown' },
    'glyph-missing': { severity: 'release', about: 'characters that no font of the series has, which print as □' },
    'image-alt': { severity: 'release', about: 'an image without alternative text' },
    'link-anchor': { severity: 'error', about: 'a link to a place that does not exist' },
    'link-target': {
      severity: 'error',
      about: 'a link that is not to the web, to mail or within the edition',
      noProof: 'unsafe',
    },
    'link-empty': { severity: 'warning', about: 'a link without words' },
  },
  'Sources and notes': {
    'source-unknown': { severity: 'error', about: 'a source that sources.yaml does not hold' },
    'source-duplicate': { severity: 'error', about: 'two sources with one id' },
    'source-itself': { severity: 'release', about: 'a final edition that cites itself as a source' },
    'citation-shape': {
      severity: 'error',
      about: 'a citation that is not written as one, or whose sources run together',
    },
    'note-unknown': { severity: 'error', about: 'a note that is called but not written' },
    'note-unused': { severity: 'warning', about: 'a note or address that is written but not called' },
  },
  'Charts, maps, tables and timelines': {
    'chart-unknown': { severity: 'error', about: 'a chart that charts/ does not hold' },
    'chart-unused': { severity: 'warning', about: 'a chart, table, map or timeline that no section places' },
    'chart-key': { severity: 'error', about: 'a part of a chart that Vega-Lite does not know' },
    'chart-fails': { severity: 'error', about: 'a chart that does not compile or draws nothing' },
    'chart-clipped': { severity: 'error', about: 'a drawing that is larger than its place on the page' },
    'chart-faint': { severity: 'warning', about: 'a mark of a chart that is too pale for the paper' },
    'chart-columns': { severity: 'error', about: 'a chart that does not say what its table in the appendix shows' },
    'map-unknown': { severity: 'error', about: 'a map that maps/ does not hold' },
    'map-feature': {
      severity: 'error',
      about: 'a country, river or region that the map data does not hold, or a place that lies off the map',
    },
    'map-name': { severity: 'warning', about: 'a town or region on a map that no section names' },
    'table-unknown': { severity: 'error', about: 'a table that tables/ does not hold' },
    'timeline-unknown': { severity: 'error', about: 'a timeline that timelines/ does not hold' },
    'figure-adopted': {
      severity: 'release',
      about: 'a figure of a reconstruction that the partners have not adopted',
    },
  },
  Pages: {
    'heading-stranded': { severity: 'warning', about: 'a heading at the foot of a page without its text' },
    'section-late': { severity: 'warning', about: 'a section that begins on the last fifth of a page' },
    'line-alone': { severity: 'warning', about: 'a single line of a paragraph at the foot or top of a page' },
    'page-empty': { severity: 'warning', about: 'a page that is less than a third full; the last page does not count' },
    'block-cut': { severity: 'warning', about: 'a figure or table row that the end of a page cuts' },
    'text-outside': { severity: 'error', about: 'text past the edge of the page' },
    'box-passed': { severity: 'error', about: 'text or a drawing in a margin, or printed over other text' },
    'page-shrunk': { severity: 'error', about: 'pages that the browser shrank because something is too wide' },
    'pages-budget': { severity: 'release', about: 'more pages than the edition’s budget' },
    'bytes-budget': { severity: 'release', about: 'a larger file than the edition’s budget' },
    'text-lost': { severity: 'error', about: 'text of the edition that is not in the PDF, or not in its order' },
    'link-lost': { severity: 'error', about: 'a link that the PDF does not hold or that leads nowhere' },
    'font-wrong': { severity: 'error', about: 'a font in the PDF that is not embedded or not of the series' },
    'attachment-lost': { severity: 'error', about: 'an attached file that the PDF lacks or holds changed' },
    'image-unclean': {
      severity: 'error',
      about: 'a photograph in the PDF that says more than it shows',
      noProof: 'unsafe',
    },
  },
  'Templates and styles': {
    'template-syntax': { severity: 'error', about: 'a template that Handlebars cannot parse', noProof: 'no pages' },
    'template-name': { severity: 'error', about: 'a template that asks for a name that is not there' },
    'template-partial': { severity: 'error', about: 'a template that asks for a partial that is not there' },
    'template-fails': { severity: 'error', about: 'a template that fails while it runs', noProof: 'no pages' },
    'token-unknown': { severity: 'error', about: 'a style that uses a token that tokens.yaml does not name' },
    'label-missing': { severity: 'error', about: 'a printed word that the label file does not hold' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Rule>>>>;

type Subjects = typeof ruleSubjects;

/** The id of a rule, the last word of a diagnostic. */
export type RuleId = { readonly [Subject in keyof Subjects]: keyof Subjects[Subject] }[keyof Subjects];

/** Every rule by its id. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  ...ruleSubjects.Files,
  ...ruleSubjects.YAML,
  ...ruleSubjects.Data,
  ...ruleSubjects.Queries,
  ...ruleSubjects.Facts,
  ...ruleSubjects.Numbers,
  ...ruleSubjects.Prose,
  ...ruleSubjects['Sources and notes'],
  ...ruleSubjects['Charts, maps, tables and timelines'],
  ...ruleSubjects.Pages,
  ...ruleSubjects['Templates and styles'],
};

/** The page that explains a rule by examples, as a path from the project's root. */
export function rulePage(rule: RuleId): string {
  return `docs/rules/${rule}.md`;
}
