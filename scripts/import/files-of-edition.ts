import { type Files, textOf } from '../press/read/files.ts';
import type { Shared } from '../press/read/read-series.ts';
import { sectionFiles } from './edition-files.ts';
import { newMeta, pouredMeta } from './edition-meta.ts';
import type { ImportedManuscript } from './import-manuscript.ts';
import { nextInSeries } from './next-in-series.ts';
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

/** Its place in the series, and budgets that leave it room. */
function placeInSeries(imported: ImportedManuscript, { options, files, shared, now }: EditionSurroundings) {
  const pictures = [...imported.pictures.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    ...nextInSeries(files, options.edition, shared.tokens.value),
    name: options.edition,
    title: imported.meta.title || imported.sections[0]?.title || options.edition,
    today: now.toISOString().slice(0, 10),
    pages: pagesBeside + Math.ceil(imported.words / wordsOfPage) + imported.pictures.size,
    bytes: 1_500_000 + pictures * 2 + imported.words * 20,
  };
}
