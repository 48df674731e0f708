import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isScalar, parseDocument, visit, type YAMLMap } from 'yaml';
import { nameFrom } from '../import/names.ts';
import { shortTitle } from '../import/pour/edition-files.ts';
import { digestOf } from '../press/data/file-digest.ts';
import { findNumerals } from '../press/numerals/find-numerals.ts';
import type { Atlas } from '../press/read/atlas.ts';
import type { NewEdition } from './questions.ts';

/** What a new edition is made with, besides the answers of its author. */
interface SampleSurroundings {
  readonly seriesLanguage: string;
  readonly order: number;
  readonly accent: string;
  /** As the map names it. */
  readonly country: string;
  /** 2031-06-15 */
  readonly today: string;
}

/** A new edition, whose text and data are the sample. */
interface SampleEdition {
  /** Its files by path below its folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Its language, or English where the sample has no words in that. */
  readonly wordsIn: string;
  readonly csv: string;
  /** Entries for data/datapackage.yaml and content/sources.yaml, as lists. */
  readonly dataset: string;
  readonly source: string;
}

/** The name of dataset and source in the files of the sample. */
const placeholder = /\bedition-sample\b/g;

/** Fills the sample of scripts/new/sample/ with the answers. */
export function sampleEdition(edition: NewEdition, around: SampleSurroundings): SampleEdition {
  const sample = readSample();
  const languages = [...new Set([...sample.keys()].flatMap((path) => /^([a-z-]+)\/.*\.md$/.exec(path)?.[1] ?? []))];
  const wordsIn = languages.find((language) => language === edition.language.replace(/-.*/, '')) ?? 'en';
  const text = (path: string) => (sample.get(path) ?? '').replace(placeholder, `${edition.name}-sample`);
  const yaml = (path: string, fill: (document: Document) => void = () => {}) => {
    const document = parseDocument(text(path));
    chooseLanguage(document, wordsIn, languages);
    fill(document);
    return document.toString({ lineWidth: 0 });
  };
  const csv = text('sample.csv');
  const digest = digestOf(new TextEncoder().encode(csv));
  const parts = [...sample.keys()].filter((path) => /^(facts|[a-z]+\/[^/]+)\.yaml$/.test(path));
  const sections = [...sample.keys()].filter((path) => path.startsWith(`${wordsIn}/`));
  return {
    files: new Map([
      ['edition.yaml', yaml('edition.yaml', (document) => fillMeta(document, edition, around))],
      ...parts.map((path) => [path, yaml(path)] as const),
      ...sections.map((path) => [path.replace(wordsIn, edition.language), text(path)] as const),
    ]),
    wordsIn,
    csv,
    dataset: yaml('dataset.yaml', (document) => {
      setValue(document, [0, 'hash'], digest);
      setValue(document, [0, 'retrieved'], around.today);
    }),
    source: yaml('source.yaml', (document) => setValue(document, [0, 'issued'], around.today.slice(0, 4))),
  };
}

function fillMeta(document: Document, { title, force, date, language }: NewEdition, around: SampleSurroundings): void {
  const { seriesLanguage, order, accent, country, today } = around;
  const short = shortTitle(title);
  const values = { title, short_title: short, force, country, order, language, date, data_cutoff: today, accent };
  for (const [key, value] of Object.entries(values)) setValue(document, [key], value);
  if (language === seriesLanguage) document.delete('language');
  if (date === '') document.delete('date');
  setValue(document, ['keywords', 0], country);
  // A name with a number in it, such as "G5 Sahel", is no number.
  const names = [...new Set([title, short, force, country])].filter((name) => findNumerals(name, language).length > 0);
  if (names.length > 0) document.setIn(['declared', 'names'], document.createNode(names, { flow: true }));
}

/** Another value as it was written: with its quotation marks and its comment. */
function setValue(document: Document, path: readonly (string | number)[], value: unknown): void {
  const node = document.getIn(path, true);
  if (isScalar(node)) node.value = value;
}

/**
 * Puts one text in the place of each map of texts by language.
 *
 * @param languages all languages of the texts
 */
function chooseLanguage(document: Document, language: string, languages: readonly string[]): void {
  visit(document, {
    Map(_key, map) {
      if (!isByLanguage(map, languages)) return undefined;
      return document.createNode(map.get(language));
    },
  });
}

function isByLanguage({ items }: YAMLMap, languages: readonly string[]): boolean {
  return items.length > 0 && items.every(({ key }) => isScalar(key) && languages.includes(String(key.value)));
}

/** The files of the sample by path. Its YAML holds texts by language; a folder for each of them holds its sections. */
function readSample(): ReadonlyMap<string, string> {
  const folder = join(import.meta.dirname, 'sample');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return new Map(
    paths
      .filter((path) => /\.(yaml|md|csv)$/.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** The country that an edition's name means, as the atlas has it; else the name in words: "burkina-faso" is "Burkina Faso". */
export function countryOf(name: string, { countries }: Atlas): string {
  const meant = countries
    .filter((country) => name === nameFrom(country.name) || name.startsWith(`${nameFrom(country.name)}-`))
    .sort((one, other) => other.name.length - one.name.length)[0];
  return meant?.name ?? name.replace(/-/g, ' ').replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
