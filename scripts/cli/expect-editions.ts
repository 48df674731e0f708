import { didYouMean } from '../press/diagnostics/did-you-mean.ts';

/** @throws Error for a wanted edition that there is not, with the one that may be meant */
export function expectEditions(wanted: readonly string[], all: readonly string[]): void {
  for (const name of wanted) {
    if (!all.includes(name)) throw new Error(`There is no edition "${name}": ${didYouMean(name, all, 'editions')}`);
  }
}
