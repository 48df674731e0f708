import type { JudgedPdf } from '../structure/judged-pdf.ts';
import type { StructureElement, StructureNode } from '../structure/structure.ts';

/** The most characters of a tag's words that are shown. */
const mostShown = 50;

/** Tags by the words that people have for them (ISO 32000-1, 14.8.4). */
const names: Readonly<Record<string, string>> = {
  ...{ P: 'paragraph', H: 'heading', L: 'list', LI: 'list entry', Lbl: 'label', LBody: 'list entry’s text' },
  ...{ Table: 'table', TR: 'table row', TH: 'head of a row or column', TD: 'table cell', Caption: 'caption' },
  ...{ Figure: 'picture', Link: 'link', Note: 'note', Reference: 'call of a note', Span: 'words', Formula: 'formula' },
  ...{ TOC: 'contents list', TOCI: 'entry of the contents', BlockQuote: 'quotation', Code: 'code' },
};

/**
 * Says in words where a failure is.
 *
 * @param context the judge's path of objects: "root/document[0]/pages[2](19 0 obj PDPage)/annots[0](12 0 obj …)"
 */
export function findPlace(context: string, pdf: JudgedPdf): string {
  const page = /\bpages\[(\d+)\]/.exec(context)?.[1];
  const onPage = page === undefined ? undefined : `page ${Number(page) + 1}`;
  const tag = elementIn(context, pdf.structure);
  if (tag) return [onPage ?? pageWords(tag), tagWords(tag, pdf)].filter(Boolean).join(', ');
  const font = /\bfont\[\d+\]\(([^)]+)\)/.exec(context)?.[1]?.replace(/^[A-Z]{6}\+/, '');
  if (font !== undefined) return [onPage, `the font ${font}`].filter(Boolean).join(', ');
  if (/\bannots\[/.test(context)) return `${onPage}, a link`;
  if (/\bcontentStream\[/.test(context)) return `${onPage}, something that is drawn`;
  return onPage ?? 'the file as a whole';
}

/** The innermost tag that the path goes through: "(445 0 obj SEP P)". */
function elementIn(context: string, structure: readonly StructureNode[]): StructureElement | undefined {
  const numbers = [...context.matchAll(/\((\d+) \d+ obj SE\w+ /g)].map(([, number]) => Number(number));
  const last = numbers.at(-1);
  return last === undefined ? undefined : find(last, structure);
}

function find(object: number, nodes: readonly StructureNode[]): StructureElement | undefined {
  for (const node of nodes) {
    if (node.kind !== 'element') continue;
    const found = node.object === object ? node : find(object, node.kids);
    if (found) return found;
  }
  return undefined;
}

function pageWords(tag: StructureElement): string {
  const page = firstPage(tag);
  return page === undefined ? '' : `page ${page}`;
}

function firstPage(node: StructureNode): number | undefined {
  if (node.kind === 'mark') return node.page;
  return node.kind === 'element' ? node.kids.map(firstPage).find((page) => page !== undefined) : undefined;
}

function tagWords(tag: StructureElement, pdf: JudgedPdf): string {
  const kind = /^H[1-6]$/.test(tag.type) ? `heading of level ${tag.type.slice(1)}` : (names[tag.type] ?? tag.type);
  const words = (tag.alt ?? textIn(tag, pdf)).replace(/\s+/g, ' ').trim();
  if (words === '') return `${kind} without words`;
  return `${kind} “${words.length > mostShown ? `${words.slice(0, mostShown).trimEnd()}…` : words}”`;
}

function textIn(node: StructureNode, pdf: JudgedPdf): string {
  if (node.kind === 'mark') return pdf.texts.get(node.key) ?? '';
  return node.kind === 'element' ? node.kids.map((kid) => textIn(kid, pdf)).join(' ') : '';
}
