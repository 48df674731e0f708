import { distance } from 'fastest-levenshtein';
import { csvRecords, isBlank } from '../data/csv-records.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { DataPackage } from '../read/schemas/data-package.ts';

/** The text of a file, as its places count it: without byte order mark, with plain line ends. */
export type SourceOf = (file: string) => string;

/**
 * Where a character of a string stands in the file that it was read from.
 *
 * @param source the file's text
 * @param start where the string begins there: its first character, its quotation mark, or the sign of its block (| or >)
 * @param text the string as it was read
 */
export function textPlace(source: string, start: Place, text: string, offset: number): Place {
  const from = offsetOf(source, start);
  const upTo = text.slice(0, offset + 1);
  const [at = from] = alignText(upTo, source, from + blockHead(source, from), source.length).slice(-1);
  return placeOfOffset(source, start.file, at);
}

/** The place of an offset in a file's text. */
export function placeOfOffset(source: string, file: string, offset: number): Place {
  const before = source.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}

function offsetOf(source: string, { line, column }: Place): number {
  let at = 0;
  for (let number = 1; number < line; number++) at = source.indexOf('\n', at) + 1;
  return at + column - 1;
}

/** The head of a block scalar, whose signs and comment are no part of its text. */
function blockHead(source: string, from: number): number {
  return /^[|>][+-]?\d?[+-]?[ \t]*(?:#[^\n]*)?\n/.exec(source.slice(from, from + 200))?.[0].length ?? 0;
}

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
const escaped = /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|U[0-9a-f]{8}|[nt0_NLP])|&(?:[a-z]\w*|#\d+|#x[0-9a-f]+);/iy;

function nextOf(character: string, source: string, from: number, to: number): { offset: number; after: number } {
  for (let at = from; at < to; at++) {
    if (source[at] === character) return { offset: at, after: at + 1 };
    if (source[at] !== '\\' && source[at] !== '&') continue;
    escaped.lastIndex = at;
    const [written] = escaped.exec(source) ?? [];
    if (written && !written.includes(character)) return { offset: at, after: at + written.length };
  }
  return { offset: Math.min(from, Math.max(to - 1, 0)), after: from };
}

/**
 * Where a cell of a dataset stands in its file; undefined where it is no CSV, or has no such cell.
 *
 * @param row its row as the engine counts, from 0 after the head and without blank lines
 */
export function placeOfCell(file: string, row: number, column: string, sourceOf: SourceOf): Place | undefined {
  if (!file.endsWith('.csv')) return undefined;
  const records = [...csvRecords(sourceOf(file))];
  const [head, ...rows] = records.filter((record) => !(isBlank(record) && (records[0]?.cells.length ?? 1) > 1));
  const index = head?.cells.findIndex(({ text }) => text.trim() === column) ?? -1;
  const cell = rows[row]?.cells[index];
  return cell && { file, line: cell.line, column: cell.column };
}

/** Finds a place in a text among the cells of the datasets: where it stands in a file, or undefined where no cell holds it. */
export type FindTextInCells = (text: string, offset: number) => Place | undefined;

/**
 * Finds the cells of the datasets that hold a text, or, where a query has changed it, the words around a place in it. The
 * files are read when it is first asked.
 */
export function findTextInCells(dataPackage: DataPackage, sourceOf: SourceOf): FindTextInCells {
  let read: readonly SourceCell[] | undefined;
  return (text, offset) => {
    read ??= cellsOf(dataPackage, sourceOf);
    for (const window of windows) {
      const from = Math.max(0, offset - window);
      const words = text.slice(from, offset + window);
      const holding = read.filter((cell) => cell.text.includes(words));
      const [nearest] = holding.toSorted((one, other) => distance(one.text, text) - distance(other.text, text));
      if (!nearest) continue;
      const at = nearest.text === text ? offset : nearest.text.indexOf(words) + offset - from;
      return textPlace(nearest.source, nearest.place, nearest.text, at);
    }
    return undefined;
  };
}

/** How many letters around a place it is looked for by in a cell that a query has changed elsewhere: ever fewer. */
const windows = [24, 12, 6, 3] as const;

/** A cell in the text of its file. */
interface SourceCell {
  readonly text: string;
  readonly source: string;
  readonly place: Place;
}

function cellsOf({ resources }: DataPackage, sourceOf: SourceOf): readonly SourceCell[] {
  return resources.flatMap(({ path }) => {
    if (!path.endsWith('.csv')) return [];
    const file = `data/${path}`;
    const source = sourceOf(file);
    // All cells of a larger file have no room in memory; its texts are reported at the query that gives them.
    if (source.length > largestSearched) return [];
    return [...csvRecords(source)].flatMap((record) =>
      record.cells.map(({ text, line, column }) => ({ text, source, place: { file, line, column } })),
    );
  });
}

/** In letters: larger files are not searched. */
const largestSearched = 5_000_000;
