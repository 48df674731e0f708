import { type Document, isMap, isScalar, parse, parseDocument, stringify } from 'yaml';
import { listEditions } from '../../press/read/edition-names.ts';
import { type Files, sourceIn } from '../../press/read/files.ts';
import type { Tokens } from '../../press/read/schemas/tokens.ts';
import type { Shared } from '../../press/read/series.ts';
import type { ImportedManuscript } from '../import-manuscript.ts';
import type { TableFiles } from './data-tables.ts';
import { type Adoption, adoptedFile, takeOwnSources } from './kept-figures.ts';
import type { PouredSection } from './pour.ts';
import type { EditionToPut } from './put-edition.ts';
import { appendEntries } from './yaml-list.ts';

/** Which manuscript becomes which edition, and what becomes of one that is there. */
export interface ImportOptions {
  readonly manuscript: string;
  readonly edition: string;
  /** `new`: makes the edition · `over`: makes it anew where there is one · `onto`: pours into the one that there is */
  readonly how: 'new' | 'over' | 'onto';
}

/** What the files of an edition are made with, besides the manuscript. */
export interface EditionSurroundings {
  readonly options: ImportOptions;
  /** That of its sections. */
  readonly language: string;
  readonly files: Files;
  readonly shared: Shared;
  readonly adoption: Adoption;
  readonly now: Date;
}

/** A full page of text has about this many words, and some are not full. */
const wordsOfPage = 280;
const pagesBeside = 12;

/** All files that an import writes, and what stays of the edition that was there. */
export function editionFiles(
  imported: ImportedManuscript,
  surroundings: EditionSurroundings,
): EditionToPut & { readonly sections: ReadonlyMap<string, string> } {
  const { options, language, files, adoption, now } = surroundings;
  const { edition, how } = options;
  const sections = sectionFiles(imported.sections, language);
  const written = new Map<string, string | Uint8Array>([
    ...sections.map(({ path, section }) => [path, section.markdown] as const),
    ...imported.pictures,
    ...imported.tables.map(({ table, spec }) => [`tables/${table}.yaml`, spec] as const),
  ]);
  if (how === 'onto') {
    const meta = pouredMeta(sourceIn(files, `content/${edition}/edition.yaml`), imported, surroundings);
    written.set('edition.yaml', meta.yaml);
    const figures = [...imported.sections.flatMap((section) => section.figures), ...meta.figures];
    for (const [path, yaml] of figureFiles(figures, files, edition)) written.set(path, adoptedFile(yaml, adoption));
  } else {
    written.set('edition.yaml', newMeta(imported, surroundings));
    written.set('facts.yaml', '# yaml-language-server: $schema=../../schemas/facts.schema.json\n{}\n');
  }
  return {
    name: edition,
    files: written,
    keep: how === 'onto' ? { except: (path) => path.startsWith(`${language}/`) } : 'nothing',
    stamp: now.toISOString().replace(/[:.]/g, '-').replace('T', '-').slice(0, 19),
    sections: new Map(sections.map(({ path, section }) => [section.name, path])),
  };
}

/** Section files by path below the edition's folder, numbered in their order with room between. */
function sectionFiles(
  sections: readonly PouredSection[],
  language: string,
): readonly { readonly section: PouredSection; readonly path: string }[] {
  const step = Math.max(1, Math.min(10, Math.floor(99 / Math.max(1, sections.length))));
  return sections.map((section, index) => {
    const number = String((index + 1) * step).padStart(2, '0');
    return { section, path: `${language}/${number}-${section.name}.md` };
  });
}

/** The files of figures by their names: "chart aid-2020" stands in charts/aid-2020.yaml. */
function figureFiles(figures: readonly string[], files: Files, edition: string): ReadonlyMap<string, string> {
  return new Map(
    figures.flatMap((figure) => {
      const [kind, name] = figure.split(' ');
      const path = `${kind}s/${name}.yaml`;
      const yaml = name === undefined ? '' : sourceIn(files, `content/${edition}/${path}`);
      return yaml === '' ? [] : [[path, yaml] as const];
    }),
  );
}

/** Room for a manuscript: a page budget is for those who set one for their text, and this is another text. */
function pagesFor({ words, pictures, sections }: ImportedManuscript): number {
  const figures = sections.flatMap((section) => section.figures).length;
  return pagesBeside + Math.ceil(words / wordsOfPage) + pictures.size + figures;
}

function bytesFor({ words, pictures }: ImportedManuscript): number {
  const drawn = [...pictures.values()].reduce((sum, { length }) => sum + length, 0);
  return 1_500_000 + drawn * 2 + words * 20;
}

/**
 * edition.yaml of an edition whose text is another's now: a draft, not strict, with the title, names, date and first
 * sentences of the manuscript. All else stays, comments too.
 *
 * @returns the file, and the figures that its cover shows
 */
function pouredMeta(
  yaml: string,
  imported: ImportedManuscript,
  { adoption, shared }: Pick<EditionSurroundings, 'adoption' | 'shared'>,
): { readonly yaml: string; readonly figures: readonly string[] } {
  const { title, date, contributors, summary } = imported.meta;
  const own = ownPartners(imported, shared);
  const document = parseDocument(yaml);
  if (title !== '') setText(document, 'title', title);
  if (summary !== '') setText(document, 'summary', summary);
  if (date !== undefined) setText(document, 'date', date);
  // A list, even one that is empty, says that the text is its authors' own: their partners stand on its cover.
  if (contributors.length > 0 || !document.has('contributors'))
    document.set('contributors', document.createNode(contributors));
  if (own.length > 0) document.set('partners', document.createNode(own));
  setText(document, 'status', 'draft');
  // Its numbers are typed in: they are reported until they are facts, and the edition is built all the same.
  if (document.has('strict')) document.set('strict', false);
  raise(document, ['budgets', 'pages'], pagesFor(imported));
  raise(document, ['budgets', 'bytes'], bytesFor(imported));
  const cover = document.get('cover', true);
  if (isMap(cover)) {
    takeOwnSources(cover, adoption.ownSources);
    if (adoption.figures === 'labelled' && cover.has('key_figures') && !cover.has('adopted'))
      cover.set('adopted', false);
  }
  const map = isMap(cover) ? cover.get('map') : undefined;
  return {
    yaml: document.toString({ lineWidth: 120 }),
    figures: typeof map === 'string' ? [`map ${map}`] : [],
  };
}

/** The organisations that a manuscript names, if they are not just those of the series. */
function ownPartners({ meta }: ImportedManuscript, { series }: Shared): readonly { readonly name: string }[] {
  const known = new Set(series.value.partners.map(({ name }) => name));
  return meta.partners.every((name) => known.has(name)) ? [] : meta.partners.map((name) => ({ name }));
}

/** Keeps how the old value was written and what comments stand beside it. */
function setText(document: Document, key: string, value: string): void {
  const node = document.get(key, true);
  if (isScalar(node)) node.value = value;
  else document.set(key, value);
}

function raise(document: Document, path: readonly string[], least: number): void {
  const value = document.getIn(path);
  if (typeof value === 'number' && value < least) document.setIn(path, least);
}

/** edition.yaml of a new edition, a draft, with comments on what its authors must still say. */
function newMeta(imported: ImportedManuscript, surroundings: EditionSurroundings): string {
  const { options, files, shared, now } = surroundings;
  const { meta } = imported;
  const title = meta.title || imported.sections[0]?.title || options.edition;
  const { order, accent } = nextInSeries(files, options.edition, shared.tokens.value);
  const { force, country } = subjectOf(title);
  const value = (text: string) => stringify(text, { lineWidth: 0 }).trimEnd();
  const entryOf = (key: string, list: readonly (object | string)[]) =>
    list.length > 0 ? [stringify({ [key]: list }, { lineWidth: 0 }).trimEnd()] : [];
  const lines = [
    '# yaml-language-server: $schema=../../schemas/edition.schema.json',
    `title: ${value(title)}`,
    `short_title: ${value(shortTitle(title))} # for the running head`,
    `force: ${value(force ?? title)} # ${force === undefined ? 'to do: ' : ''}the partner force that the edition centers on`,
    `country: ${value(country ?? title)} # ${country === undefined ? 'to do: ' : ''}as the datasets and the map name it`,
    `order: ${order} # the place in the series`,
    ...(meta.date === undefined
      ? ['# date: "2031-06-15" # to do: when it comes out']
      : [`date: ${JSON.stringify(meta.date)}`]),
    `data_cutoff: "${now.toISOString().slice(0, 10)}" # to do: the latest date that any row in print may have`,
    'version: "0.1"',
    'status: draft # final, once it is complete: then partners and contributors are printed',
    `accent: ${accent} # one of those in styles/tokens.yaml`,
    ...entryOf('partners', ownPartners(imported, shared)),
    ...(meta.contributors.length > 0
      ? entryOf('contributors', meta.contributors)
      : ['contributors: [] # to do: who wrote it']),
    ...entryOf('keywords', [country ?? title]),
    `summary: ${value(meta.summary || title)}`,
    `budgets: { pages: ${pagesFor(imported)}, bytes: ${bytesFor(imported)} }`,
    'cover: {} # a map and up to four key figures',
  ];
  return `${lines.join('\n')}\n`;
}

/** The country and the force of a title in the form of the series: "The Case of Fictonia and the Fictonian Paper Fleet". */
function subjectOf(title: string): { readonly force: string | undefined; readonly country: string | undefined } {
  const [, country, force] = /\bCase of (?:the )?(.+?) and the (.+)$/u.exec(title) ?? [];
  return { force, country };
}

/** A title for the running head, from one in the form of the series: "The Case of Fictonia and the …" gives what stands before "and". */
export function shortTitle(title: string): string {
  return title.replace(/\s+and\s+the\s.*$/u, '');
}

/** What tells a new edition from the others of the series: the next number, and an accent that none has yet. */
export function nextInSeries(
  files: Files,
  edition: string,
  tokens: Tokens,
): { readonly order: number; readonly accent: string } {
  const others = listEditions(files)
    .filter((name) => name !== edition)
    .map((name) => parse(sourceIn(files, `content/${name}/edition.yaml`)) as OtherEdition);
  const orders = others.map((other) => (typeof other?.order === 'number' ? other.order : 0));
  const accents = Object.keys(tokens.accents);
  return {
    order: Math.max(0, ...orders) + 1,
    accent: accents.find((name) => others.every((other) => other?.accent !== name)) ?? accents[0] ?? '',
  };
}

/** An edition.yaml, which nothing is known of. */
type OtherEdition = { readonly order?: unknown; readonly accent?: unknown } | null;

/** Files that all editions share, with what the tables of a manuscript add to them, by path from the project's root. */
export function sharedFiles(tables: readonly TableFiles[], files: Files): ReadonlyMap<string, string> {
  if (tables.length === 0) return new Map();
  const resources = tables.map(({ resource }) => resource);
  return new Map([
    ...tables.map(({ dataset, csv }): [string, string] => [`data/${dataset}.csv`, csv]),
    ['data/datapackage.yaml', appendEntries(sourceIn(files, 'data/datapackage.yaml'), 'resources', resources)],
  ]);
}
