import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { type Located, readEntries } from './checked-yaml.ts';
import type { Files } from './files.ts';
import { textIn } from './labels.ts';
import type { EditionMeta } from './schemas/edition.ts';
import type { Series } from './schemas/series.ts';
import { type Source, sourceSchema } from './schemas/sources.ts';

/** The bibliographic records of a series. */
interface Sources {
  /** By their ids. */
  readonly sources: ReadonlyMap<string, Located<Source>>;
  /** Those that are wrong, which was reported, as Broken has them. */
  readonly broken: readonly string[];
}

/** Reads content/sources.yaml. Of two sources with one id, which is reported, the second counts. */
export function readSources(files: Files, report: Report): Sources {
  const file = 'content/sources.yaml';
  const { entries, broken } = readEntries(files, { file, kind: 'source', schema: sourceSchema }, report);
  const sources = new Map<string, Located<Source>>();
  for (const [, source] of entries) {
    const { id } = source.value;
    if (sources.has(id)) {
      report({
        rule: 'source-duplicate',
        place: source.at('id'),
        message: `a second source has the id "${id}"`,
        cure: 'give one of the two another id, or take one out',
      });
    }
    sources.set(id, source);
  }
  return { sources, broken };
}

/** What names sources: a chart, map, table or timeline, and a chart's layers. */
export interface Sourced {
  readonly source: readonly string[];
  readonly more_data?: Readonly<Record<string, { readonly source?: readonly string[] | undefined }>> | undefined;
}

/** The sources of a figure: its own, then those of its layers that it does not name itself; each with where it is named. */
export function figureSources({
  value,
  at,
}: Located<Sourced>): readonly { readonly id: string; readonly place: Place }[] {
  const named = [
    ...value.source.map((id) => ({ id, place: at('source') })),
    ...Object.entries(value.more_data ?? {}).flatMap(([name, { source = [] }]) =>
      source.map((id) => ({ id, place: at('more_data', name, 'source') })),
    ),
  ];
  return named.filter(({ id }, index) => named.findIndex((other) => other.id === id) === index);
}

/** What an edition is known by. */
interface Titled {
  readonly language: string;
  readonly meta: Located<Pick<EditionMeta, 'title'>>;
  readonly series: Located<Pick<Series, 'title'>>;
}

/** Whether a source is the very edition that cites it: it has the edition’s title, and no other series than the edition’s. */
export function isEditionItself(source: Source, { language, meta, series }: Titled): boolean {
  // A title that is missing in the language is reported where it is printed.
  const titleOf = ({ value, at }: Located<{ readonly title: EditionMeta['title'] }>) =>
    lettersOf(textIn(value.title, language, at(), () => {}));
  const within = source['container-title'];
  return lettersOf(source.title) === titleOf(meta) && (within === undefined || lettersOf(within) === titleOf(series));
}

/** A title without what people write differently: capitals, accents in two characters, stops and quotation marks. */
function lettersOf(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
