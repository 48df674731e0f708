import { isSyntaxNode, type SyntaxNode } from './syntax-tree.ts';

/** A literal of a query that makes or changes a number of its answer. */
export interface NumberLiteral {
  /** Its value in plain digits or, of a text that becomes a number, its words; empty for what holds no data and no literal. */
  readonly text: string;
  /** Where it stands in the query, in bytes of UTF-8; undefined where the engine does not say. */
  readonly at: number | undefined;
  /**
   * What it does: `factor` multiplies or divides data, `extent` bounds a count of rows from above (`limit 10`), `value` is
   * anything else.
   */
  readonly role: 'value' | 'factor' | 'extent';
}

/** A stretch of text that a query types, as its answer can print it. */
export interface TypedPiece {
  readonly text: string;
  readonly at: number | undefined;
  /** Whether data are joined by it, so that it names rows of the data: a year, a code. */
  readonly isKey: boolean;
}

/** One way in which a text of an answer can read: typed pieces, and `data` for what is not typed. */
export type Wording = readonly (TypedPiece | 'data')[];

/** What is known of the value of an expression without running it. */
export interface Value {
  readonly numbers: readonly NumberLiteral[];
  /** The ways in which it can read, as far as any is typed. */
  readonly wordings: readonly Wording[];
  /** Whether it changes with the data. */
  readonly varies: boolean;
  /** Of a condition: the literals that make a number of it where it is counted or cast. */
  readonly condition: readonly NumberLiteral[] | undefined;
  /** Whether it numbers rows one by one, so that a condition on it can choose any number. */
  readonly isCounter: boolean;
  /** How often 1 was added or taken away, or taken from 1 or 100: more than once is told. */
  readonly steps: number;
}

/** Nothing typed and no data: a missing value. */
export const nothing: Value = {
  numbers: [],
  wordings: [],
  varies: false,
  condition: undefined,
  isCounter: false,
  steps: 0,
};

/** A value of the data. */
export const fromData: Value = { ...nothing, varies: true };

/** The value that is one of several. */
export function oneOf(values: readonly Value[]): Value {
  const conditions = values.map(({ condition }) => condition);
  return {
    numbers: values.flatMap(({ numbers }) => numbers),
    wordings: values.flatMap(({ wordings }) => wordings),
    varies: values.some(({ varies }) => varies),
    condition: conditions.includes(undefined) ? undefined : conditions.flatMap((literals) => literals ?? []),
    isCounter: values.some(({ isCounter }) => isCounter),
    steps: Math.max(0, ...values.map(({ steps }) => steps)),
  };
}

/** The value as a number: the texts in it that are typed make it one, and so do the literals of a condition. */
export function asNumber({ numbers, wordings, condition, ...value }: Value): Value {
  const typed = wordings
    .flat()
    .flatMap((piece): readonly NumberLiteral[] =>
      piece === 'data' || piece.text === '' ? [] : [{ text: piece.text, at: piece.at, role: 'value' }],
    );
  return { ...value, numbers: [...numbers, ...(condition ?? []), ...typed], wordings: [], condition: undefined };
}

/** A value with further literals. */
export function withNumbers(value: Value, numbers: readonly NumberLiteral[]): Value {
  return numbers.length === 0 ? value : { ...value, numbers: [...value.numbers, ...numbers] };
}

/** Ways to read that are joined; more of them than anybody writes are each taken alone. */
const mostWordings = 256;

/** The value of texts one after the other. */
export function joinedTexts(values: readonly Value[]): Value {
  const ways = values.map(({ wordings, varies, numbers }): readonly Wording[] =>
    wordings.length === 0 ? [['data']] : varies || numbers.length > 0 ? [...wordings, ['data']] : wordings,
  );
  const count = ways.reduce((product, { length }) => product * length, 1);
  const wordings =
    count > mostWordings
      ? ways.flat()
      : ways.reduce<readonly Wording[]>(
          (before, next) => before.flatMap((start) => next.map((end) => [...start, ...end])),
          [[]],
        );
  const isTyped = wordings.some((wording) => wording.some((piece) => piece !== 'data'));
  return { ...oneOf(values), wordings: isTyped ? wordings : [], condition: undefined };
}

/** Where a node stands in its query, in bytes; the nodes that the parser makes by itself stand nowhere. */
export function positionOf({ query_location: at }: SyntaxNode): number | undefined {
  return typeof at === 'number' && Number.isSafeInteger(at) ? at : undefined;
}

/** What a CONSTANT holds: its kind, and its value as plain text. */
export function constantOf(node: SyntaxNode): { readonly kind: 'number' | 'text' | 'none'; readonly text: string } {
  const { type, value, is_null: isNull } = isSyntaxNode(node.value) ? node.value : {};
  const { id, type_info: info } = isSyntaxNode(type) ? type : {};
  if (isNull === true || id === 'NULL' || id === 'BOOLEAN') return { kind: 'none', text: '' };
  if (typeof value === 'string') return { kind: 'text', text: value };
  const digits = plainDigits(value);
  const scale = id === 'DECIMAL' && isSyntaxNode(info) ? Number(info.scale ?? 0) : 0;
  return { kind: 'number', text: scale === 0 ? digits : withPoint(digits, scale) };
}

function plainDigits(value: unknown): string {
  if (JSON.isRawJSON(value)) return JSON.stringify(value).replace(/\.0$/, '');
  if (!isSyntaxNode(value)) return String(value);
  // A HUGEINT, in two halves.
  const part = (half: unknown) => BigInt(plainDigits(half));
  return String(part(value.upper) * 2n ** 64n + part(value.lower));
}

function withPoint(digits: string, scale: number): string {
  const [, sign = '', whole = ''] = /^(-?)(\d+)$/.exec(digits) ?? [];
  const padded = whole.padStart(scale + 1, '0');
  const text = `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  return text.replace(/\.?0+$/, '');
}

/** All literals below a node that are neither missing nor true nor false. */
export function literalsIn(tree: unknown): readonly NumberLiteral[] {
  if (Array.isArray(tree)) return tree.flatMap(literalsIn);
  if (!isSyntaxNode(tree)) return [];
  if (tree.class !== 'CONSTANT') return Object.values(tree).flatMap(literalsIn);
  const { kind, text } = constantOf(tree);
  return kind === 'none' ? [] : [{ text, at: positionOf(tree), role: 'value' }];
}

/** What stands for a node that gives a number without data and without a literal: count(*) of no table, pi(). */
export function bareLiteral(node: SyntaxNode): NumberLiteral {
  return { text: '', at: firstPosition(node), role: 'value' };
}

function firstPosition(tree: unknown): number | undefined {
  if (Array.isArray(tree)) return tree.map(firstPosition).find((at) => at !== undefined);
  if (!isSyntaxNode(tree)) return undefined;
  return positionOf(tree) ?? firstPosition(Object.values(tree));
}
