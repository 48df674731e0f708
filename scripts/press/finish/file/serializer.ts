import { limits, type Name, type PdfObject } from './objects.ts';
/** Gives an object as it stands in a file, a character a byte. A stream has no such form. */
export type Serialize = (object: PdfObject) => string;

/**
 * Begins to serialize, for PDF/A: what is larger than may be is an error that names its key.
 *
 * @param numberOf the number that a referenced object has in the file
 */
export function openSerializer(numberOf: (number: number) => number): Serialize {
  /** Names and keys that were written before: there are few, and each stands in thousands of objects. */
  const names = new Map<string, string>();
  const keys = new Map<string, string>();
  const nameOf = (name: string): string => names.get(name) ?? kept(names, name, serializeName(name));
  const keyOf = (key: string): string => keys.get(key) ?? kept(keys, key, `${serializeName(`/${key}`)} `);
  /** The innermost key that is written, for messages. */
  let at = '';
  const serialize = (object: PdfObject): string => {
    if (typeof object === 'string') return nameOf(object);
    if (typeof object === 'number') return serializeNumber(object, at);
    if (object === null || typeof object === 'boolean') return String(object);
    if (object instanceof Map) {
      let text = '<<';
      // By forEach, which makes no pair of each entry.
      object.forEach((value: PdfObject, key: string) => {
        at = key;
        text += keyOf(key) + serialize(value);
      });
      return `${text}>>`;
    }
    if (isArray(object)) {
      let text = '[';
      let before = '';
      for (const item of object) {
        text += before + serialize(item);
        before = ' ';
      }
      return `${text}]`;
    }
    if ('kind' in object && object.kind === 'reference') return `${numberOf(object.number)} 0 R`;
    if ('kind' in object && object.kind === 'string') return serializeString(object.bytes, at);
    throw new Error('a stream cannot stand within another object');
  };
  return serialize;
}

function kept(texts: Map<string, string>, key: string, text: string): string {
  texts.set(key, text);
  return text;
}

function isArray(object: object): object is readonly PdfObject[] {
  return Array.isArray(object);
}

/** Never in exponents, which PDF does not know (ISO 32000-1, 7.3.3). */
function serializeNumber(value: number, key: string): string {
  // Nearly all are whole and small.
  if ((value | 0) === value) return String(value);
  const most = Number.isInteger(value) ? limits.integer : limits.real;
  // Not a number is not within either.
  if (!(Math.abs(value) <= most)) throw new Error(`the "${key}" cannot be written: PDF/A does not allow ${value}`);
  const text = String(value);
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text;
}

function serializeName(name: Name | string): string {
  const length = name.length - 1;
  if (length > limits.name) throw new Error(`the name "${name}" has ${length} bytes; PDF/A allows ${limits.name}`);
  if (/[^\0-\xff]/.test(name)) throw new Error(`the name "${name}" is not written in bytes`);
  const escaped = (character: string) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `/${name.slice(1).replace(/[^!-~]|[#()<>[\]{}/%]/g, escaped)}`;
}

function serializeString(bytes: string, key: string): string {
  const { length } = bytes;
  if (length > limits.string) throw new Error(`the "${key}" has ${length} bytes; PDF/A allows ${limits.string}`);
  if (/[^\t\n\x20-\x7e]/.test(bytes)) return `<${Buffer.from(bytes, 'latin1').toString('hex')}>`;
  return `(${bytes.replace(/[\\()]/g, '\\$&')})`;
}
