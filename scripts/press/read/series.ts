import type { Report } from '../diagnostics/diagnostic.ts';
import { type Located, readChecked } from './checked-yaml.ts';
import type { Files } from './files.ts';
import { type DataPackage, dataPackageSchema } from './schemas/data-package.ts';
import { type Series, seriesSchema } from './schemas/series.ts';
import type { Source } from './schemas/sources.ts';
import { type Tokens, tokensSchema } from './schemas/tokens.ts';
import { readSources } from './sources.ts';

/** What all editions share, read once a run. */
export interface Shared {
  readonly series: Located<Series>;
  readonly tokens: Located<Tokens>;
  readonly dataPackage: Located<DataPackage>;
  readonly sources: ReadonlyMap<string, Located<Source>>;
  /** What of it could not be read, as Broken has it. */
  readonly broken: readonly string[];
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
  const { sources, broken } = readSources(files, report);
  return series && tokens && dataPackage && { series, tokens, dataPackage, sources, broken };
}
