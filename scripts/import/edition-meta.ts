import { type Document, parseDocument, type Scalar, stringify } from 'yaml';
import { shortTitle } from './front-matter.ts';
import type { Contributor } from './people.ts';

/** What edition.yaml learns from a manuscript. */
export interface ManuscriptMeta {
  /** Empty where the manuscript has no title. */
  readonly title: string;
  /** A year, a month or a day; none where the manuscript does not say when it came out. */
  readonly date: string | undefined;
  readonly contributors: readonly Contributor[];
  /** Its first sentences. */
  readonly summary: string;
}

/**
 * edition.yaml of an edition that becomes its authors' own: final and not strict, with their title, names, date and first sentences. All
 * else stays, comments too.
 */
export function pouredMeta(yaml: string, { title, date, contributors, summary }: ManuscriptMeta): string {
  const document = parseDocument(yaml);
  if (title !== '') set(document, 'title', title);
  if (summary !== '') set(document, 'summary', summary);
  if (date !== undefined) set(document, 'date', date);
  if (contributors.length > 0) document.set('contributors', document.createNode(contributors));
  document.set('status', 'final');
  // Its numbers are typed in: they are told until they are facts, and keep no edition from being built.
  if (document.has('strict')) document.set('strict', false);
  return document.toString({ lineWidth: 120 });
}

/** Keeps how the old value was written and what comments stand beside it. */
function set(document: Document, key: string, value: string): void {
  const node = document.get(key, true) as Scalar | undefined;
  if (node && 'value' in node) node.value = value;
  else document.set(key, value);
}

/** What a new edition needs besides its manuscript. */
export interface NewEditionMeta extends ManuscriptMeta {
  readonly name: string;
  readonly order: number;
  readonly accent: string;
  /** The day of the import, as the data cut-off until the authors say another: 2031-06-15. */
  readonly today: string;
  readonly pages: number;
  readonly bytes: number;
}

/** edition.yaml of a new edition, a draft, with comments on what its authors must still say. */
export function newMeta(meta: NewEditionMeta): string {
  const { force, country } = subjectOf(meta.title);
  const value = (text: string) => stringify(text, { lineWidth: 0 }).trimEnd();
  const lines = [
    '# yaml-language-server: $schema=../../schemas/edition.schema.json',
    `title: ${value(meta.title)}`,
    `short_title: ${value(shortTitle(meta.title))} # for the running head`,
    `force: ${value(force ?? meta.title)} # ${force === undefined ? 'to do: ' : ''}the partner force that the edition centers on`,
    `country: ${value(country ?? meta.title)} # ${country === undefined ? 'to do: ' : ''}as the datasets and the map name it`,
    `order: ${meta.order} # the place in the series`,
    ...(meta.date === undefined
      ? ['# date: "2031-06-15" # to do: when it comes out']
      : [`date: ${JSON.stringify(meta.date)}`]),
    `data_cutoff: "${meta.today}" # to do: the latest date that any row in print may have`,
    'version: "0.1"',
    'status: draft # final, once it is complete: then partners and contributors are printed',
    `accent: ${meta.accent} # one of those in styles/tokens.yaml`,
    ...(meta.contributors.length > 0
      ? [stringify({ contributors: meta.contributors }, { lineWidth: 0 }).trimEnd()]
      : []),
    `keywords: [${value(country ?? meta.title)}]`,
    `summary: ${value(meta.summary || meta.title)}`,
    `budgets: { pages: ${meta.pages}, bytes: ${meta.bytes} }`,
    'cover: {} # a map and up to four key figures',
  ];
  return `${lines.join('\n')}\n`;
}

/** The country and the force of a title in the form of the series: "The Case of Fictonia and the Fictonian Paper Fleet". */
function subjectOf(title: string): { readonly force: string | undefined; readonly country: string | undefined } {
  const [, country, force] = /\bCase of (?:the )?(.+?) and the (.+)$/u.exec(title) ?? [];
  return { force, country };
}
