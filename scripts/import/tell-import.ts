import { visibleLines } from '../press/diagnostics/visible-text.ts';
import type { ImportedManuscript } from './import-manuscript.ts';
import type { ImportOptions } from './read-import-words.ts';

/** What an import did, for the one who called for it. */
export interface DoneImport {
  readonly options: ImportOptions;
  readonly imported: ImportedManuscript;
  /** The file of each section from the project's root, by the section's name. */
  readonly files: ReadonlyMap<string, string>;
  readonly backup: string | undefined;
  /** The record of the manuscript in content/sources.yaml, which its tables have. */
  readonly source: string;
}

/** The report of an import, as text. */
export function tellImport({ options, imported, files, backup, source }: DoneImport): string {
  const { sections, gone, meta, pictures, tables, notices, words } = imported;
  const { edition, how } = options;
  const width = Math.max(...sections.map(({ name }) => (files.get(name) ?? '').length));
  const lines = [
    `${words} words of ${options.manuscript} are in content/${edition}, every one in its place`,
    ...sections.map((section) => {
      const file = (files.get(section.name) ?? '').padEnd(width);
      return `  ${file}  ${told[section.from]}${blocks(section.blocks)}`;
    }),
    ...gone.map((title) => `  gone, since the manuscript has no such section: “${title}”`),
    ...(meta.title === '' ? [] : [`title: ${meta.title}`]),
    ...(meta.date === undefined ? [] : [`date: ${meta.date}`]),
    ...meta.contributors.map(
      ({ name, role, organisation }) => `contributor: ${[name, role, organisation].filter(Boolean).join(', ')}`,
    ),
    ...(pictures.size === 0 ? [] : [`pictures: ${[...pictures.keys()].join(', ')}`]),
    ...tables.map(
      ({ table, dataset, resource }) =>
        `table: “${resource.title}” is data now, data/${dataset}.csv, with an entry "${dataset}" in data/datapackage.yaml, placed by ::table[${table}]`,
    ),
    ...(tables.length === 0
      ? []
      : [
          `source: say in content/sources.yaml, at "${source}", where these numbers come from; until then the name of the file is printed`,
        ]),
    ...notices.map((notice) => `note: ${notice}`),
    ...(how === 'onto' ? [] : [`content/${edition}/edition.yaml says in its comments what is still to be filled in`]),
    ...(how === 'onto' ? ['status: final, with the text of its authors'] : []),
    ...(backup === undefined ? [] : [`what was there before is in ${backup}; README.md says how to go back to it`]),
  ];
  return visibleLines(lines);
}

const told = {
  'given way': 'the manuscript’s text',
  new: 'new',
  kept: 'not in the manuscript: only its heading and what it places are left',
} as const;

function blocks(count: number): string {
  if (count === 0) return '';
  return `, ${count} ${count === 1 ? 'chart, table or the like stays' : 'charts, tables or the like stay'}`;
}
