import type { JudgedPdf } from '../structure/judged-pdf.ts';
import type { StructureElement, StructureNode } from '../structure/structure.ts';
import type { Counts, Passages } from './read-page.ts';

/** A text that the tags of a PDF say. */
export interface SpokenText {
  readonly text: string;
  /** A list's mark ("1.", "•") is said, and is not in the HTML. */
  readonly kind: 'text' | 'mark';
}

/** What the tags of a PDF say, in their order. */
export interface SpokenPdf {
  readonly texts: readonly SpokenText[];
  readonly counts: Counts;
  /** What they say in other languages than the document's, all together, by the language. */
  readonly passages: Passages;
}

const parts: Readonly<Record<string, string>> = {
  ...{ L: 'list', TOC: 'list', LI: 'list entry', TOCI: 'list entry', Note: 'note', Figure: 'figure' },
  ...{ Table: 'table', TR: 'table row', TH: 'table head', TD: 'table cell' },
  ...{ H1: 'H1', H2: 'H2', H3: 'H3', H4: 'H4', H5: 'H5', H6: 'H6' },
};

/** Reads the tags of a PDF as a screen reader would: what stands for a part is said in its place (ISO 32000-1, 14.9.3-4). */
export function readSpoken({ structure, texts }: JudgedPdf): SpokenPdf {
  const said: SpokenText[] = [];
  const counts = new Map<string, number>();
  const passages = new Map<string, string>();
  let language = '';
  const say = (text: string, kind: SpokenText['kind']): void => {
    said.push({ text, kind });
    if (language !== '' && kind === 'text') passages.set(language, `${passages.get(language) ?? ''}${text}`);
  };
  const visit = (node: StructureNode, kind: SpokenText['kind']): void => {
    if (node.kind === 'mark') say(texts.get(node.key) ?? '', kind);
    if (node.kind !== 'element') return;
    const around = language;
    // That of the whole is no other.
    if (node.language !== undefined && node.type !== 'Document') language = node.language;
    const part = partOf(node);
    if (part !== undefined) counts.set(part, (counts.get(part) ?? 0) + 1);
    const instead = node.actualText ?? (node.type === 'Figure' || node.type === 'Formula' ? node.alt : undefined);
    if (instead !== undefined) say(instead, kind);
    else for (const kid of node.kids) visit(kid, node.type === 'Lbl' ? 'mark' : kind);
    language = around;
  };
  for (const node of structure) visit(node, 'text');
  return { texts: said, counts, passages };
}

/** A link counts where it can be clicked. */
function partOf(element: StructureElement): string | undefined {
  if (element.type !== 'Link') return parts[element.type];
  return element.kids.some(isClickable) ? 'link' : undefined;
}

function isClickable(node: StructureNode): boolean {
  return node.kind === 'annotation' || (node.kind === 'element' && node.kids.some(isClickable));
}
