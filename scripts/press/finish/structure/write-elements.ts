import type { Run } from '../content/stretches.ts';
import type { Draft } from '../file/draft.ts';
import { dictionary, type PdfObject, type Reference } from '../file/objects.ts';
import type { AnnotationKid, Element } from './element.ts';
import type { Runs, WrittenKid } from './gather-runs.ts';
import type { MarkedPages, MarkedPart } from './mark-pages.ts';
import { attributeEntries } from './write-attributes.ts';

/** What the trees beside the structure tree are made from. */
export interface WrittenElements {
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
export function writeElements(
  draft: Draft,
  root: Reference,
  document: Element,
  { kidsOf, partsOf }: Pick<Runs, 'kidsOf'> & Pick<MarkedPages, 'partsOf'>,
): WrittenElements {
  const ownerOf = new Map<Run, Reference>();
  const annotations: { readonly kid: AnnotationKid; readonly owner: Reference }[] = [];
  const ids = new Map<string, Reference>();
  const types = new Set<string>();

  const write = (element: Element, parent: Reference): Reference => {
    const own = element.origin ?? draft.add(null);
    const kids = kidsOf.get(element) ?? [];
    const parts = (kid: WrittenKid) => (kid.kind === 'run' ? (partsOf.get(kid.run) ?? []) : []);
    const page = kids.flatMap(parts)[0]?.page;
    note(element, own);
    const written = kids.flatMap((kid): readonly PdfObject[] => {
      if (kid.kind === 'element') return [write(kid, own)];
      if (kid.kind === 'run') {
        ownerOf.set(kid.run, own);
        return parts(kid).map((part) => partObject(part, page));
      }
      annotations.push({ kid, owner: own });
      return [annotationObject(kid)];
    });
    const entries = {
      Type: '/StructElem',
      S: `/${element.type}`,
      P: parent,
      Pg: page,
      ...attributeEntries(element.attributes),
      K: written.length === 1 ? written[0] : written,
    } as const;
    draft.replace(own, dictionary(entries));
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
