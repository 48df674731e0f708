import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sample that a new edition begins with, as files by path: scripts/new/sample/. */
export type SampleFiles = ReadonlyMap<string, string>;

/** Reads the sample. Its YAML holds texts by language; a folder for each of them holds its sections. */
export function readSample(): SampleFiles {
  const folder = join(import.meta.dirname, 'sample');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return new Map(
    paths
      .filter((path) => /\.(yaml|md|csv)$/.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}
