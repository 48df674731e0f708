import { unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagNS } from 'saxes';

/** The parts of a Word document and how they refer to each other (Open Packaging Conventions, ECMA-376 part 2). */
export interface WordPackage {
  /** The name of the part that holds the text. */
  readonly main: string;
  /** A part as XML; undefined where there is none of that name. */
  readonly xml: (part: string) => XmlElement | undefined;
  readonly bytes: (part: string) => Uint8Array | undefined;
  /** The media type of a part, without parameters; empty where none is stated. */
  readonly mediaType: (part: string) => string;
  /** What a part refers to, by the ids that its elements name. */
  readonly relations: (part: string) => ReadonlyMap<string, Relation>;
  /** The first part that another refers to by a type: "styles". */
  readonly related: (part: string, type: string) => string | undefined;
}

interface Relation {
  /** The last word of the type's address: "image". */
  readonly type: string;
  /** A part's name, or an address outside. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The largest XML part, in bytes unpacked: some 10,000 pages. */
const largestXml = 192 * 2 ** 20;
/** All parts together that are unpacked for one document, pictures included. */
const largestDocument = 768 * 2 ** 20;

const tooLarge = 'unpacks to more than any text has: save it in parts, and import one after the other';
const saveAnew = 'open it in the program that made it, and save it as a Word document (.docx)';

/**
 * Opens a Word document. Parts are unpacked when they are asked for.
 *
 * @throws UnreadableWord for what is not a Word document, has a password, or is damaged
 */
export function openPackage(bytes: Uint8Array): WordPackage {
  refuseOther(bytes);
  const sizes = listOf(bytes);
  let unpacked = 0;
  const read = (part: string, largest: number): Uint8Array | undefined => {
    const entry = sizes.get(key(part));
    if (!entry) return undefined;
    unpacked += entry.size;
    if (entry.size > largest || unpacked > largestDocument) throw new UnreadableWord(tooLarge);
    return unzipped(bytes, ({ name }) => name === entry.name)[entry.name];
  };
  const xml = (part: string) => {
    const content = read(part, largestXml);
    return content && parseXml(content);
  };
  const known = new Map<string, ReadonlyMap<string, Relation>>();
  const relations = (part: string) => {
    const found = known.get(part) ?? relationsOf(part, xml);
    known.set(part, found);
    return found;
  };
  const related = (part: string, type: string) =>
    [...relations(part).values()].find((relation) => relation.type === type && !relation.isExternal)?.target;
  const types = mediaTypes(xml('[Content_Types].xml'));
  const main = related('', 'officeDocument') ?? types.main ?? 'word/document.xml';
  if (!sizes.has(key(main))) throw new UnreadableWord(`is not a Word document: ${saveAnew}`);
  return { main, xml, bytes: (part) => read(part, largestDocument), mediaType: types.of, relations, related };
}

/** Says what a file is that only has the name of a Word document. */
function refuseOther(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString('latin1', 0, 1024).trimStart();
  if (bytes.length === 0) throw new UnreadableWord('is empty: send for another copy');
  if (head.startsWith('PK')) return;
  // A compound file (MS-CFB) names its streams in UTF-16.
  if (head.startsWith('\xD0\xCF\x11\xE0')) {
    const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'));
    if (holds('EncryptedPackage') || holds('EncryptionInfo'))
      throw new UnreadableWord(
        'has a password: open it in Word, take the password off (File, Info, Protect Document, Encrypt with Password), and save it',
      );
    throw new UnreadableWord(
      'is a document of an older Word (.doc) under another name: open it in Word, and save it as a Word document (.docx)',
    );
  }
  const kind = /^\{\\rtf/.test(head) ? 'rich text (.rtf)' : /^%PDF/.test(head) ? 'a PDF' : undefined;
  if (kind) throw new UnreadableWord(`is ${kind} under another name: ${saveAnew}`);
  throw new UnreadableWord(`is not a Word document: ${saveAnew}, or save it anew as a Word document (.docx) in Word`);
}

function listOf(bytes: Uint8Array): ReadonlyMap<string, { readonly name: string; readonly size: number }> {
  const entries = new Map<string, { readonly name: string; readonly size: number }>();
  unzipped(bytes, ({ name, originalSize }) => {
    if (!name.endsWith('/')) entries.set(key(name), { name, size: originalSize });
    return false;
  });
  return entries;
}

function unzipped(
  bytes: Uint8Array,
  filter: (file: { readonly name: string; readonly originalSize: number }) => boolean,
): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof UnreadableWord) throw cause;
    throw new UnreadableWord(
      'is damaged, or was not fetched to its end: send for another copy, or open it in Word and save it anew as a Word document (.docx)',
      { cause },
    );
  }
}

/** Names of parts are the same in capitals and small letters (part 2, 6.2.2.3). Some programs write them with backslashes. */
function key(part: string): string {
  return part.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function mediaTypes(root: XmlElement | undefined): {
  readonly of: (part: string) => string;
  readonly main: string | undefined;
} {
  const byPart = new Map<string, string>();
  const byEnding = new Map<string, string>();
  for (const { name, attributes } of elementsOf(root)) {
    const type = (attributes.ContentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (name === 'ct:Override') byPart.set(key(attributes.PartName ?? ''), type);
    if (name === 'ct:Default') byEnding.set((attributes.Extension ?? '').toLowerCase(), type);
  }
  return {
    of: (part) => byPart.get(key(part)) ?? byEnding.get(key(part).split('.').at(-1) ?? '') ?? '',
    main: [...byPart].find(([, type]) => /word.*\.main\+xml$/.test(type))?.[0],
  };
}

function relationsOf(part: string, xml: (part: string) => XmlElement | undefined): ReadonlyMap<string, Relation> {
  const slash = part.lastIndexOf('/') + 1;
  const root = xml(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  return new Map(
    elementsOf(root).map(({ attributes }) => {
      const isExternal = attributes.TargetMode === 'External';
      const target = attributes.Target ?? '';
      const type = attributes.Type?.split('/').at(-1) ?? '';
      return [
        attributes.Id ?? '',
        { type, isExternal, target: isExternal ? target : resolved(part.slice(0, slash), target) },
      ];
    }),
  );
}

/** The name of a part that another names, by the folder of the other. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : `${folder}${path}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** An element of an Office document. Names have one prefix a namespace, whatever the file calls it: "w:p". */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

type XmlNode = XmlElement | string;

/** Bytes that cannot be read as the document that they should be. The message continues a sentence that begins with the file. */
export class UnreadableWord extends Error {}

/** More elements than this is no text that people wrote; the longest known book has a fifth of them. */
const mostElements = 2_000_000;
/** Word itself nests about 30 levels; each level costs some of the stack. */
const mostLevels = 500;

const damaged =
  'is damaged: open it in Word, which may repair it, and save it anew as a Word document (.docx); or send for another copy';

/** Namespaces by their usual prefix: ECMA-376 transitional, then strict, then Microsoft's own. */
const namespaces: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas', 'lc'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/lockedCanvas', 'lc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingGroup', 'wpg'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas', 'wpc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing', 'wp14'],
  ['http://schemas.microsoft.com/office/drawing/2014/chartex', 'cx'],
  ['http://schemas.microsoft.com/office/drawing/2015/9/8/chartex', 'cx'],
  ['http://schemas.microsoft.com/office/drawing/2010/main', 'a14'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:word', 'w10'],
]);

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

/**
 * Reads one XML part. Of each mc:AlternateContent only the branch that is shown is left (ECMA-376 part 3, 10.2.1): the first
 * that we know how to read, else the fallback.
 *
 * @throws UnreadableWord for what is not well-formed, too large or too deep
 */
function parseXml(bytes: Uint8Array): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  const known = new Set<XmlNode>();
  let count = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (cause) => {
    throw new UnreadableWord(damaged, { cause });
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > mostElements || open.length > mostLevels)
      throw new UnreadableWord('is larger or deeper than any text: save it in parts, and import one after the other');
    const element: OpenElement = {
      name: nameOf(tag.uri, tag.prefix, tag.local),
      attributes: attributesOf(tag),
      children: [],
    };
    if (element.name === 'mc:Choice' && isKnown(tag, (prefix) => parser.resolve(prefix))) known.add(element);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed?.name === 'mc:AlternateContent') open.at(-1)?.children.splice(-1, 1, ...shownBranch(closed, known));
  });
  const text = (value: string) => {
    const parent = open.at(-1);
    if (parent && (/\S/u.test(value) || isText(parent.name))) parent.children.push(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(decoded(bytes)).close();
  const [top] = root.children;
  if (top === undefined || typeof top === 'string') throw new UnreadableWord(damaged);
  return top;
}

function nameOf(uri: string, prefix: string, local: string): string {
  if (uri === '') return local;
  return `${namespaces.get(uri) ?? `other-${prefix}`}:${local}`;
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { uri, prefix, local, value } of Object.values(tag.attributes)) {
    if (prefix !== 'xmlns') attributes[nameOf(uri, prefix, local)] = value;
  }
  return attributes;
}

function isKnown(tag: SaxesTagNS, resolve: (prefix: string) => string | undefined): boolean {
  const prefixes = (tag.attributes.Requires?.value ?? '').split(/\s+/).filter(Boolean);
  return prefixes.every((prefix) => namespaces.has(resolve(prefix) ?? ''));
}

function shownBranch(alternate: OpenElement, known: ReadonlySet<XmlNode>): readonly XmlNode[] {
  const branches = elementsOf(alternate);
  const fallback = branches.find(({ name }) => name === 'mc:Fallback');
  const branch = branches.find((element) => known.has(element)) ?? (fallback?.children.length ? fallback : branches[0]);
  return branch?.children ?? [];
}

/** Spaces alone count within the elements that hold text. */
function isText(name: string): boolean {
  return name.endsWith(':t') || name.endsWith('Text');
}

/** The text of a part by its byte order mark, else by the encoding that its first line names. */
function decoded(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const wide = head.startsWith('\xFE\xFF') || head.startsWith('\0<') ? 'utf-16be' : undefined;
  const wideLittle = head.startsWith('\xFF\xFE') || head.startsWith('<\0') ? 'utf-16le' : undefined;
  const named = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  try {
    return new TextDecoder(wide ?? wideLittle ?? named ?? 'utf-8').decode(bytes).trimStart();
  } catch (cause) {
    throw new UnreadableWord(damaged, { cause });
  }
}

/** The elements within an element, without text. */
export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element?.children.filter((child) => typeof child !== 'string') ?? [];
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(element).find((child) => child.name === name);
}

/** All children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name);
}

/** All elements of a name within an element, at any depth, in reading order. */
export function descendantsOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const look = (node: XmlElement) => {
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      if (child.name === name) found.push(child);
      look(child);
    }
  };
  if (element) look(element);
  return found;
}

/** What the child of a name says in its w:val. */
export function propertyOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** A property that is on or off (ST_OnOff): on where it is there and does not say otherwise; undefined where it is not there. */
export function isOn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(properties, name);
  return property ? !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '') : undefined;
}

/** A whole number that an attribute or property holds; undefined for what is none. */
export function numberOf(value: string | undefined): number | undefined {
  const number = value === undefined ? Number.NaN : Number.parseInt(value, 10);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The words of elements of text within an element, one run after the other; paragraphs are parted by a space. */
export function wordsIn(element: XmlElement, names: readonly string[] = ['w:t', 'w:delText', 'm:t', 'a:t']): string {
  const read = (node: XmlNode): string => {
    if (typeof node === 'string') return '';
    if (names.includes(node.name)) return node.children.filter((child) => typeof child === 'string').join('');
    const words = node.children.map(read).join('');
    return node.name.endsWith(':p') || node.name === 'w:tab' || node.name === 'w:br' ? ` ${words} ` : words;
  };
  return spaced(read(element));
}

/** A text with one space where it had several. */
export function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
