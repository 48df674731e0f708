import type { z } from 'zod';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type Broken, brokenOf, type Located, readChecked, readEntries } from './checked-yaml.ts';
import { checkFinal } from './edition-status.ts';
import { bytesIn, type Files, listIn, textOf } from './files.ts';
import { type ImageFile, readImages } from './images.ts';
import { type EditionMeta, editionSchema } from './schemas/edition.ts';
import { type FactSpec, factSchema } from './schemas/facts.ts';
import {
  type ChartSpec,
  chartSchema,
  type MapSpec,
  mapSchema,
  type TableSpec,
  type TimelineSpec,
  tableSchema,
  timelineSchema,
} from './schemas/figures.ts';
import { type Labels, labelsSchema } from './schemas/labels.ts';
import type { Series } from './schemas/series.ts';
import type { Source } from './schemas/sources.ts';
import type { Shared } from './series.ts';

/** One factsheet as its authors wrote it: read, checked against its schemas, and not yet resolved. */
export interface Edition {
  /** The name of its folder. */
  readonly name: string;
  readonly language: string;
  readonly series: Located<Series>;
  readonly meta: Located<EditionMeta>;
  readonly labels: Located<Labels>;
  /** In the order of their numbers. */
  readonly sections: readonly SectionFile[];
  readonly facts: ReadonlyMap<string, Located<FactSpec>>;
  readonly charts: ReadonlyMap<string, Located<ChartSpec>>;
  readonly tables: ReadonlyMap<string, Located<TableSpec>>;
  readonly maps: ReadonlyMap<string, Located<MapSpec>>;
  readonly timelines: ReadonlyMap<string, Located<TimelineSpec>>;
  readonly sources: ReadonlyMap<string, Located<Source>>;
  /** By path from the edition's folder: "images/camp.png". */
  readonly images: ReadonlyMap<string, ImageFile>;
  readonly broken: Broken;
}

/** One markdown file of an edition. */
export interface SectionFile {
  /** The file's name without its number and ending: "civilian-harm". */
  readonly name: string;
  readonly file: string;
  readonly markdown: string;
}

/**
 * Reads one edition. What is wrong is reported and left out, and its name kept in `broken`;
 * undefined only where edition.yaml or the labels of its language cannot be used at all.
 */
export function readEdition(files: Files, name: string, shared: Shared, report: Report): Edition | undefined {
  const folder = `content/${name}`;
  const { series, sources } = shared;
  const meta = readChecked(files, `${folder}/edition.yaml`, editionSchema, report);
  if (meta) checkFinal(meta, series, report);
  const language = meta?.value.language ?? series.value.language;
  const labels = readChecked(files, `content/labels/${language}.yaml`, labelsSchema, report);
  const facts = readEntries(files, { file: `${folder}/facts.yaml`, kind: 'fact', schema: factSchema }, report);
  const charts = readFolder(files, folder, 'chart', chartSchema, report);
  const tables = readFolder(files, folder, 'table', tableSchema, report);
  const maps = readFolder(files, folder, 'map', mapSchema, report);
  const timelines = readFolder(files, folder, 'timeline', timelineSchema, report);
  const sections = readSections(files, `${folder}/${language}`, report);
  const { images, broken } = readImages(files, folder, report);
  if (!meta || !labels) return undefined;
  return {
    name,
    language,
    series,
    meta,
    labels,
    sections,
    facts: new Map(facts.entries),
    charts: charts.specs,
    tables: tables.specs,
    maps: maps.specs,
    timelines: timelines.specs,
    sources,
    images,
    broken: brokenOf([
      ...shared.broken,
      ...facts.broken,
      ...charts.broken,
      ...tables.broken,
      ...maps.broken,
      ...timelines.broken,
      ...broken,
    ]),
  };
}

/** What a folder of specifications holds. */
interface SpecFolder<Spec> {
  readonly specs: ReadonlyMap<string, Located<Spec>>;
  /** Those that are wrong, which was reported, as Broken has them. */
  readonly broken: readonly string[];
}

/**
 * Reads the files <name>.yaml of a folder: one chart, table, map or timeline each.
 *
 * @param kind what a file is: the charts of an edition are in its folder charts/
 */
function readFolder<Schema extends z.ZodType>(
  files: Files,
  edition: string,
  kind: string,
  schema: Schema,
  report: Report,
): SpecFolder<z.output<Schema>> {
  const folder = `${edition}/${kind}s`;
  const specs = new Map<string, Located<z.output<Schema>>>();
  const broken: string[] = [];
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
    const spec = readChecked(files, `${folder}/${file}`, schema, report);
    if (spec) specs.set(name, spec);
    else broken.push(`${kind} ${name}`);
  }
  return { specs, broken };
}

/** Reads the sections of one language in the order of their numbers. */
export function readSections(files: Files, folder: string, report: Report): readonly SectionFile[] {
  const sections: SectionFile[] = [];
  const names = files.list(folder);
  if (names.length === 0) {
    const missing = {
      rule: 'file-missing',
      place: { file: folder, line: 1, column: 1 },
      message: `there is no section in ${folder}`,
      cure: 'add one, named like 10-summary.md',
    } as const;
    report(files.refusal(folder, 'folder') ?? missing);
  }
  for (const fileName of names) {
    const file = `${folder}/${fileName}`;
    const name = /^\d{2}-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(fileName)?.[1];
    if (name === undefined || sections.some((section) => section.name === name)) {
      report({
        rule: 'file-name',
        place: { file, line: 1, column: 1 },
        message:
          name === undefined ? `"${fileName}" is not a name for a section` : `a second section is named "${name}"`,
        cure: 'name it by two digits for its place, a hyphen, and a name of its own, like 40-assistance.md',
      });
      continue;
    }
    const bytes = bytesIn(files, file, report);
    if (bytes) sections.push({ name, file, markdown: textOf(bytes) });
  }
  return sections;
}
