import { createRequire } from 'node:module';
import type { XmlDocument } from '@rgrove/parse-xml';
import { damaged, type RefusedPicture } from './outcome.ts';

// Loaded when the first SVG is read: most editions have none.
const require = createRequire(import.meta.url);
const xml = () => require('@rgrove/parse-xml') as typeof import('@rgrove/parse-xml');

/** The namespace of SVG. */
export const svgNamespace = 'http://www.w3.org/2000/svg';

/** Letters that the entities of a document may become in all: more is a bomb. */
const entityLetters = 100_000;

/** How reading the XML of an SVG ended. */
type ReadSvg = { readonly kind: 'read'; readonly source: string; readonly document: XmlDocument } | RefusedPicture;

/** Reads the XML of an SVG. What it declares as entities is put in; those of other files are left undefined. */
export function readSvg(bytes: Uint8Array): ReadSvg {
  const source = decoded(bytes);
  if (source === undefined) return { ...damaged, why: 'its letters are not in the encoding that it names' };
  const { parseXml, XmlDocumentType, XmlError } = xml();
  const options = { includeOffsets: true, preserveComments: true, preserveDocumentType: true };
  try {
    if (!source.includes('<!ENTITY')) return { kind: 'read', source, document: parseXml(source, options) };
    const loose = parseXml(source, { ...options, ignoreUndefinedEntities: true });
    const type = loose.children.find((child) => child instanceof XmlDocumentType);
    const entities = entitiesOf(type?.internalSubset ?? '');
    if (entities === 'nested') return bomb;
    let letters = 0;
    const resolveUndefinedEntity = (name: string) => {
      const text = entities.get(name.replace(/^&|;$/g, ''));
      letters += text?.length ?? 0;
      return letters > entityLetters ? undefined : text;
    };
    return { kind: 'read', source, document: parseXml(source, { ...options, resolveUndefinedEntity }) };
  } catch (cause) {
    const place = cause instanceof XmlError ? { line: cause.line, column: cause.column } : {};
    return { ...damaged, why: 'it is not well-formed XML', ...place };
  }
}

/** The text of an SVG: in the encoding that its first bytes or its declaration name (XML 1.0, appendix F), else UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : undefined;
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  try {
    return new TextDecoder(marked ?? declared ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const bomb: RefusedPicture = {
  ...damaged,
  why: 'its entities are made of entities',
  cure: 'export it as plain SVG, without a document type',
};

/**
 * The entities that a document declares for itself, as Illustrator does for namespaces: texts without markup and without
 * other entities (XML 1.0, 4.2.1). Those of other files are left undefined.
 */
function entitiesOf(subset: string): ReadonlyMap<string, string> | 'nested' {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of subset.matchAll(
    /<!ENTITY\s+([^\s%"']+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g,
  )) {
    const text = double ?? single ?? '';
    if (/[&%<]/.test(text)) return 'nested';
    found.set(name, text);
  }
  return found;
}

/** An element of a cleaned SVG, in the SVG namespace. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (SvgElement | string)[];
}

/** An SVG as text. Ids and classes are written where something refers to them. */
export function writeSvg(root: SvgElement, isUsed: (kind: 'id' | 'class', name: string) => boolean): string {
  const write = ({ name, attributes, children }: SvgElement): string => {
    const written = [...attributes].flatMap(([attribute, value]) => {
      const own =
        attribute === 'class'
          ? value
              .split(/\s+/)
              .filter((each) => isUsed('class', each))
              .join(' ')
          : value;
      const isEmpty = own === '' && ['class', 'style'].includes(attribute);
      return isEmpty || (attribute === 'id' && !isUsed('id', value)) ? [] : [` ${attribute}="${escaped(own)}"`];
    });
    const start = `<${name}${written.join('')}`;
    const within = children.map((child) => (typeof child === 'string' ? escaped(child) : write(child))).join('');
    return within === '' ? `${start}/>` : `${start}>${within}</${name}>`;
  };
  return write({ ...root, attributes: new Map([['xmlns', svgNamespace], ...root.attributes]) });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
