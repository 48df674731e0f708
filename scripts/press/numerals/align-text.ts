/** How far ahead a character is looked for: past a line's indentation and marks, not past what never comes. */
const reach = 240;

/**
 * Where each character of a text stands in the source that it was read from: markdown with its escapes and entities, or a
 * YAML string in any of its styles, with its quotation marks, folds and indentation.
 *
 * @param from where the text's node begins in the source, and
 * @param to where it ends
 * @returns an offset in UTF-16 units for each unit of the text; where the source says it otherwise, the nearest
 */
export function alignText(text: string, source: string, from: number, to: number): readonly number[] {
  const offsets: number[] = [];
  let at = from;
  for (const character of text.split('')) {
    const found = nextOf(character, source, at, Math.min(to, at + reach));
    offsets.push(found.offset);
    at = found.after;
  }
  return offsets;
}

/** A character that its source writes in another way: an escape of YAML, an entity of markdown. */
const elsewise = /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|U[0-9a-f]{8}|[nt0_NLP])|&(?:[a-z]\w*|#\d+|#x[0-9a-f]+);/iy;

function nextOf(character: string, source: string, from: number, to: number): { offset: number; after: number } {
  for (let at = from; at < to; at++) {
    if (source[at] === character) return { offset: at, after: at + 1 };
    if (source[at] !== '\\' && source[at] !== '&') continue;
    elsewise.lastIndex = at;
    const [written] = elsewise.exec(source) ?? [];
    if (written && !written.includes(character)) return { offset: at, after: at + written.length };
  }
  return { offset: Math.min(from, Math.max(to - 1, 0)), after: from };
}
