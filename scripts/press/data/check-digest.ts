import type { Report } from '../diagnostics/diagnostic.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';
import type { DataFile } from './data-file.ts';
import { fileDigest } from './file-digest.ts';

/**
 * Reports a file that is not the one that was accepted, by its digest, and a dataset that has none: a changed figure is to
 * be noticed by somebody.
 *
 * @returns the digest of the file as it is, in the form of the descriptor
 */
export async function checkDigest(
  { value: { name, hash }, at }: Located<DatasetDescriptor>,
  { path, file }: DataFile,
  report: Report,
): Promise<{ readonly digest: string; readonly state: 'accepted' | 'changed' | 'none' }> {
  const digest = await fileDigest(path);
  if (hash === digest) return { digest, state: 'accepted' };
  if (hash === undefined) {
    report({
      rule: 'dataset-digest',
      place: at('path'),
      message: `the dataset "${name}" has no digest, so that nobody would notice a change of ${file}`,
      cure: `look the file over, then run npm run data -- accept ${name}`,
    });
    return { digest, state: 'none' };
  }
  report({
    rule: 'dataset-digest',
    place: at('hash'),
    message: `${file} is not the file that was accepted: its digest has changed`,
    cure: `run npm run data -- changes ${name} to see what changes in print, then npm run data -- accept ${name}`,
  });
  return { digest, state: 'changed' };
}
