import { unzipSync } from 'fflate';
import { childrenOf, parseXml, type XmlElement } from './xml-tree.ts';

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
