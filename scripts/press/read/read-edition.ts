import type { z } from 'zod';
import type { Report } from '../diagnostics/diagnostic.ts';
import { brokenOf, wholeFileOf } from './broken.ts';
import type { Edition, Located } from './edition.ts';
import { editionNameFault } from './edition-name.ts';
import { checkFinal } from './edition-status.ts';
import { type Files, listIn } from './files.ts';
import { readEntries } from './read-entries.ts';
import { readImages } from './read-images.ts';
import { readSections } from './read-sections.ts';
import type { Shared } from './read-series.ts';
import { chartSchema, mapSchema } from './schemas/chart.ts';
import { editionSchema } from './schemas/edition.ts';
import { factSchema } from './schemas/facts.ts';
import { labelsSchema } from './schemas/labels.ts';
import { tableSchema, timelineSchema } from './schemas/table.ts';
import { readChecked, readYaml } from './yaml-file.ts';

/** The names of all editions: the folders of content/ that hold an edition.yaml and have a name for one. */
export function listEditions(files: Files): readonly string[] {
  return foldersWithEdition(files).filter((name) => editionNameFault(name) === undefined);
}

/** Reports the folders that hold an edition.yaml, and no file could be called after on every system (rule file-name). */
export function reportEditionNames(files: Files, report: Report): void {
  for (const name of foldersWithEdition(files)) {
    const cure = editionNameFault(name);
    if (cure === undefined) continue;
    report({
      rule: 'file-name',
      place: { file: `content/${name}/edition.yaml`, line: 1, column: 1 },
      message: `"${name}" cannot name the folder of an edition`,
      cure,
    });
  }
}

/** What systems and editors hide, they keep for themselves. */
function foldersWithEdition(files: Files): readonly string[] {
  const shown = files.list('content').filter((name) => !name.startsWith('.'));
  return shown.filter((name) => files.list(`content/${name}`).includes('edition.yaml'));
}

/**
 * Reads one edition. What is wrong is reported and left out, and its name kept in `broken`;
 * undefined only where edition.yaml or the labels of its language cannot be used at all.
 */
export function readEdition(files: Files, name: string, shared: Shared, report: Report): Edition | undefined {
  const folder = `content/${name}`;
  const meta = readChecked(files, `${folder}/edition.yaml`, editionSchema, report);
  if (meta) checkFinal(meta, shared.series, report);
  const broken = new Set(shared.broken);
  const language = meta?.value.language ?? shared.series.value.language;
  const labels = readChecked(files, `content/labels/${language}.yaml`, labelsSchema, report);

  const folderOf = <Schema extends z.ZodType>(kind: string, schema: Schema) =>
    readFolder(files, { folder: `${folder}/${kind}s`, kind, schema }, broken, report);
  const parts = {
    facts: readFacts(files, `${folder}/facts.yaml`, broken, report),
    charts: folderOf('chart', chartSchema),
    tables: folderOf('table', tableSchema),
    maps: folderOf('map', mapSchema),
    timelines: folderOf('timeline', timelineSchema),
    sections: readSections(files, `${folder}/${language}`, report),
    images: readImages(files, folder, broken, report),
  };
  if (!meta || !labels) return undefined;
  const { series, sources } = shared;
  return { name, language, series, sources, meta, labels, ...parts, broken: brokenOf(broken) };
}

function readFacts(files: Files, file: string, broken: Set<string>, report: Report): Edition['facts'] {
  const yaml = readYaml(files, file, report);
  if (!yaml) {
    // It is reported once, and not again at each fact that is named somewhere.
    broken.add(wholeFileOf('fact'));
    return new Map();
  }
  return new Map(readEntries(yaml, 'fact', factSchema, broken, report).map(({ key, entry }) => [key, entry]));
}

interface FolderOf<Schema> {
  readonly folder: string;
  readonly kind: string;
  readonly schema: Schema;
}

/** Reads the files <name>.yaml of a folder: one chart, table, map or timeline each. */
function readFolder<Schema extends z.ZodType>(
  files: Files,
  { folder, kind, schema }: FolderOf<Schema>,
  broken: Set<string>,
  report: Report,
): ReadonlyMap<string, Located<z.output<Schema>>> {
  const found = new Map<string, Located<z.output<Schema>>>();
  for (const file of listIn(files, folder, report)) {
    const name = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/.exec(file)?.[1];
    if (name === undefined) {
      report({
        rule: 'file-name',
        place: { file: `${folder}/${file}`, line: 1, column: 1 },
        message: `"${file}" is not a name for a ${kind}`,
        cure: 'call it by small letters, digits and hyphens, with the ending .yaml',
      });
      continue;
    }
    const read = readChecked(files, `${folder}/${file}`, schema, report);
    if (read) found.set(name, read);
    else broken.add(`${kind} ${name}`);
  }
  return found;
}
