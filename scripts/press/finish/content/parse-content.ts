import { type Lexer, openLexer, wordCode } from '../file/lexer.ts';
import { isDictionary, type PdfObject } from '../file/objects.ts';
import { parseObject } from '../file/parse-object.ts';
import { type Box, common, transformed } from './box.ts';
import type { Content, ContentNode, Paint, Unit } from './content.ts';
import { identity, type Matrix, multiply } from './matrix.ts';
import { markedAt, matrixAt, nameAt } from './operands.ts';
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

const painting: ReadonlySet<number> = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'].map(wordCode));
const building: ReadonlySet<number> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'].map(wordCode));
const [save, restore, transform] = ['q', 'Q', 'cm'].map(wordCode);
const [clip, clipEvenOdd, endPathOnly] = ['W', 'W*', 'n'].map(wordCode);
const [beginText, callObject, shade, beginImage] = ['BT', 'Do', 'sh', 'BI'].map(wordCode);
const [beginPlain, beginWithProperties, endMark] = ['BMC', 'BDC', 'EMC'].map(wordCode);

/**
 * Takes a content stream apart (ISO 32000-1, 7.8.2). Not a byte of it is copied or changed.
 *
 * @throws Error at what Chromium never writes, with its place: unbalanced operators, marks that it has no tags for,
 *   images within the stream
 */
export function parseContent(bytes: Uint8Array): Content {
  const lexer = openLexer(bytes);
  /** Reads operands again, while the other stands behind their operator. */
  const aside = openLexer(bytes);
  const marking: { readonly start: number; readonly end: number }[] = [];
  const marks: (number | undefined)[] = [];
  const groups: OpenGroup[] = [];
  const units: Unit[] = [];
  let nodes: ContentNode[] = [];
  let state: State = { matrix: identity, clip: undefined };
  let path: number | undefined;
  let clips = false;

  const paint = (kind: Paint, start: number, name?: string): void => {
    const { matrix, clip } = state;
    const mark = marks.at(-1);
    const unit: Unit = { kind: 'unit', paint: kind, start, end: lexer.end(), mark, matrix, clip, name };
    nodes.push(unit);
    units.push(unit);
  };
  const endPath = (): void => {
    if (clips && path !== undefined) state = clippedBy(bytes, path, lexer.start(), state);
    path = undefined;
    clips = false;
  };
  const leave = (start: number): void => {
    const group = groups.pop();
    if (!group) throw new Error(`the "Q" at byte ${start} closes nothing`);
    group.before.push({ kind: 'group', start: group.start, end: lexer.end(), nodes });
    ({ before: nodes, state } = group);
  };
  const operate = (operator: number, operands: readonly number[], start: number): void => {
    if (building.has(operator)) {
      path ??= start;
      return;
    }
    if (painting.has(operator)) {
      paint('path', path ?? start);
      endPath();
      return;
    }
    switch (operator) {
      case save:
        groups.push({ start, before: nodes, state });
        nodes = [];
        break;
      case restore:
        leave(start);
        break;
      case transform:
        state = { ...state, matrix: multiply(matrixAt(bytes, operands), state.matrix) };
        break;
      case clip:
      case clipEvenOdd:
        clips = true;
        break;
      case endPathOnly:
        endPath();
        break;
      case beginText:
        if (skipText(bytes, lexer) === 'shows text') paint('text', start);
        break;
      case callObject:
        paint('object', start, nameAt(bytes, aside, operands[0]));
        break;
      case shade:
        paint('shading', start);
        break;
      case beginPlain:
      case beginWithProperties:
        marks.push(numberOfMark(bytes, aside, operands, start));
        marking.push({ start, end: lexer.end() });
        break;
      case endMark:
        if (marks.length === 0) throw new Error(`the "EMC" at byte ${start} closes nothing`);
        marks.pop();
        marking.push({ start, end: lexer.end() });
        break;
      case beginImage:
        throw new Error(`there is an image within the content at byte ${start}`);
    }
  };
  eachOperation(lexer, operate);
  if (groups.length > 0) throw new Error(`the "q" at byte ${groups.at(-1)?.start} is not closed`);
  if (marks.length > 0) throw new Error(`marked content is not closed`);
  return { bytes, nodes, units, marking };
}

/** Calls for each operator of a stream, with the offsets of its operands, and that at which both begin. */
function eachOperation(
  lexer: Lexer,
  operate: (code: number, operands: readonly number[], start: number) => void,
): void {
  const operands: number[] = [];
  let depth = 0;
  for (let token = lexer.next(); token !== 'end'; token = lexer.next()) {
    if (token === 'keyword') {
      operate(lexer.code(), operands, operands[0] ?? lexer.start());
      operands.length = 0;
      continue;
    }
    if (token === 'array ends' || token === 'dictionary ends') depth -= 1;
    else if (depth === 0) operands.push(lexer.start());
    if (token === 'array begins' || token === 'dictionary begins') depth += 1;
  }
}

const [beginMarked, endText] = [wordCode('BDC'), wordCode('ET')];
const showing: ReadonlySet<number> = new Set(['Tj', 'TJ', "'", '"'].map(wordCode));

/** Goes to the end of a text object. Marks within it say how its glyphs are read, and stay as they are. */
function skipText(bytes: Uint8Array, lexer: Lexer): 'shows text' | 'shows nothing' {
  // Chromium writes an empty one for a line that it cuts off at the end of a page.
  let shows = false;
  let properties: PdfObject = null;
  for (let token = lexer.nextAfterNumbers(); token !== 'end'; token = lexer.nextAfterNumbers()) {
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
function numberOfMark(bytes: Uint8Array, lexer: Lexer, operands: readonly number[], start: number): number | undefined {
  const { tag, number } = markedAt(bytes, lexer, operands);
  if (number === undefined && tag !== 'Artifact') throw new Error(`there is marked content "${tag}" at byte ${start}`);
  return number;
}

function clippedBy(bytes: Uint8Array, start: number, end: number, { matrix, clip }: State): State {
  const box = pathBox(bytes, start, end);
  if (!box) return { matrix, clip };
  const here = transformed(box, matrix);
  return { matrix, clip: clip ? common(clip, here) : here };
}
