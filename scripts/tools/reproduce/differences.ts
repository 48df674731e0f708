import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/** What two builds made of one file. */
export type Compared = { readonly file: string } & (
  | { readonly kind: 'same'; readonly sha256: string }
  | { readonly kind: 'different'; readonly difference: string }
);

/**
 * Compares all files of two folders, byte by byte.
 *
 * @throws Error when both are empty: that two builds gave nothing alike proves nothing
 */
export async function compareFolders([one = '', other = '']: readonly string[]): Promise<readonly Compared[]> {
  const lists = await Promise.all([one, other].map(filesOf));
  const files = [...new Set(lists.flat())].sort();
  if (files.length === 0) throw new Error('Comparing the builds: neither left a file');
  return Promise.all(files.map((file) => compareFile(file, one, other)));
}

async function compareFile(file: string, one: string, other: string): Promise<Compared> {
  const [left, right] = await Promise.all([one, other].map((folder) => bytesOf(join(folder, file))));
  if (!left || !right) {
    return { file, kind: 'different', difference: `only the ${left ? 'first' : 'second'} build made it` };
  }
  const difference = await firstDifference(left, right);
  if (difference !== undefined) return { file, kind: 'different', difference };
  return { file, kind: 'same', sha256: createHash('sha256').update(left).digest('hex') };
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined);
}

/** The most characters that are shown of what differs. */
const mostShown = 60;

/**
 * Says in words where two files first differ: of two PDFs in which object, and in what of it.
 *
 * @returns undefined where they are the same bytes
 */
export async function firstDifference(one: Uint8Array, other: Uint8Array): Promise<string | undefined> {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  if (at === -1 && one.length === other.length) return undefined;
  const sizes = one.length === other.length ? '' : `${one.length} against ${other.length} bytes; `;
  const documents = await Promise.all([one, other].map(open));
  const [first, second] = documents;
  const inside = first && second ? inDocuments(first, second) : undefined;
  return `${sizes}first at byte ${at === -1 ? Math.min(one.length, other.length) : at}${inside ? `: ${inside}` : ''}`;
}

async function open(bytes: Uint8Array): Promise<PDFDocument | undefined> {
  return PDFDocument.load(bytes, { updateMetadata: false }).catch(() => undefined);
}

function inDocuments(one: PDFDocument, other: PDFDocument): string | undefined {
  const objects = (document: PDFDocument) =>
    new Map(document.context.enumerateIndirectObjects().map(([ref, object]) => [ref.objectNumber, object]));
  const [first, second] = [objects(one), objects(other)];
  const numbers = [...new Set([...first.keys(), ...second.keys()])].sort((a, b) => a - b);
  for (const number of numbers) {
    const found = inObjects(first.get(number), second.get(number), '');
    if (found) return `object ${number}${nameOf(first.get(number) ?? second.get(number))}${found}`;
  }
  const trailers = [one, other].map(({ context }) => String(context.trailerInfo.ID));
  return trailers[0] === trailers[1] ? undefined : `the id of the file, ${trailers[0]} against ${trailers[1]}`;
}

function inObjects(one: PDFObject | undefined, other: PDFObject | undefined, path: string): string | undefined {
  if (one instanceof PDFDict && other instanceof PDFDict) {
    const keys = [...new Set([...one.keys(), ...other.keys()])];
    return firstOf(keys, (key) => inObjects(one.get(key), other.get(key), `${path} ${key.toString()}`));
  }
  if (one instanceof PDFArray && other instanceof PDFArray && one.size() === other.size()) {
    return firstOf(one.asArray(), (entry, index) => inObjects(entry, other.get(index), `${path}[${index}]`));
  }
  if (one instanceof PDFRawStream && other instanceof PDFRawStream) {
    // What it says, before what follows from it, such as its length.
    return inTexts(contentOf(one), contentOf(other), path) ?? inObjects(one.dict, other.dict, path);
  }
  return inTexts(String(one ?? 'nothing'), String(other ?? 'nothing'), path);
}

function firstOf<Entry>(
  entries: readonly Entry[],
  look: (entry: Entry, index: number) => string | undefined,
): string | undefined {
  for (const [index, entry] of entries.entries()) {
    const found = look(entry, index);
    if (found) return found;
  }
  return undefined;
}

function inTexts(one: string, other: string, path: string): string | undefined {
  if (one === other) return undefined;
  const at = [...one].findIndex((character, index) => character !== other[index]);
  const from = Math.max(0, at - mostShown / 3);
  const part = (text: string) => JSON.stringify(text.slice(from, from + mostShown));
  return `${path}, ${part(one)} against ${part(other)}`;
}

/** What a stream says, as text; as its bytes where its filter is not known here. */
function contentOf(stream: PDFRawStream): string {
  try {
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  } catch {
    return Buffer.from(stream.contents).toString('latin1');
  }
}

function nameOf(object: PDFObject | undefined): string {
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return '';
  const names = ['Type', 'Subtype', 'S'].map((key) => dict.get(PDFName.of(key)));
  const shown = names.filter((name) => name instanceof PDFName || name instanceof PDFRef).map(String);
  return shown.length > 0 ? ` (${shown.join(' ')})` : '';
}
