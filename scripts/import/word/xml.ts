import { SaxesParser, type SaxesTagNS } from 'saxes';

/** An element of an Office document. Names have one prefix a namespace, whatever the file calls it: "w:p". */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

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
export function parseXml(bytes: Uint8Array): XmlElement {
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
