import { type Lexer, openLexer, wordCode } from '../file/lexer.ts';
import { isDictionary, type PdfObject } from '../file/objects.ts';
import { parseObject } from '../file/parse-object.ts';
import { type Box, common, transformed } from './box.ts';
import type { Content, ContentNode, Paint } from './content.ts';
import { identity, type Matrix, multiply } from './matrix.ts';
import { markedAt, matrixAt, nameAt } from './operands.ts';
import { operationsOf } from './operations.ts';
import { pathBox } from './path-box.ts';

/** What q saves and Q brings back, as far as it matters here. */
interface State {
  readonly matrix: Matrix;
  readonly clip: Box | undefined;
}

interface OpenGroup {
  readonly start: number;
  /** What came before it, within the same group. */
  readonly before: ContentNode[];
  readonly state: State;
}

const painting: ReadonlySet<string> = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const building: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);

/**
 * Takes a content stream apart (ISO 32000-1, 7.8.2). Not a byte of it is copied or changed.
 *
 * @throws Error at what Chromium never writes, with its place: unbalanced operators, marks that it has no tags for,
 *   images within the stream
 */
export function parseContent(bytes: Uint8Array): Content {
  const lexer = openLexer(bytes);
  const marking: { readonly start: number; readonly end: number }[] = [];
  const marks: (number | undefined)[] = [];
  const groups: OpenGroup[] = [];
  let nodes: ContentNode[] = [];
  let state: State = { matrix: identity, clip: undefined };
  let path: number | undefined;
  let clips = false;

  const paint = (kind: Paint, start: number, name?: string): void => {
    const { matrix, clip } = state;
    nodes.push({ kind: 'unit', paint: kind, start, end: lexer.end(), mark: marks.at(-1), matrix, clip, name });
  };
  const endPath = (): void => {
    if (clips && path !== undefined) state = clippedBy(bytes, path, lexer.start(), state);
    path = undefined;
    clips = false;
  };
  const mark = (start: number): void => void marking.push({ start, end: lexer.end() });

  const operate = (operator: string, operands: readonly number[], start: number): void => {
    switch (operator) {
      case 'q':
        groups.push({ start, before: nodes, state });
        nodes = [];
        break;
      case 'Q': {
        const group = groups.pop();
        if (!group) throw new Error(`the "Q" at byte ${start} closes nothing`);
        group.before.push({ kind: 'group', start: group.start, end: lexer.end(), nodes });
        ({ before: nodes, state } = group);
        break;
      }
      case 'cm':
        state = { ...state, matrix: multiply(matrixAt(bytes, operands), state.matrix) };
        break;
      case 'W':
      case 'W*':
        clips = true;
        break;
      case 'n':
        endPath();
        break;
      case 'BT':
        if (skipText(bytes, lexer) === 'shows text') paint('text', start);
        break;
      case 'Do':
        paint('object', start, nameAt(bytes, operands[0]));
        break;
      case 'sh':
        paint('shading', start);
        break;
      case 'BMC':
      case 'BDC':
        marks.push(numberOfMark(bytes, operands, start));
        mark(start);
        break;
      case 'EMC':
        if (marks.length === 0) throw new Error(`the "EMC" at byte ${start} closes nothing`);
        marks.pop();
        mark(start);
        break;
      case 'BI':
        throw new Error(`there is an image within the content at byte ${start}`);
      default:
        if (building.has(operator)) {
          path ??= start;
        } else if (painting.has(operator)) {
          paint('path', path ?? start);
          endPath();
        }
    }
  };
  for (const { operator, operands, start } of operationsOf(lexer)) operate(operator, operands, start);
  if (groups.length > 0) throw new Error(`the "q" at byte ${groups.at(-1)?.start} is not closed`);
  if (marks.length > 0) throw new Error(`marked content is not closed`);
  return { bytes, nodes, marking };
}

const [beginMarked, endText] = [wordCode('BDC'), wordCode('ET')];
const showing: ReadonlySet<number> = new Set(['Tj', 'TJ', "'", '"'].map(wordCode));

/** Goes to the end of a text object. Marks within it say how its glyphs are read, and stay as they are. */
function skipText(bytes: Uint8Array, lexer: Lexer): 'shows text' | 'shows nothing' {
  // Chromium writes an empty one for a line that it cuts off at the end of a page.
  let shows = false;
  let properties: PdfObject = null;
  for (let token = lexer.next(); token !== 'end'; token = lexer.next()) {
    if (token === 'dictionary begins') {
      lexer.moveTo(lexer.start());
      properties = parseObject(bytes, lexer);
    }
    if (token !== 'keyword') continue;
    const code = lexer.code();
    if (code === endText) return shows ? 'shows text' : 'shows nothing';
    if (showing.has(code)) shows = true;
    if (code === beginMarked && isDictionary(properties) && properties.has('MCID')) {
      throw new Error(`a text object is tagged in parts at byte ${lexer.start()}`);
    }
  }
  throw new Error('a text object does not end');
}

/** The MCID of marked content; undefined for an artifact. */
function numberOfMark(bytes: Uint8Array, operands: readonly number[], start: number): number | undefined {
  const { tag, number } = markedAt(bytes, operands);
  if (number === undefined && tag !== 'Artifact') throw new Error(`there is marked content "${tag}" at byte ${start}`);
  return number;
}

function clippedBy(bytes: Uint8Array, start: number, end: number, { matrix, clip }: State): State {
  const box = pathBox(bytes, start, end);
  if (!box) return { matrix, clip };
  const here = transformed(box, matrix);
  return { matrix, clip: clip ? common(clip, here) : here };
}
