import type { ToUnicode } from '../text/to-unicode.ts';

/** The most entries that a list of a CMap may have (Adobe Technical Note 5014). */
const mostEntries = 100;

/** A ToUnicode table of a composite font in which some codes stand for other texts (ISO 32000-1, 9.10.3). */
export function withTexts(before: ToUnicode, texts: ReadonlyMap<number, string>): Uint8Array {
  const entries = [...new Map([...before, ...texts])].toSorted(([one], [other]) => one - other);
  const lists: string[] = [];
  for (let at = 0; at < entries.length; at += mostEntries) {
    const list = entries.slice(at, at + mostEntries).map(([code, text]) => `<${hexadecimal(code)}> <${utf16(text)}>`);
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
      '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange',
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
  return Array.from({ length: text.length }, (_, index) => hexadecimal(text.charCodeAt(index))).join('');
}

function hexadecimal(unit: number): string {
  return unit.toString(16).toUpperCase().padStart(4, '0');
}
