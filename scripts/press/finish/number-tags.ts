import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';

const ID = PDFName.of('ID');
const HEADERS = PDFName.of('Headers');

/**
 * Gives the ids of tags (ISO 32000-1, 14.7.2) new names, in the order of their objects. Chromium names a tag by a
 * counter that all pages of one browser share ("node00000227"), so that two prints of a page differ in them.
 */
export function numberTags(context: PDFContext, catalog: PDFDict): void {
  const root = context.lookup(catalog.get(PDFName.of('StructTreeRoot')));
  if (!(root instanceof PDFDict)) return;
  const named = new Map<string, { readonly name: PDFString; readonly tag: PDFRef }>();
  for (const [tag, object] of inOrder(context)) {
    const id = isTag(object) ? object.get(ID) : undefined;
    if (isTag(object) && id instanceof PDFString) {
      const name = PDFString.of(`tag${String(named.size + 1).padStart(6, '0')}`);
      named.set(id.asString(), { name, tag });
      object.set(ID, name);
    }
  }
  for (const [, object] of inOrder(context)) {
    if (isTag(object)) renameHeaders(context, object.get(PDFName.of('A')), named);
  }
  removeTree(context, root.get(PDFName.of('IDTree')));
  root.delete(PDFName.of('IDTree'));
  if (named.size === 0) return;
  // Names of one length in the order of their numbers are sorted, as a name tree has to be (ISO 32000-1, 7.9.6).
  const names = [...named.values()].flatMap(({ name, tag }) => [name, tag]);
  root.set(PDFName.of('IDTree'), context.register(context.obj({ Names: names })));
}

function inOrder(context: PDFContext): readonly (readonly [PDFRef, PDFObject])[] {
  return context.enumerateIndirectObjects().sort(([a], [b]) => a.objectNumber - b.objectNumber);
}

function isTag(object: PDFObject): object is PDFDict {
  return object instanceof PDFDict && object.has(PDFName.of('S')) && object.has(PDFName.of('P'));
}

/** A table's cell names the cells that head it by their ids (ISO 32000-1, table 349). */
function renameHeaders(
  context: PDFContext,
  attributes: PDFObject | undefined,
  named: ReadonlyMap<string, { readonly name: PDFString }>,
): void {
  const value = context.lookup(attributes);
  if (value instanceof PDFArray) {
    for (const part of value.asArray()) renameHeaders(context, part, named);
  } else if (value instanceof PDFDict) {
    const headers = context.lookup(value.get(HEADERS));
    if (!(headers instanceof PDFArray)) return;
    const names = headers.asArray().map((id) => (id instanceof PDFString && named.get(id.asString())?.name) || id);
    value.set(HEADERS, context.obj(names));
  }
}

function removeTree(context: PDFContext, node: PDFObject | undefined): void {
  const value = context.lookup(node);
  if (!(value instanceof PDFDict)) return;
  const kids = context.lookup(value.get(PDFName.of('Kids')));
  if (kids instanceof PDFArray) for (const kid of kids.asArray()) removeTree(context, kid);
  if (node instanceof PDFRef) context.delete(node);
}
