import type { Draft } from './draft.ts';
import { isArray, type PdfObject } from './objects.ts';

/** The numbers of an array, wherever it and they stand. @throws Error when it is none, or not of so many numbers */
export function readNumbers(draft: Draft, object: PdfObject | undefined, count: number): readonly number[] {
  const array = draft.resolve(object);
  const items = isArray(array) ? array.map((item) => draft.resolve(item)) : [];
  const numbers = items.filter((item) => typeof item === 'number');
  if (items.length !== count || numbers.length !== count) throw new Error(`there are not ${count} numbers`);
  return numbers;
}
