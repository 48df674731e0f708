import { unzipSync } from 'fflate';
import { elementsOf, parseXml, UnreadableWord, type XmlElement } from './xml.ts';

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

export interface Relation {
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
 * @throws UnreadableWord for what is no Word document, has a password, or is damaged
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
  if (!sizes.has(key(main))) throw new UnreadableWord(`is no Word document: ${saveAnew}`);
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
  throw new UnreadableWord(`is no Word document: ${saveAnew}, or save it anew as a Word document (.docx) in Word`);
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
