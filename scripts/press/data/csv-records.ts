/** One cell with the place of its first character in the file's text. */
export interface CsvCell {
  /** What it holds, without its quotation marks. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly form: 'plain' | 'quoted' | 'unclosed' | 'words-after-quote';
}

/** One row of a CSV; it may run over several lines. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly CsvCell[];
  readonly ending: '\n' | '\r\n' | '\r' | '';
  /** From where to where it is written in the text, with its line end. */
  readonly start: number;
  readonly end: number;
}

/**
 * The rows of a CSV (RFC 4180) with their places, blank lines included. It never fails: a quotation mark that is not
 * closed takes the rest of the text, and its cell says so. Lines end as the file ends them; a byte order mark is
 * no part of the first cell.
 */
export function* csvRecords(text: string): Generator<CsvRecord> {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  let at = start;
  let line = 1;
  let lineStart = start;
  while (at < text.length) {
    const first = line;
    const from = at;
    const cells: CsvCell[] = [];
    for (;;) {
      const place = { line, column: at - lineStart + 1 };
      const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
      cells.push({ text: cell.text, form: cell.form, ...place });
      for (const match of text.slice(at, cell.end).matchAll(/\r\n|\n|\r/g)) {
        line += 1;
        lineStart = at + match.index + match[0].length;
      }
      at = cell.end;
      if (text[at] !== ',') break;
      at += 1;
    }
    const ending = endingAt(text, at);
    at += ending.length;
    line += 1;
    lineStart = at;
    yield { line: first, cells, ending, start: from, end: at };
  }
}

/** Whether a row is a blank line, which a CSV of several columns may have between its rows. */
export function isBlank({ cells }: CsvRecord): boolean {
  const [only] = cells;
  return cells.length === 1 && only?.text === '' && only.form === 'plain';
}

interface Lexed {
  readonly text: string;
  readonly form: CsvCell['form'];
  readonly end: number;
}

function plainCell(text: string, at: number): Lexed {
  const end = cellEnd(text, at);
  return { text: text.slice(at, end), form: 'plain', end };
}

function quotedCell(text: string, at: number): Lexed {
  let close = at + 1;
  for (;;) {
    close = text.indexOf('"', close);
    if (close === -1) return { text: text.slice(at + 1).replaceAll('""', '"'), form: 'unclosed', end: text.length };
    if (text[close + 1] !== '"') break;
    close += 2;
  }
  const end = cellEnd(text, close + 1);
  // The engine lets blanks stand after the closing mark, so they are no fault here either.
  const form = text.slice(close + 1, end).trim() === '' ? 'quoted' : 'words-after-quote';
  return { text: text.slice(at + 1, close).replaceAll('""', '"'), form, end };
}

function cellEnd(text: string, at: number): number {
  const boundary = /[,\r\n]/g;
  boundary.lastIndex = at;
  return boundary.exec(text)?.index ?? text.length;
}

function endingAt(text: string, at: number): CsvRecord['ending'] {
  if (text[at] === '\n') return '\n';
  if (text[at] !== '\r') return '';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}
