import type { Kept } from '../bench.ts';
import type { MeasuredSaves } from './measure-saves.ts';

/** What may pass besides compiling, as a part of what a warm browser takes to print the same page. */
const mostOfPrint = 1.5;

/** What of the promise holds by these measurements. */
export function keptBy(found: readonly Pick<MeasuredSaves, 'beyond'>[]): readonly Kept[] {
  const worst = found.length > 0 ? Math.max(...found.map(({ beyond }) => beyond)) : Number.NaN;
  return [
    {
      promise: `from a save to new pages passes compiling and at most ${mostOfPrint} times printing the same page again: ${worst.toFixed(2)}`,
      holds: worst <= mostOfPrint,
    },
  ];
}
