import type { Attributes } from '../structure/attributes.ts';
import { type Element, element, type Kid, marksUnder, withKids } from '../structure/element.ts';
import { isInline } from '../structure/structure-types.ts';
import { withoutOnlyParagraph } from './lists.ts';
import type { Rule } from './rule.ts';

/**
 * Tables as ISO 32000-1, 14.8.4.3.4, has them: a `Caption`, where there is one, a `THead` of the rows that head columns
 * only, a `TBody`, whatever groups the rows had before. What Chromium has before the rows is what the caption holds.
 *
 * @throws Error when a table holds what can be neither, with its type and page
 */
export const completeTables: Rule = {
  types: ['Table', 'TD', 'TH'],
  repair(tag): Element {
    if (tag.type !== 'Table') return withKids(tag, withoutOnlyParagraph(tag.kids));
    const rows = rowsOf(tag);
    const caption = captionOf(tag);
    const count = rows.findIndex((row) => !row.kids.every(isColumnHead));
    const head = rows.slice(0, Math.max(0, count));
    return {
      ...tag,
      kids: [
        ...(caption ? [withKids(caption, withoutOnlyParagraph(caption.kids))] : []),
        ...(head.length > 0 ? [element('THead', head)] : []),
        element('TBody', rows.slice(head.length)),
      ],
    };
  },
};

/** Blocks of a caption. */
const blocks: ReadonlySet<string> = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L']);

function captionOf(table: Element): Element | undefined {
  const parts = table.kids.filter((kid) => !holdsRows(kid));
  const isBefore = !table.kids.slice(0, parts.length).some(holdsRows);
  for (const part of parts) {
    const isPart = isInline(part) || (part.kind === 'element' && (part.type === 'Caption' || blocks.has(part.type)));
    if (!isPart || !isBefore) throw strange(table, part);
  }
  const [only] = parts;
  if (only?.kind === 'element' && only.type === 'Caption' && parts.length === 1) return only;
  const kids = parts.flatMap((part) => (part.kind === 'element' && part.type === 'Caption' ? part.kids : [part]));
  return kids.length === 0 ? undefined : element('Caption', kids);
}

function strange(table: Element, kid: Kid): Error {
  const met = kid.kind === 'element' ? `a tag of the type "${kid.type}"` : 'content of its own';
  const [mark] = kid.kind === 'element' ? marksUnder(kid) : [];
  const { page } = (mark ?? marksUnder(table)[0])?.stream ?? {};
  return new Error(`a table on page ${page} has ${met} among its rows`);
}

/**
 * Leaves the ids of heads to tables in which a cell spans several, or a head does not say what it heads: in all others
 * rows, columns and `Scope` say which head a cell has (ISO 14289-1, 7.5). Ids count within the document; Chromium's come
 * from a counter of all its pages.
 */
export function nameCells(): Rule {
  let tables = 0;
  return {
    types: ['Table'],
    repair(table): Element {
      const cells = rowsOf(table).flatMap((row) => row.kids.filter(isCell));
      if (!cells.some((cell) => spans(cell) || isVague(cell))) return renamed(table, () => undefined);
      tables += 1;
      const heads = cells.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
      const names = new Map(heads.map((id, index) => [id, `table-${tables}-head-${index + 1}`]));
      return renamed(table, (id) => names.get(id));
    },
  };
}

function spans({ attributes: { cell } }: Element): boolean {
  return cell !== undefined && (cell.rowSpan > 1 || cell.columnSpan > 1);
}

/** Whether a head does not say what it heads. */
function isVague({ type, attributes: { cell } }: Element): boolean {
  return type === 'TH' && cell?.scope === undefined;
}

function renamed(element: Element, nameOf: (id: string) => string | undefined): Element {
  const kids = element.kids.map((kid): Kid => {
    if (kid.kind !== 'element') return kid;
    return isCell(kid) ? { ...kid, attributes: cellNames(kid.attributes, nameOf) } : renamed(kid, nameOf);
  });
  return { ...element, kids };
}

function cellNames(attributes: Attributes, nameOf: (id: string) => string | undefined): Attributes {
  const { id, cell, ...others } = attributes;
  const name = id === undefined ? undefined : nameOf(id);
  const headers = (cell?.headers ?? []).map(nameOf).filter((header) => header !== undefined);
  return { ...others, ...(name !== undefined && { id: name }), ...(cell && { cell: { ...cell, headers } }) };
}

const groups: ReadonlySet<string> = new Set(['THead', 'TBody', 'TFoot']);

/** The rows of a table, whether they stand in groups or not. */
export function rowsOf(table: Element): readonly Element[] {
  return table.kids.flatMap((kid) => {
    if (kid.kind !== 'element') return [];
    return groups.has(kid.type) ? rowsOf(kid) : kid.type === 'TR' ? [kid] : [];
  });
}

/** Whether a kid of a table holds its rows, or is one. */
function holdsRows(kid: Kid): boolean {
  return kid.kind === 'element' && (kid.type === 'TR' || groups.has(kid.type));
}

/** Whether a kid of a row is one of its cells. */
export function isCell(kid: Kid): kid is Element {
  return kid.kind === 'element' && (kid.type === 'TH' || kid.type === 'TD');
}

/** Whether a kid of a row is a cell that heads its column. */
export function isColumnHead(kid: Kid): boolean {
  return kid.kind === 'element' && kid.type === 'TH' && kid.attributes.cell?.scope === 'Column';
}
