import type { Place } from '../diagnostics/diagnostic.ts';
import { alignText } from '../numerals/align-text.ts';

/**
 * Where a character of a string stands in the file that it was read from.
 *
 * @param source the file's text
 * @param start where the string begins there: its first character, its quotation mark, or the sign of its block (| or >)
 * @param text the string as it was read
 */
export function textPlace(source: string, start: Place, text: string, offset: number): Place {
  const from = offsetOf(source, start);
  const [at = from] = alignText(text.slice(0, offset + 1), source, from + blockHead(source, from), source.length).slice(
    -1,
  );
  return placeOf(source, start.file, at);
}

/** The place of an offset in a file's text. */
export function placeOf(source: string, file: string, offset: number): Place {
  const before = source.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}

/** The head of a block scalar, whose signs and comment are no part of its text. */
function blockHead(source: string, from: number): number {
  return /^[|>][+-]?\d?[+-]?[ \t]*(?:#[^\n]*)?\n/.exec(source.slice(from, from + 200))?.[0].length ?? 0;
}

function offsetOf(source: string, { line, column }: Place): number {
  let at = 0;
  for (let number = 1; number < line; number++) at = source.indexOf('\n', at) + 1;
  return at + column - 1;
}
