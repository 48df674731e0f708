import { isArray, isDictionary, isName, isReference, isString, type Name, type PdfObject } from './objects.ts';

/**
 * An object as it stands in a file, a character a byte. A stream has no such form.
 *
 * @param numberOf the number that a referenced object has in that file
 */
export function serializeObject(object: PdfObject, numberOf: (number: number) => number): string {
  if (object === null || typeof object === 'boolean') return String(object);
  if (typeof object === 'number') return serializeNumber(object);
  if (isName(object)) return serializeName(object);
  if (isReference(object)) return `${numberOf(object.number)} 0 R`;
  if (isString(object)) return serializeString(object.bytes);
  if (isArray(object)) return `[${object.map((item) => serializeObject(item, numberOf)).join(' ')}]`;
  if (isDictionary(object)) {
    let text = '<<';
    for (const [key, value] of object) text += `${serializeName(`/${key}`)} ${serializeObject(value, numberOf)}`;
    return `${text}>>`;
  }
  throw new Error('a stream cannot stand within another object');
}

/** Never in exponents, which PDF does not know (ISO 32000-1, 7.3.3). */
function serializeNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text;
}

function serializeName(name: Name): string {
  if (!/[^!-~]|[#()<>[\]{}/%]/.test(name.slice(1))) return name;
  const escaped = (character: string) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `/${name.slice(1).replace(/[^!-~]|[#()<>[\]{}/%]/g, escaped)}`;
}

function serializeString(bytes: string): string {
  if (/[^\t\n\x20-\x7e]/.test(bytes)) return `<${Buffer.from(bytes, 'latin1').toString('hex')}>`;
  return `(${bytes.replace(/[\\()]/g, '\\$&')})`;
}
