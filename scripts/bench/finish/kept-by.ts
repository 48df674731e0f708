import type { Kept } from '../bench.ts';
import type { Measured } from './measure-document.ts';

/** Finishing may take this part of what a bare script takes to start the browser and print the same page. */
const mostOfPrint = 0.2;
/** A page of the longest document may take this many times what a page of the shortest takes. */
const mostGrowth = 1.5;

/**
 * What of the promises holds.
 *
 * @param growing measurements of documents of one kind, of the shortest first
 * @param others measurements of other documents
 */
export function keptBy(growing: readonly Measured[], others: readonly Measured[]): readonly Kept[] {
  const found = [...growing, ...others];
  const ratio = Math.max(...found.map(({ finish, print }) => finish / print), found.length > 0 ? 0 : Number.NaN);
  const perPage = growing.map(({ finish, pages }) => finish / pages);
  const growth = (perPage.at(-1) ?? Number.NaN) / (perPage[0] ?? Number.NaN);
  return [
    {
      promise: `finishing takes at most ${mostOfPrint} of what a bare script takes to start the browser and print: ${ratio.toFixed(3)}`,
      holds: ratio <= mostOfPrint,
    },
    {
      promise: `a page of the longest takes at most ${mostGrowth} times one of the shortest: ${growth.toFixed(2)}`,
      holds: growth <= mostGrowth,
    },
  ];
}
