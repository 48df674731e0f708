import type { Root } from 'mdast';
import type { PlaceAt, ProseContext } from './context.ts';
import { slipsIn } from './slips-in.ts';

/** Reports the slips of a text. */
export function reportSlips(
  { tree, markdown, placeAt }: { readonly tree: Root; readonly markdown: string; readonly placeAt: PlaceAt },
  { edition, report }: Pick<ProseContext, 'edition' | 'report'>,
): void {
  for (const { rule, start, message, cure } of slipsIn(tree, markdown, edition.sources)) {
    report({ rule, place: placeAt(start), message, cure });
  }
}
