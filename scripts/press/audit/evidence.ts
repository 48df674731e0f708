import type { Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { AnsweredRun, EditionRun } from '../edition-run.ts';
import { claimMarks } from '../facts/claim-marks.ts';
import { factMarks } from '../facts/fact-marks.ts';
import { factText } from '../facts/fact-text.ts';
import { findTexts } from '../facts/find-texts.ts';
import { formatDate } from '../facts/format-date.ts';
import { filledIn } from '../numbers/printed-text.ts';
import { type FindTextInCells, findTextInCells } from '../numbers/source-places.ts';
import type { TypedNumeral } from '../numbers/typed-numbers.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';
import { type SourceAnswer, specOf } from '../trace/edition-answers.ts';

/** What an audit rests on: what an edition was compiled from, and what was found in it. The datasets are still open. */
export interface Audited {
  readonly run: AnsweredRun;
  /** Every numeral that is typed into its texts. */
  readonly typed: readonly TypedNumeral[];
  /** The descriptors of the datasets that it names. */
  readonly described: readonly Located<DatasetDescriptor>[];
}

/** All that numbers in print can be explained by. */
export interface Evidence {
  readonly language: string;
  readonly run: EditionRun;
  /** Every numeral that is typed into the edition’s texts. */
  readonly typed: readonly TypedNumeral[];
  /** By "chart aid-2020". */
  readonly answers: ReadonlyMap<string, AnswerEvidence>;
  /** The texts of edition.yaml that hold facts. */
  readonly filled: readonly FilledText[];
  readonly stated: readonly StatedValue[];
  /** Whether a file holds words that templates print: labels, properties of the edition, the series and the datasets. */
  readonly isOfTemplates: (file: string) => boolean;
  readonly findCell: FindTextInCells;
}

/** What a table, timeline, chart or map of an edition is made from, as its numbers in print are held against it. */
export interface AnswerEvidence {
  /** As the data give them, the main one first. */
  readonly tables: readonly Table[];
  /** The columns that its file shows to readers. */
  readonly columns: readonly string[];
  /** Where its query stands. */
  readonly place: Place;
  /** Its texts that hold facts. */
  readonly filled: readonly FilledText[];
}

/** A property of the edition or of a dataset as it is printed: a date, a version, a place in the series, a title. */
interface StatedValue {
  readonly text: string;
  /** The key that states it, and its place. */
  readonly name: string;
  readonly place: Place;
  /** The place of the blocks that print it; undefined for the words of templates that come from no one file. */
  readonly block: Place | undefined;
}

/** A text that is printed as plain words, and which of them are facts and claims. */
interface FilledText {
  /** As it is printed. */
  readonly text: string;
  /** The key of the file that holds it: alt, spec, title. */
  readonly key: string;
  readonly place: Place;
  readonly parts: readonly FilledPart[];
}

/** Words of a text that a fact gave, or that claim to be what a fact gives. */
export interface FilledPart {
  readonly kind: 'fact' | 'claim';
  readonly fact: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Gathers all that the numbers of an edition can be explained by.
 *
 * @param sources the answers that its charts, maps, tables and timelines are made of
 */
export function gatherEvidence({ run, typed, described }: Audited, sources: readonly SourceAnswer[]): Evidence {
  const { edition, written, dataPackage, sourceOf } = run;
  const answers = new Map(
    [...Map.groupBy(sources, ({ of }) => of)].flatMap(([of, asked]): readonly (readonly [string, AnswerEvidence])[] => {
      const spec = specOf(of, edition);
      const [main] = asked;
      if (!spec || !main) return [];
      const columns = 'columns' in spec.value ? (spec.value.columns ?? []).map(({ field }) => field) : [];
      const tables = asked.flatMap(({ table }) => table ?? []);
      return [[of, { tables, columns, place: main.place, filled: filledTexts(spec, run) }]];
    }),
  );
  const ofTemplates = [edition.meta, edition.series, edition.labels, ...described];
  const files = new Set(ofTemplates.map(({ at }) => at().file));
  return {
    language: edition.language,
    run,
    typed,
    answers,
    findCell: findTextInCells(dataPackage.value, sourceOf),
    // Those of the cover are prose, whose facts are marked in the page.
    filled: filledTexts(written.meta, run).filter(({ key }) => key !== 'cover'),
    stated: statedValues(run, described),
    isOfTemplates: (file) => files.has(file),
  };
}

/** The properties of an edition and its datasets that templates print, in the words in which they do. */
function statedValues({ edition }: AnsweredRun, described: Audited['described']): readonly StatedValue[] {
  const { language, labels, meta } = edition;
  const { order, date, data_cutoff, version } = meta.value;
  const properties = {
    data_cutoff: formatDate(data_cutoff, language),
    ...(date !== undefined && { date: formatDate(date, language) }),
    version,
  };
  const ordinal = labels.value[`ordinal-${order}`] ?? '';
  return [
    ...Object.entries(properties).map(([name, text]) => ({ text, name, place: meta.at(name), block: undefined })),
    ...[ordinal, String(order)].map((text) => ({ text, name: 'order', place: meta.at('order'), block: undefined })),
    ...described.flatMap(({ value: { sources, retrieved, licenses = [] }, at }): readonly StatedValue[] => [
      { text: formatDate(retrieved, language), name: 'retrieved', place: at('retrieved'), block: undefined },
      ...licenses.map(({ name, title }, index) => {
        return { text: title ?? name, name: 'licenses', place: at('licenses', index), block: undefined };
      }),
      ...sources.map(({ title }, index) => {
        return { text: title, name: 'sources', place: at('sources', index, 'title'), block: at() };
      }),
      // Of many sources their number is printed.
      { text: String(sources.length), name: 'sources', place: at('sources'), block: at() },
    ]),
  ];
}

/** The texts of a file that name facts, as they are printed: alternative text, titles of axes, labels of marks. */
function filledTexts(file: Located<unknown>, run: EditionRun): readonly FilledText[] {
  return findTexts(file, run.written.language).flatMap(({ text, path, place }) =>
    /:(?:fact|claim)\[/.test(text) ? [{ ...filledText(text, place, run), key: String(path[0]) }] : [],
  );
}

/** A text with its facts in words and its claims as they are typed. */
export function filledText(written: string, place: Place, run: EditionRun): Omit<FilledText, 'key'> {
  const facts = factMarks(written).map(({ name, as, start, end }) => {
    const words = factText(name, as, run, place, () => {});
    return { kind: 'fact' as const, fact: name, words: words ?? '', start, end };
  });
  const claims = claimMarks(written).map(({ words, fact = '', start, end }) => {
    return { kind: 'claim' as const, fact, words, start, end };
  });
  let text = '';
  let end = 0;
  const parts: FilledPart[] = [];
  for (const { kind, fact, words, ...mark } of [...facts, ...claims].toSorted((a, b) => a.start - b.start)) {
    text += written.slice(end, mark.start);
    end = mark.end;
    parts.push({ kind, fact, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text: text + written.slice(end), place, parts };
}

/** A text in which the words that facts and claims gave are blanked, each letter by what stands for filled-in words. */
export function blankParts(text: string, parts: readonly Pick<FilledPart, 'start' | 'end'>[]): string {
  return parts.reduce(
    (blanked, { start, end }) => blanked.slice(0, start) + filledIn.repeat(end - start) + blanked.slice(end),
    text,
  );
}
