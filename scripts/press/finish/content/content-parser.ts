import { type Lexer, openLexer, wordCode } from '../file/lexer.ts';
import { limits } from '../file/objects.ts';
import { pathBox } from './bounds.ts';
import type { ByteRange, Content, ContentKind, ContentNode, Paint, Unit } from './content.ts';
import { type Box, common, identity, type Matrix, multiply, transformed } from './geometry.ts';
import { markedAt, matrixAt, nameAt, unknownOperator } from './operators.ts';
import { skipText } from './text-object.ts';

/** What a form draws within, by its name, in the coordinates of its call; undefined for all other objects. */
type ExtentOf = (name: string) => Box | undefined;

/**
 * Takes a content stream apart (ISO 32000-1, 7.8.2). Not a byte of it is copied or changed.
 *
 * @throws Error at what Chromium never writes, or PDF/A does not allow, with its place: other operators, unbalanced ones,
 *   marks that it has no tags for
 */
export function parseContent(
  bytes: Uint8Array,
  kind: ContentKind = 'drawing',
  extentOf: ExtentOf = () => undefined,
): Content {
  const parsing: Parsing = {
    bytes,
    lexer: openLexer(bytes),
    aside: openLexer(bytes),
    units: [],
    marking: [],
    marks: [],
    groups: [],
    nodes: [],
    state: { matrix: identity, clip: undefined },
    path: undefined,
    clips: false,
    extentOf,
  };
  eachOperation(parsing, kind === 'glyph' ? glyphActs : acts);
  const { nodes, units, marking, groups, marks } = parsing;
  if (groups.length > 0) throw new Error(`the "q" at byte ${groups.at(-1)?.start} is not closed`);
  if (marks.length > 0) throw new Error(`marked content is not closed`);
  return { bytes, nodes, units, marking };
}

/** A content stream while it is taken apart. */
interface Parsing {
  readonly bytes: Uint8Array;
  /** It stands at the operator. */
  readonly lexer: Lexer;
  /** Reads operands again. */
  readonly aside: Lexer;
  readonly units: Unit[];
  readonly marking: ByteRange[];
  readonly marks: (number | undefined)[];
  readonly groups: OpenGroup[];
  /** Those of the innermost group. */
  nodes: ContentNode[];
  state: State;
  /** Where the path begins that is being built. */
  path: number | undefined;
  /** Whether it is to clip what comes after it. */
  clips: boolean;
  readonly extentOf: ExtentOf;
}

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

/** Does what an operator does, by the offsets of its operands, and that at which both begin. */
type Act = (parsing: Parsing, operands: readonly number[], start: number) => void;

type Acts = ReadonlyMap<number, Act>;

/** All operators that Chromium writes outside of text objects (ISO 32000-1, annex A). */
const acts: Acts = new Map(
  Object.entries<Act>({
    q: save,
    Q: restore,
    cm: transform,
    'm l c v y h re': build,
    'S s f F f* B B* b b*': paintPath,
    'W W*': clip,
    n: endPath,
    BT: paintText,
    Do: callObject,
    sh: (parsing, _, start) => paint(parsing, 'shading', start),
    'BMC BDC': beginMark,
    EMC: endMark,
    'CS cs': checkColourSpace,
    'g G rg RG SC sc SCN scn gs w J j M d': () => {},
  }).flatMap(([words, act]) => words.split(' ').map((word) => [wordCode(word), act])),
);

const glyphActs: Acts = new Map([...acts, ...['d0', 'd1'].map((word) => [wordCode(word), () => {}] as const)]);

function eachOperation(parsing: Parsing, acts: Acts): void {
  const { lexer } = parsing;
  const operands: number[] = [];
  let depth = 0;
  for (let token = lexer.next(); token !== 'end'; token = lexer.next()) {
    if (token === 'keyword' && depth === 0) {
      const act = acts.get(lexer.code());
      if (!act) throw unknownOperator(lexer);
      act(parsing, operands, operands[0] ?? lexer.start());
      operands.length = 0;
    } else if (token === 'array ends' || token === 'dictionary ends') {
      depth -= 1;
      if (depth < 0) throw new Error(`the "${lexer.text()}" at byte ${lexer.start()} closes nothing`);
    } else {
      if (depth === 0) operands.push(lexer.start());
      if (token === 'array begins' || token === 'dictionary begins') depth += 1;
    }
  }
  if (operands.length > 0) throw new Error(`there is no operator after byte ${operands[0]}`);
}

function save(parsing: Parsing, _: readonly number[], start: number): void {
  const { groups, nodes, state } = parsing;
  groups.push({ start, before: nodes, state });
  if (groups.length > limits.saves) {
    throw new Error(`the "q" at byte ${start} is within more than ${limits.saves - 1} others`);
  }
  parsing.nodes = [];
}

function restore(parsing: Parsing, _: readonly number[], start: number): void {
  const group = parsing.groups.pop();
  if (!group) throw new Error(`the "Q" at byte ${start} closes nothing`);
  group.before.push({ kind: 'group', start: group.start, end: parsing.lexer.end(), nodes: parsing.nodes });
  parsing.nodes = group.before;
  parsing.state = group.state;
}

function transform(parsing: Parsing, operands: readonly number[]): void {
  const { matrix, clip } = parsing.state;
  parsing.state = { matrix: multiply(matrixAt(parsing.bytes, operands), matrix), clip };
}

function build(parsing: Parsing, _: readonly number[], start: number): void {
  parsing.path ??= start;
}

function paintPath(parsing: Parsing, _: readonly number[], start: number): void {
  paint(parsing, 'path', parsing.path ?? start);
  endPath(parsing);
}

function clip(parsing: Parsing): void {
  parsing.clips = true;
}

function endPath(parsing: Parsing): void {
  const { bytes, lexer, path, clips, state } = parsing;
  if (clips && path !== undefined) parsing.state = clippedBy(bytes, path, lexer.start(), state);
  parsing.path = undefined;
  parsing.clips = false;
}

function paintText(parsing: Parsing, _: readonly number[], start: number): void {
  if (skipText(parsing.bytes, parsing.lexer) === 'shows text') paint(parsing, 'text', start);
}

function callObject(parsing: Parsing, [name]: readonly number[], start: number): void {
  paint(parsing, 'object', start, nameAt(parsing.bytes, parsing.aside, name));
}

function paint(parsing: Parsing, kind: Paint, start: number, name?: string): void {
  const { lexer, marks, nodes, units, extentOf } = parsing;
  const { matrix, clip } = parsing.state;
  const [end, mark] = [lexer.end(), marks.at(-1)];
  const extent = name === undefined ? undefined : extentOf(name);
  const unit: Unit = { kind: 'unit', paint: kind, start, end, mark, matrix, clip, name, extent };
  nodes.push(unit);
  units.push(unit);
}

function beginMark({ bytes, lexer, aside, marks, marking }: Parsing, operands: readonly number[], start: number): void {
  const { tag, number } = markedAt(bytes, aside, operands);
  // What has no number is an artifact.
  if (number === undefined && tag !== 'Artifact') throw new Error(`there is marked content "${tag}" at byte ${start}`);
  marks.push(number);
  marking.push({ start, end: lexer.end() });
}

function endMark({ lexer, marks, marking }: Parsing, _: readonly number[], start: number): void {
  if (marks.length === 0) throw new Error(`the "EMC" at byte ${start} closes nothing`);
  marks.pop();
  marking.push({ start, end: lexer.end() });
}

/** Those that need no object among the resources: Chromium names no others. */
const colourSpaces: ReadonlySet<string> = new Set(['DeviceGray', 'DeviceRGB', 'Pattern']);

function checkColourSpace({ bytes, aside }: Parsing, [name]: readonly number[], start: number): void {
  const space = nameAt(bytes, aside, name);
  if (!colourSpaces.has(space)) throw new Error(`there is a colour space "${space}" at byte ${start}`);
}

function clippedBy(bytes: Uint8Array, start: number, end: number, { matrix, clip }: State): State {
  const box = pathBox(bytes, start, end);
  if (!box) return { matrix, clip };
  const here = transformed(box, matrix);
  return { matrix, clip: clip ? common(clip, here) : here };
}
