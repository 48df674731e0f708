import { parse } from 'yaml';
import { type Files, textOf } from '../press/read/files.ts';
import { listEditions } from '../press/read/read-edition.ts';
import type { Shared } from '../press/read/read-series.ts';
import { sectionFiles } from './edition-files.ts';
import { newMeta, pouredMeta } from './edition-meta.ts';
import type { ImportedManuscript } from './import-manuscript.ts';
import type { EditionToPut } from './put-edition.ts';
import type { ImportOptions } from './read-import-words.ts';

/** What the files of an edition are made with, besides the manuscript. */
export interface EditionSurroundings {
  readonly options: ImportOptions;
  /** That of its sections. */
  readonly language: string;
  readonly files: Files;
  readonly shared: Shared;
  readonly now: Date;
}

/** A new edition's page budget: a full page of text has about this many words, and some are not full. */
const wordsOfPage = 280;
const pagesBeside = 12;

/** All files that an import writes, and what stays of the edition that was there. */
export function filesOfEdition(
  imported: ImportedManuscript,
  surroundings: EditionSurroundings,
): EditionToPut & { readonly sections: ReadonlyMap<string, string> } {
  const { options, language, files, now } = surroundings;
  const { edition, how } = options;
  const sections = [...sectionFiles(imported.sections, language).values()];
  const written = new Map<string, string | Uint8Array>([
    ...sections.map(({ path, section }) => [path, section.markdown] as const),
    ...imported.pictures,
    ...imported.tables.map(({ table, spec }) => [`tables/${table}.yaml`, spec] as const),
  ]);
  const bytes = files.bytes(`content/${edition}/edition.yaml`);
  if (how === 'onto' && bytes) written.set('edition.yaml', pouredMeta(textOf(bytes), imported.meta));
  else {
    written.set('edition.yaml', newMeta({ ...imported.meta, ...placeInSeries(imported, surroundings) }));
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

/** What tells a new edition from the others of the series: the next number, and an accent that none has yet. */
function placeInSeries(imported: ImportedManuscript, { options, files, shared, now }: EditionSurroundings) {
  const others = listEditions(files)
    .filter((name) => name !== options.edition)
    .map(
      (name) =>
        parse(textOf(files.bytes(`content/${name}/edition.yaml`) ?? new Uint8Array())) as Record<string, unknown>,
    );
  const orders = others.map(({ order }) => (typeof order === 'number' ? order : 0));
  const accents = Object.keys(shared.tokens.value.accents);
  const pictures = [...imported.pictures.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    name: options.edition,
    title: imported.meta.title || imported.sections[0]?.title || options.edition,
    order: Math.max(0, ...orders) + 1,
    accent: accents.find((name) => others.every(({ accent }) => accent !== name)) ?? accents[0] ?? '',
    today: now.toISOString().slice(0, 10),
    pages: pagesBeside + Math.ceil(imported.words / wordsOfPage) + imported.pictures.size,
    bytes: 1_500_000 + pictures * 2 + imported.words * 20,
  };
}
