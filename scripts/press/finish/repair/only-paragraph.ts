import type { Kid } from '../structure/element.ts';

/** What a label's body, a cell or a caption holds: a paragraph that is all of it needs no tag of its own. */
export function withoutOnlyParagraph(kids: readonly Kid[]): readonly Kid[] {
  const [only] = kids;
  return kids.length === 1 && only?.kind === 'element' && only.type === 'P' ? only.kids : kids;
}
