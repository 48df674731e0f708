import type { TableColumn } from '../prose/prose.ts';

/** Which columns stand at the right: those of numbers, but for the first ones, which head the rows. */
export function numericColumns(columns: readonly TableColumn[], heading: number): readonly boolean[] {
  return columns.map(({ format }, index) => index >= heading && format !== 'text' && format !== 'date');
}
