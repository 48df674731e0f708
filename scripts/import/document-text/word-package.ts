import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** A Word document as a package of parts (ECMA-376 part 2). */
export interface WordPackage {
  readonly document: WordPart;
  /** A part by its name without the first slash; undefined where it is missing or cannot be read. */
  readonly part: (name: string) => WordPart | undefined;
  /** The type of a part's content; empty where it is not said. */
  readonly typeOf: (name: string) => string;
  readonly bytes: (name: string) => Uint8Array | undefined;
}

/** A part that is XML. */
export interface WordPart {
  readonly root: XmlElement;
  /** What it refers to, by identifier. */
  readonly relations: ReadonlyMap<string, Relation>;
}

export interface Relation {
  /** The end of the relation's type: "footnotes". */
  readonly type: string;
  /** The name of a part, or an address where the relation is external. */
  readonly target: string;
  readonly external: boolean;
}

/** The most bytes that all that is read may unpack to: 200 MB, far beyond any manuscript's text. */
const largest = 200_000_000;
/** Parts that may hold text. A small archive can hold huge others: they are left packed. */
const readable = /\.(xml|rels|x?html?|txt|docx)$/i;

/**
 * Opens a Word document.
 *
 * @throws Error for a file that is none: encrypted, damaged, another format
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  const files = unzip(bytes);
  // Names of parts are the same whatever their capitals (ECMA-376 part 2, 6.2.2.3).
  const bytesOf = (name: string) => files.get(name.toLowerCase());
  const rootOf = (name: string) => {
    const content = bytesOf(name);
    return content && parseXml(content);
  };
  const relationsOf = (name: string) => {
    const slash = name.lastIndexOf('/') + 1;
    const root = orNothing(() => rootOf(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`));
    return new Map(
      childrenOf(root).map((relation) => [relation.attributes.get('Id') ?? '', relationOf(relation, name)]),
    );
  };
  const part = (name: string) =>
    orNothing(() => {
      const root = rootOf(name);
      return root && { root, relations: relationsOf(name) };
    });
  const name =
    [...relationsOf('').values()].find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const root = textRoot(() => rootOf(name));
  if (root === undefined) throw new Error('it is not a Word document: there is no text in it');
  return {
    document: { root, relations: relationsOf(name) },
    part,
    typeOf: typesOf(rootOf('[Content_Types].xml')),
    bytes: bytesOf,
  };
}

function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  // The compound files of older programs hold encrypted documents (MS-OFFCRYPTO).
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Error('it has a password, or is no .docx at all');
  try {
    let size = 0;
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        const isRead = readable.test(name);
        size += isRead ? originalSize : 0;
        return isRead && size <= largest;
      },
    });
    return new Map(
      Object.entries(files).map(([name, content]) => [
        name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase(),
        content,
      ]),
    );
  } catch (cause) {
    throw new Error('it is not a Word document, or it is damaged', { cause });
  }
}

function textRoot<Root>(parse: () => Root): Root {
  try {
    return parse();
  } catch (cause) {
    throw new Error('it is damaged: its text cannot be read', { cause });
  }
}

function relationOf(relation: XmlElement, source: string): Relation {
  const { attributes } = relation;
  const external = attributes.get('TargetMode') === 'External';
  const target = attributes.get('Target') ?? '';
  return {
    type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
    target: external ? target : nameIn(source, target),
    external,
  };
}

/** The name of a part that another one refers to, from its own folder or from the root. */
function nameIn(source: string, target: string): string {
  return decodeURI(new URL(target.replaceAll('%', '%25'), `part:///${source}`).pathname)
    .replaceAll('%25', '%')
    .slice(1);
}

function typesOf(types: XmlElement | undefined): (name: string) => string {
  const entries = childrenOf(types).map(({ attributes }): [string, string] => {
    const key = attributes.get('PartName')?.slice(1) ?? `.${attributes.get('Extension') ?? ''}`;
    return [key.toLowerCase(), attributes.get('ContentType') ?? ''];
  });
  const byKey = new Map(entries);
  return (name) => {
    const key = name.toLowerCase();
    return byKey.get(key) ?? byKey.get(key.slice(key.lastIndexOf('.'))) ?? '';
  };
}

/** Parts beside the text may be damaged: a reader shows the text all the same. */
function orNothing<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** An element of XML, with the names that {@link prefixes} give. */
export interface XmlElement {
  /** "w:p". Of an unknown namespace it is "?:name". */
  readonly name: string;
  /** By name, "w:val"; an attribute without a namespace by its own name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

type XmlNode = XmlElement | string;

const ooxml = 'http://schemas.openxmlformats.org';
const microsoft = 'http://schemas.microsoft.com/office';
/** Namespaces of the format, the transitional and the strict ones (ECMA-376 parts 1 and 4), and the extensions that hold text. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ...[
    ['w', 'wordprocessingml/2006/main', 'wordprocessingml/main'],
    ['m', 'officeDocument/2006/math', 'officeDocument/math'],
    ['r', 'officeDocument/2006/relationships', 'officeDocument/relationships'],
    ['wp', 'drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'],
    ['a', 'drawingml/2006/main', 'drawingml/main'],
    ['pic', 'drawingml/2006/picture', 'drawingml/picture'],
    ['c', 'drawingml/2006/chart', 'drawingml/chart'],
    ['dgm', 'drawingml/2006/diagram', 'drawingml/diagram'],
    ['pkg', 'package/2006/relationships', ''],
    ['ct', 'package/2006/content-types', ''],
    ['mc', 'markup-compatibility/2006', ''],
  ].flatMap(([prefix = '', transitional = '', strict = '']) => [
    [`${ooxml}/${transitional}`, prefix] as const,
    [`http://purl.oclc.org/ooxml/${strict}`, prefix] as const,
  ]),
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  [`${microsoft}/word/2010/wordprocessingShape`, 'wps'],
  [`${microsoft}/drawing/2014/chartex`, 'cx'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

const none = { uri: '', local: '', prefix: 'xmlns', value: '' };
/** Far deeper than any document nests; what is deeper was made to break its readers. */
const deepest = 1000;

/**
 * Parses a part of a document.
 *
 * @returns the root element; attributes in namespaces that no prefix is known for are left out
 * @throws Error for what is not well-formed
 */
function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: { name: string; attributes: Map<string, string>; children: XmlNode[] } = {
    name: '',
    attributes: new Map(),
    children: [],
  };
  const open = [root];
  parser.on('opentag', ({ uri, local, attributes }) => {
    const named = new Map<string, string>();
    for (const name in attributes) {
      const { uri: space, local: own, prefix, value } = attributes[name] ?? none;
      const known = prefixes.get(space);
      // Marks of who wrote what when are half of many files.
      if (prefix === 'xmlns' || name === 'xmlns' || own.startsWith('rsid')) continue;
      if (space === '') named.set(own, value);
      else if (known !== undefined) named.set(`${known}:${own}`, value);
    }
    const element = { name: `${prefixes.get(uri) ?? '?'}:${local}`, attributes: named, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
    if (open.length > deepest) throw new Error('the document nests its parts more than a thousand deep');
  });
  parser.on('closetag', () => void open.pop());
  const text = (value: string) => void open.at(-1)?.children.push(value);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('error', (error) => {
    // A prefix that nothing declares hides no text.
    if (!/unbound namespace prefix/.test(error.message)) throw error;
  });
  parser.write(decodeXml(bytes)).close();
  const element = root.children.find((child) => typeof child !== 'string');
  if (element === undefined) throw new Error('there is no element in it');
  return element;
}

/** XML is in UTF-8 unless its first bytes say that it is in UTF-16 (XML 1.0, appendix F). */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : first === 0xfe || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** The child elements. */
export function childrenOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element?.children.filter((child) => typeof child !== 'string') ?? [];
}

/** The first element at the end of a path of child elements. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce((parent, name) => childrenOf(parent).find((child) => child.name === name), element);
}

/** All elements of a name, in order, at any depth. */
export function elementsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);
}

/** The text in an element, at any depth. */
export function textOfXml(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOfXml).join('');
}

/** The value of an element that is a property, `<w:style w:val="…"/>`. */
export function settingOf(property: XmlElement | undefined): string | undefined {
  return property?.attributes.get('w:val');
}

/** The value of a property that is on or off (ECMA-376 part 1, 17.17.4); undefined where it is not there. */
export function isOn(property: XmlElement | undefined): boolean | undefined {
  return property && !['false', '0', 'off'].includes(settingOf(property) ?? 'true');
}
