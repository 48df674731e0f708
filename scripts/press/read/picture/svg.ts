import type { XmlElement, XmlNode } from '@rgrove/parse-xml';
import { type CleanPicture, damaged, inOrder, type RefusedPicture, removals, unfinished } from './outcome.ts';
import { cleanDeclarations, cleanSheet, cleanValue, type StyleFindings } from './svg-css.ts';
import { drawingAttributes, drawingElements, drawingProperties, idleAttributes, textElements } from './svg-names.ts';
import { readSvg, type SvgElement, svgNamespace, writeSvg } from './svg-xml.ts';

const xlinkNamespace = 'http://www.w3.org/1999/xlink';

/** What prefixes mean where a file does not say it: some programs forget to. */
const otherwiseNamed = new Map([
  ['', svgNamespace],
  ['xlink', xlinkNamespace],
]);

const limits = {
  /** Elements within elements. */
  depth: 500,
  /** Elements that are drawn, each as often as it is used. */
  elements: 1_000_000,
} as const;

/** Cleans a picture that stands within another. */
type CleanInner = (bytes: Uint8Array) => CleanPicture | RefusedPicture;

/**
 * An SVG of the elements and attributes that draw, written anew: no comments, metadata, titles, data of editors, scripts,
 * events, movement or links. What it refers to is within it; pictures within it are cleaned, too. Ids and classes stay where
 * something refers to them.
 */
export function cleanSvg(bytes: Uint8Array, cleanInner: CleanInner): CleanPicture | RefusedPicture {
  const read = readSvg(bytes);
  if (read.kind === 'refused') return read;
  const findings = collectFindings(read.source, cleanInner);
  for (const node of read.document.children) noteLost(node, findings);
  const root = read.document.root;
  const clean = root && cleanElement(root, { names: otherwiseNamed, depth: 0 }, findings);
  if (findings.refusal) return findings.refusal;
  if (clean?.name !== 'svg') return { ...damaged, why: 'it is not an SVG: its first element is another' };
  if (expandedElements(clean) > limits.elements) {
    return {
      ...unfinished,
      why: 'its parts use each other so often that it cannot be drawn',
      cure: 'draw it more simply',
    };
  }
  const text = writeSvg(clean, findings.isUsed);
  return { kind: 'svg', bytes: new TextEncoder().encode(text), removed: inOrder(findings.all) };
}

/**
 * How many elements are drawn if each counts as often as something refers to it. A few elements that use each other twice
 * are millions. What refers to itself is not drawn.
 */
function expandedElements(root: SvgElement): number {
  const byId = new Map<string, SvgElement>();
  const note = (element: SvgElement): void => {
    const id = element.attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const child of element.children) if (typeof child !== 'string') note(child);
  };
  note(root);
  const counts = new Map<SvgElement, number>();
  const count = (element: SvgElement): number => {
    const known = counts.get(element);
    if (known !== undefined) return known;
    // Until it is known, it counts nothing: a circle ends here.
    counts.set(element, 0);
    const within = element.children.flatMap((child) => (typeof child === 'string' ? [] : [child]));
    const parts = [...within, ...referredTo(element, byId)];
    const sum = parts.reduce((all, part) => all + count(part), 1);
    counts.set(element, sum);
    return sum;
  };
  return count(root);
}

function referredTo({ attributes }: SvgElement, byId: ReadonlyMap<string, SvgElement>): readonly SvgElement[] {
  return [...attributes].flatMap(([name, value]) => {
    const ids =
      name === 'href' ? [value.slice(1)] : [...value.matchAll(/url\(\s*["']?#([^"')]+)/gi)].map(([, id]) => id);
    return ids.flatMap((id) => byId.get(id ?? '') ?? []);
  });
}

interface Findings extends StyleFindings {
  readonly all: ReadonlySet<string>;
  /** The first thing that keeps the picture from being printed. */
  readonly refusal: RefusedPicture | undefined;
  readonly isUsed: (kind: 'id' | 'class', name: string) => boolean;
  refuse(why: string, cure: string, node: XmlNode): void;
}

function collectFindings(source: string, cleanInner: CleanInner): Findings {
  const all = new Set<string>();
  const used = new Set<string>();
  let isAnyUsed = false;
  let refusal: RefusedPicture | undefined;
  return {
    all,
    get refusal() {
      return refusal;
    },
    isUsed: (kind, name) => isAnyUsed || used.has(`${kind} ${name}`),
    removed: (words) => all.add(words),
    uses(kind, name) {
      used.add(`${kind} ${name}`);
      used.add(`${kind} ${plain(name)}`);
    },
    usesAny() {
      isAnyUsed = true;
    },
    isAskedFor: (property) => source.split(property).length > 2,
    cleanData(address) {
      const bytes = bytesOf(address);
      const clean = bytes && cleanInner(bytes);
      if (!clean || clean.kind === 'refused') return undefined;
      for (const words of clean.removed) all.add(words);
      const type = clean.kind === 'svg' ? 'svg+xml' : clean.kind;
      return `data:image/${type};base64,${Buffer.from(clean.bytes).toString('base64')}`;
    },
    refuse(why, cure, node) {
      // Offsets of the parser count the bytes of UTF-8.
      const before = Buffer.from(source).subarray(0, node.start).toString('utf8').split('\n');
      refusal ??= { kind: 'refused', why, cure, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    },
  };
}

/** The bytes of a data: address (WHATWG Fetch, 6). */
function bytesOf(address: string): Uint8Array | undefined {
  const [, head = '', body] = /^data:([^,]*),(.*)$/is.exec(address) ?? [];
  if (body === undefined) return undefined;
  return Buffer.from(plain(body), /;\s*base64\s*$/i.test(head) ? 'base64' : 'utf8');
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where an element stands: the namespaces of its prefixes, and how deep it is. */
interface Scope {
  readonly names: ReadonlyMap<string, string>;
  readonly depth: number;
}

function cleanElement(element: XmlElement, outer: Scope, findings: Findings): SvgElement | undefined {
  const scope = { names: namesWithin(element, outer.names), depth: outer.depth + 1 };
  if (scope.depth > limits.depth) {
    findings.refuse('its elements stand too deep within each other', 'draw it more simply', element);
    return undefined;
  }
  const { namespace, name } = namedIn(element.name, scope.names, '');
  if (namespace !== svgNamespace || !drawingElements.has(name)) {
    noteElement(element, namespace === svgNamespace ? name : undefined, findings);
    return undefined;
  }
  const attributes = new Map(
    Object.entries(element.attributes).flatMap(([attribute, value]) => {
      const clean = cleanAttribute({ element, name, attribute, value }, scope.names, findings);
      return clean ? [clean] : [];
    }),
  );
  if (name === 'style') {
    const type = element.attributes.type ?? 'text/css';
    return type === 'text/css' ? { name, attributes, children: [cleanSheet(element.text, findings)] } : undefined;
  }
  const children = element.children.flatMap((child): readonly (SvgElement | string)[] => {
    if (child.type === 'element') return [cleanElement(child as XmlElement, scope, findings) ?? []].flat();
    if (child.type !== 'text') noteLost(child, findings);
    return child.type === 'text' && textElements.has(name) ? [(child as XmlNode & { text: string }).text] : [];
  });
  return { name, attributes, children };
}

/** The prefixes of an element with their namespaces (Namespaces in XML 1.0). */
function namesWithin({ attributes }: XmlElement, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = Object.entries(attributes).flatMap(([name, value]): readonly (readonly [string, string])[] =>
    name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : [],
  );
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

function namedIn(name: string, names: ReadonlyMap<string, string>, otherwise: string | undefined) {
  const [prefix, local] = name.includes(':') ? name.split(':', 2) : [otherwise, name];
  return { namespace: prefix === undefined ? '' : names.get(prefix), name: local ?? name };
}

interface Attribute {
  readonly element: XmlElement;
  readonly name: string;
  readonly attribute: string;
  readonly value: string;
}

function cleanAttribute(
  { element, name, attribute, value }: Attribute,
  names: ReadonlyMap<string, string>,
  findings: Findings,
): readonly [string, string] | undefined {
  const { namespace, name: local } = namedIn(attribute, names, undefined);
  if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) return undefined;
  if (local === 'href' && (namespace === '' || namespace === xlinkNamespace)) {
    return cleanReference({ element, name, attribute: local, value }, findings);
  }
  if (attribute === 'id' || attribute === 'class') return [attribute, value];
  if (attribute === 'style') return ['style', cleanDeclarations(value, findings)];
  if (drawingAttributes.has(attribute)) {
    const clean = drawingProperties.has(attribute) ? cleanValue(value, findings) : value;
    if (clean === undefined) findings.removed(removals.reference);
    return clean === undefined ? undefined : [attribute, clean];
  }
  if (!idleAttributes.has(attribute) && namespace !== xlinkNamespace) findings.removed(wordsOfAttribute(attribute));
  return undefined;
}

function wordsOfAttribute(attribute: string): string {
  if (/^on/i.test(attribute)) return removals.script;
  return /^aria-|^title$/.test(attribute) ? removals.title : removals.editor;
}

/** What an element draws that stands elsewhere: within the picture, or as a data: address. */
function cleanReference(
  { element, name, value }: Attribute,
  findings: Findings,
): readonly [string, string] | undefined {
  const address = value.trim();
  if (name === 'a') {
    findings.removed(removals.link);
    return undefined;
  }
  if (address === '') return undefined;
  if (address.startsWith('#')) {
    findings.uses('id', address.slice(1));
    return ['href', address];
  }
  const clean = /^data:/i.test(address) && /^(?:image|feImage)$/.test(name) ? findings.cleanData(address) : undefined;
  if (clean !== undefined) return ['href', clean];
  const isWithin = /^data:/i.test(address);
  findings.refuse(
    isWithin
      ? 'it holds a picture that cannot be printed'
      : `it draws what stands in another file, ${JSON.stringify(address.slice(0, 80))}`,
    isWithin ? 'put it in as PNG or JPEG' : 'embed that in it, or draw it without',
    element,
  );
  return undefined;
}

/** Says what an element was that is left out; one that would be drawn is not left out in silence. */
function noteElement(element: XmlElement, name: string | undefined, findings: Findings): void {
  if (name === undefined) findings.removed(removals.editor);
  else if (['title', 'desc'].includes(name)) findings.removed(removals.title);
  else if (name === 'script') findings.removed(removals.script);
  else if (/^(?:animate|set$|mpath)/.test(name)) findings.removed(removals.animation);
  else if (name === 'foreignObject' && !hasInstead(element)) {
    findings.refuse(
      'it holds a piece of a web page (foreignObject)',
      'export it with its words as SVG text or as outlines',
      element,
    );
  } else findings.removed(name === 'foreignObject' ? removals.page : removals.editor);
}

/** Whether something follows within a switch, which is drawn instead. */
function hasInstead(element: XmlElement): boolean {
  const { parent } = element;
  if (!parent || !('name' in parent) || parent.name.replace(/^.*:/, '') !== 'switch') return false;
  return parent.children.slice(parent.children.indexOf(element) + 1).some(({ type }) => type === 'element');
}

function noteLost(node: XmlNode, findings: Findings): void {
  if (node.type === 'comment') findings.removed(removals.comment);
  if (node.type === 'pi') findings.removed(removals.editor);
}
