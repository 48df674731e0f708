import type { Font } from '../text/read-font.ts';

/** The most entries that a list of a CMap may have (Adobe Technical Note 5014). */
const mostEntries = 100;

/** A font's ToUnicode table in which some codes stand for other texts (ISO 32000-1, 9.10.3). */
export function withTexts(
  { texts: before, width }: Pick<Font, 'texts' | 'width'>,
  texts: ReadonlyMap<number, string>,
): Uint8Array {
  const digits = width * 2;
  const entries = [...new Map([...before, ...texts])].toSorted(([one], [other]) => one - other);
  const lists: string[] = [];
  for (let at = 0; at < entries.length; at += mostEntries) {
    const list = entries
      .slice(at, at + mostEntries)
      .map(([code, text]) => `<${hexadecimal(code, digits)}> <${utf16(text)}>`);
    lists.push(`${list.length} beginbfchar\n${list.join('\n')}\nendbfchar`);
  }
  return Buffer.from(
    [
      '/CIDInit /ProcSet findresource begin',
      '12 dict begin',
      'begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def',
      '/CMapType 2 def',
      `1 begincodespacerange\n<${'0'.repeat(digits)}> <${'F'.repeat(digits)}>\nendcodespacerange`,
      ...lists,
      'endcmap',
      'CMapName currentdict /CMap defineresource pop',
      'end',
      'end',
    ].join('\n'),
    'latin1',
  );
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hexadecimal(text.charCodeAt(index), 4)).join('');
}

function hexadecimal(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
