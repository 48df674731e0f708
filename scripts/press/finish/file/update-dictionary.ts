import type { Draft } from './draft.ts';
import { isDictionary, isReference, type PdfObject } from './objects.ts';

/**
 * Gives the dictionary that a reference leads to other entries; those that are undefined are taken out.
 *
 * @throws Error when there is no dictionary
 */
export function updateDictionary(
  draft: Draft,
  reference: PdfObject | undefined,
  entries: Readonly<Record<string, PdfObject | undefined>>,
): void {
  const before = draft.resolve(reference);
  if (!isReference(reference) || !isDictionary(before)) throw new Error('there is no dictionary to be changed');
  const after = new Map(before);
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) after.delete(key);
    else after.set(key, value);
  }
  draft.replace(reference, after);
}
