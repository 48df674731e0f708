import type { Report } from '../diagnostics/diagnostic.ts';
import { wholeFileOf } from './broken.ts';
import type { Located } from './edition.ts';
import type { Files } from './files.ts';
import { readEntries } from './read-entries.ts';
import { type DataPackage, dataPackageSchema } from './schemas/data-package.ts';
import { type Series, seriesSchema } from './schemas/series.ts';
import { type Source, sourceSchema } from './schemas/sources.ts';
import { type Tokens, tokensSchema } from './schemas/tokens.ts';
import { readChecked, readYaml } from './yaml-file.ts';

/** What all editions share, read once a run. */
export interface Shared {
  readonly series: Located<Series>;
  readonly tokens: Located<Tokens>;
  readonly dataPackage: Located<DataPackage>;
  readonly sources: ReadonlyMap<string, Located<Source>>;
  readonly broken: ReadonlySet<string>;
}

/** Reads what all editions share; undefined where a part without which no edition can be made is not right. */
export function readShared(files: Files, report: Report): Shared | undefined {
  const series = readChecked(files, 'content/series.yaml', seriesSchema, report);
  const tokens = readChecked(files, 'styles/tokens.yaml', tokensSchema, report);
  const dataPackage = readChecked(files, 'data/datapackage.yaml', dataPackageSchema, report);
  // An edition whose folder is a link is none, which would not be noticed.
  for (const name of files.list('content')) {
    const refusal = files.refusal(`content/${name}`, 'either');
    if (refusal) report(refusal);
  }
  const broken = new Set<string>();
  const sources = readSources(files, broken, report);
  return series && tokens && dataPackage && { series, tokens, dataPackage, sources, broken };
}

function readSources(files: Files, broken: Set<string>, report: Report): ReadonlyMap<string, Located<Source>> {
  const yaml = readYaml(files, 'content/sources.yaml', report);
  const sources = new Map<string, Located<Source>>();
  if (!yaml) {
    broken.add(wholeFileOf('source'));
    return sources;
  }
  for (const { entry } of readEntries(yaml, 'source', sourceSchema, broken, report)) {
    const { id } = entry.value;
    if (sources.has(id)) {
      report({
        rule: 'source-duplicate',
        place: entry.at('id'),
        message: `a second source has the id "${id}"`,
        cure: 'give one of the two another id, or take one out',
      });
    }
    sources.set(id, entry);
  }
  return sources;
}
