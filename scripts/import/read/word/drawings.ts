import type { Image } from 'mdast';
import type { Remark } from '../../manuscript.ts';
import {
  childOf,
  descendantsOf,
  elementsOf,
  spaced,
  UnreadableWord,
  type WordPackage,
  wordsIn,
  type XmlElement,
} from './package.ts';
/** What a drawing, a picture or an embedded object comes to. */
export type DrawingPart =
  | { readonly kind: 'picture'; readonly image: Image; readonly source: string; readonly url: string | undefined }
  /** A text box: what it holds is read like a body. */
  | { readonly kind: 'box'; readonly content: XmlElement }
  /** Words that are drawn, a paragraph each. */
  | { readonly kind: 'words'; readonly lines: readonly string[] }
  | { readonly kind: 'remark'; readonly remark: Found };

/** A remark before it is known what it stands near to. */
export type Found = Omit<Remark, 'near'>;

/** The pictures of a document that its text places, in the order in which they are met. */
export interface Pictures {
  /** The name of the picture in a part, the same for each use; undefined where there is no such part. */
  readonly place: (part: string) => string | undefined;
  readonly all: () => readonly Uint8Array[];
}

export function collectPictures(document: WordPackage): Pictures {
  const names = new Map<string, string | undefined>();
  const all: Uint8Array[] = [];
  return {
    place: (part) => {
      if (names.has(part)) return names.get(part);
      const bytes = document.bytes(part);
      const name = bytes && `picture:${all.push(bytes) - 1}`;
      names.set(part, name);
      return name;
    },
    all: () => all,
  };
}

/** Where a drawing stands: the part that its relations belong to. */
export interface DrawingPlace {
  readonly document: WordPackage;
  readonly part: string;
  readonly pictures: Pictures;
}

/** Windows metafiles, which a browser cannot draw. */
const metafile = /\.(?:emf|wmf|emz|wmz)$/i;

/**
 * Reads a w:drawing (DrawingML), w:pict (VML) or w:object: pictures, text boxes and drawn words in their order, and remarks on
 * what cannot be taken over.
 */
export function readDrawing(element: XmlElement, place: DrawingPlace): readonly DrawingPart[] {
  const properties = descendantsOf(element, 'wp:docPr')[0];
  const alt = alternative(properties) || alternativeOfShape(element);
  if (/^(?:1|true|on)$/.test(properties?.attributes.hidden ?? ''))
    return [left('picture', spaced(`${alt} ${wordsIn(element)}`))];
  const parts = look(element, alt, place);
  const link = linkOf(properties, place);
  const linked = parts.map((part) => (part.kind === 'picture' ? { ...part, url: link } : part));
  return [...linked, ...drawnFrom(element, parts, alt)];
}

/** The plain shapes of VML. A rectangle may be a rule between paragraphs. */
const lineShapes = ['v:line', 'v:rect', 'v:roundrect', 'v:oval', 'v:arc', 'v:curve', 'v:polyline'];

/** What is lost of a drawing that is made of shapes. */
function drawnFrom(element: XmlElement, parts: readonly DrawingPart[], alt: string): readonly DrawingPart[] {
  const shapes = descendantsOf(element, 'wps:wsp').length + descendantsOf(element, 'v:shape').length;
  const boxes = parts.filter(({ kind }) => kind === 'box' || kind === 'words').length;
  if (boxes > 1) return [changed('diagram', alt)];
  if (parts.length > 0) return [];
  if (alt !== '' || shapes > 1) return [left(shapes > 1 ? 'diagram' : 'picture', alt)];
  // A kind of graphic that is not known may show anything.
  const [graphic] = elementsOf(descendantsOf(element, 'a:graphicData')[0]);
  if (graphic?.name.startsWith('other-')) return [left('picture', alt)];
  // A lone shape without words is a line or a frame.
  const lines = lineShapes.some((name) =>
    descendantsOf(element, name).some(({ attributes }) => attributes['o:hr'] !== 't'),
  );
  return shapes > 0 || lines ? [left('drawing', '')] : [];
}

function look(element: XmlElement, alt: string, place: DrawingPlace): readonly DrawingPart[] {
  const { attributes } = element;
  switch (element.name) {
    case 'wp:docPr':
      return [];
    case 'w:txbxContent':
      return [{ kind: 'box', content: element }];
    case 'pic:pic': {
      const own = alternative(descendantsOf(element, 'pic:cNvPr')[0]);
      const blip = descendantsOf(element, 'a:blip')[0]?.attributes;
      return pictureOf(blip?.['r:embed'] || blip?.['r:link'], alt || own, place);
    }
    case 'v:imagedata':
      return pictureOf(
        attributes['r:id'] ?? attributes['r:pict'] ?? attributes['o:relid'] ?? attributes['r:href'],
        alt,
        place,
      );
    case 'v:textpath':
      return drawnWords([attributes.string ?? '']);
    case 'a:txBody':
      return drawnWords(descendantsOf(element, 'a:p').map((paragraph) => wordsIn(paragraph)));
    case 'c:chart':
    case 'cx:chart':
      return [left('chart', chartTitle(attributes['r:id'] ?? '', place) || alt)];
    case 'dgm:relIds':
      return [left('diagram', diagramWords(attributes['r:dm'] ?? '', place) || alt)];
    case 'o:OLEObject':
    case 'w:objectEmbed':
    case 'w:objectLink': {
      const program = attributes.ProgID ?? attributes['w:progId'] ?? '';
      return [left(/^equation\./i.test(program) ? 'formula' : 'object', alt)];
    }
    case 'w:control':
      return [left('object', alt)];
    case 'w:contentPart':
    case 'w14:contentPart':
    case 'wp14:contentPart':
      return [left('picture', alt)];
    case 'w:object':
      return ofObject(elementsOf(element).flatMap((child) => look(child, alternativeOfShape(element), place)));
    default:
      return isInvisible(element)
        ? hidden(element)
        : elementsOf(element).flatMap((child) => look(child, attributes.alt || alt, place));
  }
}

/** An object shows a picture of itself, as a rule one that only Word can draw: then the remark stands for both. */
function ofObject(parts: readonly DrawingPart[]): readonly DrawingPart[] {
  return parts.filter((part) => part.kind !== 'picture' || !metafile.test(part.source));
}

function isInvisible({ name, attributes }: XmlElement): boolean {
  return name.startsWith('v:') && /visibility\s*:\s*hidden/.test(attributes.style ?? '');
}

function hidden(element: XmlElement): readonly DrawingPart[] {
  const words = wordsIn(element);
  return words === '' ? [] : [left('hidden text', words)];
}

function drawnWords(lines: readonly string[]): readonly DrawingPart[] {
  const shown = lines.map(spaced).filter((line) => line !== '');
  return shown.length === 0 ? [] : [{ kind: 'words', lines: shown }];
}

function pictureOf(id: string | undefined, alt: string, place: DrawingPlace): readonly DrawingPart[] {
  const relation = id === undefined ? undefined : place.document.relations(place.part).get(id);
  if (!relation || relation.target === '' || relation.target === 'NULL') return [left('picture', alt)];
  const url = relation.isExternal ? relation.target : place.pictures.place(relation.target);
  if (url === undefined) return [left('picture', alt)];
  return [{ kind: 'picture', image: { type: 'image', url, alt }, source: relation.target, url: undefined }];
}

/** The address that a click on the drawing leads to. */
function linkOf(properties: XmlElement | undefined, place: DrawingPlace): string | undefined {
  const id = childOf(properties, 'a:hlinkClick')?.attributes['r:id'];
  const relation = id === undefined ? undefined : place.document.relations(place.part).get(id);
  return relation?.isExternal ? relation.target : undefined;
}

function alternative(properties: XmlElement | undefined): string {
  return spaced(properties?.attributes.descr || properties?.attributes.title || '');
}

function alternativeOfShape(element: XmlElement): string {
  return spaced(elementsOf(element).find(({ name }) => name.startsWith('v:'))?.attributes.alt ?? '');
}

function chartTitle(id: string, place: DrawingPlace): string {
  const part = partOf(id, place);
  const title = part && (descendantsOf(part, 'c:title')[0] ?? descendantsOf(part, 'cx:title')[0]);
  return title ? wordsIn(title, ['a:t', 'c:v', 'cx:v']) : '';
}

function diagramWords(id: string, place: DrawingPlace): string {
  const part = partOf(id, place);
  return part ? wordsIn(part, ['a:t']) : '';
}

function partOf(id: string, { document, part }: DrawingPlace): XmlElement | undefined {
  const relation = document.relations(part).get(id);
  try {
    return relation && !relation.isExternal ? document.xml(relation.target) : undefined;
  } catch (cause) {
    // A chart that cannot be read has no title; the text around it can be read all the same.
    if (cause instanceof UnreadableWord) return undefined;
    throw cause;
  }
}

function left(kind: Found['kind'], words: string): DrawingPart {
  return { kind: 'remark', remark: { kind, effect: 'left out', words } };
}

function changed(kind: Found['kind'], words: string): DrawingPart {
  return { kind: 'remark', remark: { kind, effect: 'changed', words } };
}
