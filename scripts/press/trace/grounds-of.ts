import { type Files, sourceIn } from '../read/files.ts';
import type { Shared } from '../read/series.ts';
import type { Grounds } from './fact-places.ts';

/** The files of a project as places lead to them. */
export function groundsOf(files: Files, { dataPackage }: Pick<Shared, 'dataPackage'>): Grounds {
  return { sourceOf: (file) => sourceIn(files, file), dataPackage: dataPackage.value };
}
