import type { Page } from '../content/pages.ts';
import { nameTree, textString } from '../file/data-structures.ts';
import { dictionary, type PdfObject } from '../file/objects.ts';
import { type PdfFile, updateDictionary } from '../file/pdf-file.ts';
import type { Element } from './element.ts';
import { gatherRuns } from './gather-runs.ts';
import { type MarkedPages, markPages, type Painting } from './mark-pages.ts';
import { rolesOf } from './roles.ts';
import { type WrittenElements, writeElements } from './write-elements.ts';

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
