import { type Files, textOf } from '../read/files.ts';
import type { Shared } from '../read/read-series.ts';
import type { Grounds } from './fact-places.ts';

/** The files of a project as places lead to them. */
export function groundsOf(files: Files, { dataPackage }: Pick<Shared, 'dataPackage'>): Grounds {
  return { sourceOf: (file) => textOf(files.bytes(file) ?? new Uint8Array()), dataPackage: dataPackage.value };
}
