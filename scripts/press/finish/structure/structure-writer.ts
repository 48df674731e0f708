import type { Run } from '../content/marked-content.ts';
import type { Page } from '../content/pages.ts';
import { nameTree, textString } from '../file/data-structures.ts';
import { dictionary, type PdfObject, type Reference } from '../file/objects.ts';
import { type PdfFile, updateDictionary } from '../file/pdf-file.ts';
import { attributeEntries } from './attributes.ts';
import type { AnnotationKid, Element, Kid } from './element.ts';
import { gatherRuns, type MarkedPages, type MarkedPart, markPages, type Painting, type Runs } from './marked-pages.ts';
import { rolesOf } from './structure-types.ts';

/**
 * Writes a structure tree and marks the pages for it: elements, parent tree, id tree, role map (ISO 32000-1, 14.7).
 * Elements keep the objects that they were read from, so that an outline still leads to them. Pages have the annotations
 * of the tree, in its order.
 */
export function writeStructure(pdf: PdfFile, pages: readonly Page[], document: Element, painting: Painting): void {
  const runs = gatherRuns(document);
  const marked = markPages(pdf, pages, runs, painting);
  const root = pdf.add(null);
  const written = writeElements(pdf, root, document, { ...runs, ...marked });
  const roles = rolesOf(written.types);
  pdf.replace(
    root,
    dictionary({
      Type: '/StructTreeRoot',
      K: written.document,
      ...parentTree(pdf, marked, written),
      IDTree: written.ids.size === 0 ? undefined : pdf.add(nameTree(written.ids)),
      RoleMap:
        roles.size === 0
          ? undefined
          : dictionary(Object.fromEntries([...roles].map(([type, role]) => [type, `/${role}`]))),
    }),
  );
  updateDictionary(pdf, pdf.root, { StructTreeRoot: root });
  const byPage = Map.groupBy(written.annotations, ({ kid }) => kid.page.number);
  for (const { reference } of pages) {
    const annotations = byPage.get(reference.number)?.map(({ kid }) => kid.annotation);
    updateDictionary(pdf, reference, { Annots: annotations });
  }
}

/** From content and annotations back to their elements (14.7.4.4): an array for each stream, then the annotations. */
function parentTree(
  pdf: PdfFile,
  { streams }: MarkedPages,
  { ownerOf, annotations }: WrittenElements,
): Readonly<Record<string, PdfObject>> {
  const numbers: PdfObject[] = [];
  for (const [key, runs] of streams.entries()) {
    numbers.push(key, pdf.add(runs.map((run) => ownerOf.get(run) ?? null)));
  }
  for (const [index, { kid, owner }] of annotations.entries()) {
    const key = streams.length + index;
    const { left, bottom, right, top } = kid.box;
    const entries = { StructParent: key, Contents: textString(kid.description), Rect: [left, bottom, right, top] };
    updateDictionary(pdf, kid.annotation, entries);
    numbers.push(key, owner);
  }
  return {
    ParentTree: pdf.add(dictionary({ Nums: numbers })),
    ParentTreeNextKey: streams.length + annotations.length,
  };
}

/** What the trees beside the structure tree are made from. */
interface WrittenElements {
  readonly document: Reference;
  /** The element that holds each run. */
  readonly ownerOf: ReadonlyMap<Run, Reference>;
  /** Annotations with the elements that hold them, in reading order. */
  readonly annotations: readonly { readonly kid: AnnotationKid; readonly owner: Reference }[];
  readonly ids: ReadonlyMap<string, Reference>;
  readonly types: ReadonlySet<string>;
}

/**
 * Writes the elements of a structure tree (ISO 32000-1, table 323).
 *
 * @param root what the document's element is under
 * @throws Error when two elements have the same id
 */
function writeElements(
  pdf: PdfFile,
  root: Reference,
  document: Element,
  { ofContent, partsOf }: Pick<Runs, 'ofContent'> & Pick<MarkedPages, 'partsOf'>,
): WrittenElements {
  const ownerOf = new Map<Run, Reference>();
  const annotations: { readonly kid: AnnotationKid; readonly owner: Reference }[] = [];
  const ids = new Map<string, Reference>();
  const types = new Set<string>();

  /** The parts of a kid that is content, as far as any are left. */
  const partsUnder = (kid: Kid): readonly MarkedPart[] => {
    const run = kid.kind === 'content' ? ofContent.get(kid) : undefined;
    return run === undefined ? [] : (partsOf.get(run) ?? []);
  };
  /** The page that the first of its content is on. */
  const pageOf = ({ kids }: Element): Reference | undefined => {
    for (const kid of kids) {
      const [first] = partsUnder(kid);
      if (first) return first.page;
    }
    return undefined;
  };
  const writeKid = (kid: Kid, own: Reference, page: Reference | undefined, written: PdfObject[]): void => {
    if (kid.kind === 'element') {
      written.push(write(kid, own));
    } else if (kid.kind === 'annotation') {
      annotations.push({ kid, owner: own });
      written.push(annotationObject(kid));
    } else {
      const run = ofContent.get(kid);
      if (run) ownerOf.set(run, own);
      for (const part of partsUnder(kid)) written.push(partObject(part, page));
    }
  };
  const write = (element: Element, parent: Reference): Reference => {
    const own = element.origin ?? pdf.add(null);
    const page = pageOf(element);
    note(element, own);
    const kids: PdfObject[] = [];
    for (const kid of element.kids) writeKid(kid, own, page, kids);
    const entries = new Map<string, PdfObject>();
    entries.set('Type', '/StructElem');
    entries.set('S', `/${element.type}`);
    entries.set('P', parent);
    if (page) entries.set('Pg', page);
    attributeEntries(element.attributes).forEach((value, key) => {
      entries.set(key, value);
    });
    entries.set('K', kids.length === 1 ? (kids[0] ?? null) : kids);
    pdf.replace(own, entries);
    return own;
  };
  const note = ({ type, attributes: { id } }: Element, own: Reference): void => {
    types.add(type);
    if (id === undefined) return;
    if (ids.has(id)) throw new Error(`two tags have the id "${id}"`);
    ids.set(id, own);
  };
  return { document: write(document, root), ownerOf, annotations, ids, types };
}

/** Content of the element's own page is a number; any other says where it is (ISO 32000-1, 14.7.4.2). */
function partObject({ page, form, number }: MarkedPart, own: Reference | undefined): PdfObject {
  if (form === undefined && page === own) return number;
  return dictionary({ Type: '/MCR', Pg: page, Stm: form, MCID: number });
}

function annotationObject({ annotation, page }: AnnotationKid): PdfObject {
  return dictionary({ Type: '/OBJR', Pg: page, Obj: annotation });
}
