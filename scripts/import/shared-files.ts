import { type Files, sourceIn } from '../press/read/files.ts';
import type { Shared } from '../press/read/read-series.ts';
import { appendEntries } from './append-entry.ts';
import type { TableFiles } from './table-files.ts';
import type { TableNaming } from './take-tables.ts';

/** Files that all editions share, with what an import adds to them, by path from the project's root. */
export function sharedFiles(
  tables: readonly TableFiles[],
  { source, sourceTitle }: TableNaming,
  files: Files,
  shared: Shared,
): ReadonlyMap<string, string> {
  if (tables.length === 0) return new Map();
  const text = (path: string) => sourceIn(files, path);
  const record = { id: source, type: 'document', title: sourceTitle };
  const resources = tables.map(({ resource }) => resource);
  return new Map([
    ...tables.map(({ dataset, csv }): [string, string] => [`data/${dataset}.csv`, csv]),
    ['data/datapackage.yaml', appendEntries(text('data/datapackage.yaml'), 'resources', resources)],
    ...(shared.sources.has(source)
      ? []
      : [['content/sources.yaml', appendEntries(text('content/sources.yaml'), undefined, [record])] as const]),
  ]);
}
