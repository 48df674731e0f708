import { isDeepStrictEqual } from 'node:util';
import { factReference } from './fact-reference.ts';
import { type FunctionKind, functionKinds, isPowerOfTen, isUnitFactor } from './literal-functions.ts';
import {
  asNumber,
  bareLiteral,
  constantOf,
  fromData,
  joinedTexts,
  literalsIn,
  type NumberLiteral,
  nothing,
  oneOf,
  positionOf,
  type TypedPiece,
  type Value,
  type Wording,
  withNumbers,
} from './literal-value.ts';
import { isSyntaxNode, type SyntaxNode } from './syntax-tree.ts';

/** The rows that a SELECT goes through. */
export interface Rows {
  /** Literals that make rows: one for each row of VALUES, the arguments of range(). */
  readonly typed: readonly NumberLiteral[];
  /** Literals that bound how many there are. */
  readonly limits: readonly NumberLiteral[];
  /** Whether data decide how many there are. */
  readonly varies: boolean;
}

/** What an expression can name where it stands. */
export interface Names {
  readonly rows: Rows;
  column(names: readonly string[]): Value;
  /** The columns that `*` stands for. */
  star(node: SyntaxNode): readonly Value[];
  /** The value of a subquery's first column. */
  subquery(statement: SyntaxNode): Value;
}

/**
 * How literals reach the value of an expression. What only decides which rows or which branch are taken reaches nothing; of
 * what is not known here, every literal does.
 */
export function expressionValue(node: SyntaxNode, names: Names): Value {
  switch (node.class) {
    case 'CONSTANT':
      return constantValue(node);
    case 'COLUMN_REF':
      return names.column(Array.isArray(node.column_names) ? node.column_names.map(String) : []);
    case 'STAR':
    case 'POSITIONAL_REFERENCE':
      return oneOf(names.star(node));
    case 'CAST':
      return castValue(node, names);
    case 'CASE':
      return oneOf(branchesOf(node).map((branch) => expressionValue(branch, names)));
    case 'COLLATE':
      return isSyntaxNode(node.child) ? expressionValue(node.child, names) : nothing;
    case 'COMPARISON':
    case 'CONJUNCTION':
    case 'BETWEEN':
      return conditionValue(node, names);
    case 'SUBQUERY':
      return node.subquery_type === 'SCALAR' && isSyntaxNode(node.subquery)
        ? names.subquery(node.subquery)
        : conditionValue(node, names);
    case 'OPERATOR':
      return operatorValue(node, names);
    case 'WINDOW':
      return windowValue(node, names);
    case 'FUNCTION':
      return functionValue(node, names);
    default:
      return unknownValue(node, [], names);
  }
}

/** The nodes in a value that is a list of them. */
export function nodesIn(value: unknown): readonly SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isSyntaxNode) : [];
}

function constantValue(node: SyntaxNode): Value {
  const { kind, text } = constantOf(node);
  if (kind === 'none') return { ...nothing, condition: [] };
  const at = positionOf(node);
  if (kind === 'number') return { ...nothing, numbers: [{ text, at, role: 'value' }] };
  return { ...nothing, wordings: [[{ text, at, isKey: false }]] };
}

function castValue(node: SyntaxNode, names: Names): Value {
  const value = isSyntaxNode(node.child) ? expressionValue(node.child, names) : nothing;
  const type = isSyntaxNode(node.cast_type) ? String(node.cast_type.id) : '';
  if (type === 'VARCHAR' || type === 'CHAR' || type === 'ENUM') return value;
  if (type === 'BOOLEAN') return { ...value, numbers: [], wordings: [], condition: asNumber(value).numbers };
  if (type !== 'DATE' && !type.startsWith('TIMESTAMP')) return asNumber(value);
  // A date that is typed whole reads as it is; the day that completes a month of the data says nothing.
  const whole = value.wordings.filter((wording) => !wording.includes('data'));
  const mixed = value.wordings.filter((wording) => wording.includes('data'));
  const completed = mixed.map((wording) => wording.filter((piece) => piece === 'data' || !isFirstDay(piece.text)));
  return { ...asNumber({ ...value, wordings: completed }), wordings: whole };
}

function isFirstDay(text: string): boolean {
  return /^-?(?:01-)?01$|^-$/.test(text);
}

function branchesOf(node: SyntaxNode): readonly SyntaxNode[] {
  const checks = nodesIn(node.case_checks).map(({ then_expr }) => then_expr);
  return [...checks, node.else_expr].filter(isSyntaxNode);
}

function conditionValue(node: SyntaxNode, names: Names): Value {
  const parts = [node.left, node.right, node.input, node.lower, node.upper, node.child, ...nodesIn(node.children)];
  const values = parts.filter(isSyntaxNode).map((part) => expressionValue(part, names));
  const literals = literalsIn(node);
  const condition = literals.length > 0 ? literals : [bareLiteral(node)];
  return { ...nothing, varies: node.class === 'SUBQUERY' || values.some(({ varies }) => varies), condition };
}

function operatorValue(node: SyntaxNode, names: Names): Value {
  const children = nodesIn(node.children);
  const [first] = children;
  switch (node.type) {
    case 'OPERATOR_COALESCE':
      return oneOf(children.map((child) => expressionValue(child, names)));
    case 'OPERATOR_TRY':
    case 'OPERATOR_UNPACK':
      return first ? expressionValue(first, names) : nothing;
    case 'ARRAY_EXTRACT':
    case 'ARRAY_SLICE':
    case 'STRUCT_EXTRACT':
      return partValue(children, names);
    case 'OPERATOR_NOT':
    case 'OPERATOR_IS_NULL':
    case 'OPERATOR_IS_NOT_NULL':
    case 'COMPARE_IN':
    case 'COMPARE_NOT_IN':
      return conditionValue(node, names);
    default:
      return unknownValue(node, children, names);
  }
}

/** Every literal counts, and what holds neither literal nor data is told as it is. */
function unknownValue(node: SyntaxNode, parts: readonly SyntaxNode[], names: Names): Value {
  const value = asNumber(oneOf(parts.map((part) => expressionValue(part, names))));
  const within = parts.length > 0 ? [] : literalsIn(node);
  const all = withNumbers(value, within);
  return all.numbers.length === 0 && !all.varies ? withNumbers(all, [bareLiteral(node)]) : all;
}

function functionValue(node: SyntaxNode, names: Names): Value {
  if (factReference(node)) return fromData;
  const children = nodesIn(node.children);
  const name = String(node.function_name).toLowerCase();
  const [first, second] = children;
  if (['+', '-', '*', '/', '//', '%'].includes(name) && first) {
    return second ? arithmetic(name, first, second, names) : asNumber(expressionValue(first, names));
  }
  const kind = functionKinds.get(name);
  const values = () => children.map((child) => expressionValue(child, names));
  switch (kind) {
    case 'same':
      return first ? expressionValue(first, names) : nothing;
    case 'part':
      return partValue(children, names);
    case 'number':
      return first ? asNumber(expressionValue(first, names)) : unknownValue(node, children, names);
    case 'number-of-second':
      return second ? asNumber(expressionValue(second, names)) : unknownValue(node, children, names);
    case 'numbers':
      return asNumber(oneOf(values().slice(1)));
    case 'condition':
      return conditionValue(node, names);
    case 'joined':
      return joinedTexts(name === 'concat_ws' ? separated(values()) : values());
    case 'any':
      return oneOf([...values(), { ...nothing, wordings: namesOf(name === 'struct_pack' ? children : []) }]);
    case 'letter':
      return first && isNumber(first) ? letterValue(first) : unknownValue(node, children, names);
    case 'name':
      return withNumbers(nothing, [bareLiteral(node)]);
    case 'rows':
      return countersValue(node, children, names);
    case 'replace':
    case 'strftime':
    case 'format':
    case 'pad':
      return textValue(kind, children, names);
    case undefined:
      return unknownValue(node, children, names);
    default:
      return aggregateValue(node, kind, children, names);
  }
}

/** The letter of a number: chr(10) ends a line, and chr(52) is a 4. */
function letterValue(node: SyntaxNode): Value {
  const code = Number(constantOf(node).text);
  const text = Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  return { ...nothing, wordings: [[{ text, at: positionOf(node), isKey: false }]] };
}

/** The texts of concat_ws, with the first of them between the others. */
function separated([separator = nothing, ...texts]: readonly Value[]): readonly Value[] {
  return texts.flatMap((text, index) => (index === 0 ? [text] : [separator, text]));
}

/** The names that a query gives to values: as texts, they stand in what is written of a structure. */
function namesOf(nodes: readonly SyntaxNode[]): readonly Wording[] {
  return nodes.flatMap((node): readonly Wording[] =>
    typeof node.alias === 'string' && node.alias !== ''
      ? [[{ text: node.alias, at: positionOf(node), isKey: false }]]
      : [],
  );
}

/** A part of a text or a list. Of a key that is typed (2022-Q1), a part is as good as the key. */
function partValue(children: readonly SyntaxNode[], names: Names): Value {
  const [first, ...choosing] = children;
  if (!first) return nothing;
  const value = expressionValue(first, names);
  const isList = first.class === 'FUNCTION' && functionKinds.get(String(first.function_name).toLowerCase()) === 'any';
  if (isList) return value;
  const keys = value.wordings.filter(isKeyAlone);
  const others = value.wordings.filter((wording) => !isKeyAlone(wording));
  const number = asNumber({ ...value, wordings: others });
  const chosen = value.varies || keys.length > 0 || number.numbers.length > 0 ? [] : literalsIn(choosing);
  return { ...withNumbers(number, chosen), wordings: keys };
}

function isKeyAlone(wording: Wording): boolean {
  return wording.every((piece) => piece !== 'data' && piece.isKey);
}

/** Numbers one after the other. That they begin at 0 or 1, or go on by 1, says nothing where data say how far. */
function countersValue(node: SyntaxNode, children: readonly SyntaxNode[], names: Names): Value {
  const values = children.map((child) => ({ child, value: asNumber(expressionValue(child, names)) }));
  const varies = values.some(({ value }) => value.varies);
  const telling = values.filter(({ child }) => !varies || !isOneOf(child, ['0', '1']));
  const value = { ...oneOf(telling.map((one) => one.value)), varies, isCounter: true };
  return value.numbers.length === 0 && !varies ? withNumbers(value, [bareLiteral(node)]) : value;
}

function textValue(
  kind: Extract<FunctionKind, 'replace' | 'strftime' | 'format' | 'pad'>,
  children: readonly SyntaxNode[],
  names: Names,
): Value {
  const [first = nothing, second = nothing, third = nothing] = children.map((child) => expressionValue(child, names));
  switch (kind) {
    case 'replace':
      return { ...oneOf([first, filled(third, /\\\d/)]), steps: 0, condition: undefined };
    case 'strftime': {
      const [moment, format] = second.wordings.length > 0 ? [first, second] : [second, first];
      return oneOf([asNumber(moment), filled(format, /%-?[a-zA-Z%]/)]);
    }
    case 'format': {
      const values = children.slice(1).map((child) => expressionValue(child, names));
      return oneOf([filled(first, /\{[^}]*\}|%[-+ #0]*\d*(?:\.\d+)?[a-zA-Z%]/), ...values]);
    }
    case 'pad': {
      const zeros = third.wordings.every((wording) =>
        wording.every((piece) => piece !== 'data' && /^[0 ]*$/.test(piece.text)),
      );
      return first.varies && zeros ? first : unknownValue({}, children, names);
    }
  }
}

/** Texts in which the engine fills in what a pattern finds. */
function filled(value: Value, gaps: RegExp): Value {
  const inPieces = (piece: TypedPiece | 'data'): Wording => {
    if (piece === 'data') return [piece];
    const gap = new RegExp(gaps, 'g');
    const parts: (TypedPiece | 'data')[] = [];
    let from = 0;
    for (const { index, 0: found } of piece.text.matchAll(gap)) {
      parts.push(from === index ? 'data' : partOf(piece, from, index), 'data');
      from = index + found.length;
    }
    return from === 0 ? [piece] : [...parts, partOf(piece, from, piece.text.length)];
  };
  return { ...value, wordings: value.wordings.map((wording) => wording.flatMap(inPieces)) };
}

function partOf({ text, at, isKey }: TypedPiece, from: number, to: number): TypedPiece {
  const before = new TextEncoder().encode(text.slice(0, from)).length;
  return { text: text.slice(from, to), at: at === undefined ? undefined : at + before, isKey };
}

/** An aggregate, also one over a window. */
function aggregateValue(
  node: SyntaxNode,
  kind: FunctionKind,
  children: readonly SyntaxNode[],
  { rows, ...others }: Names,
): Value {
  const names = { rows, ...others };
  const [first, second] = children;
  const frame = literalsIn([node.start_expr, node.end_expr]);
  const isRunning = node.class === 'WINDOW' && nodesIn(node.orders).length > 0;
  if (kind === 'count') {
    const distinct = node.distinct === true && first ? asNumber(expressionValue(first, names)) : fromData;
    const typed = distinct.varies ? [] : distinct.numbers;
    const value = { ...nothing, varies: rows.varies, isCounter: isRunning };
    return withNumbers(value, [...typed, ...rows.typed, ...rows.limits, ...frame]);
  }
  if (!first) return unknownValue(node, children, names);
  if (kind === 'first-of-rows') return expressionValue(first, names);
  if (kind === 'texts-of-rows') {
    const value = expressionValue(first, names);
    return withNumbers(oneOf([value, ...(second ? [expressionValue(second, names)] : [])]), rows.typed);
  }
  const { value, counts } = addend(first, names);
  const counting = counts ? [...rows.limits, ...frame] : [];
  return withNumbers({ ...value, isCounter: value.isCounter || (counts && isRunning) }, [...rows.typed, ...counting]);
}

/** What an aggregate adds up: 1 for a row that is counted and 0 for one that is not are no numbers of their own. */
function addend(node: SyntaxNode, names: Names): { readonly value: Value; readonly counts: boolean } {
  if (isOneOf(node, ['0', '1'])) return { value: { ...nothing, varies: names.rows.varies }, counts: true };
  const isCoalesce = node.type === 'OPERATOR_COALESCE';
  if (node.class === 'CASE' || isCoalesce) {
    const branches = isCoalesce ? nodesIn(node.children) : branchesOf(node);
    const added = branches.map((branch) => addend(branch, names));
    return { value: oneOf(added.map(({ value }) => value)), counts: added.some(({ counts }) => counts) };
  }
  const value = expressionValue(node, names);
  const cast = node.class === 'CAST' && isSyntaxNode(node.child) ? expressionValue(node.child, names) : value;
  if (cast.condition === undefined) return { value: asNumber(value), counts: false };
  return { value: { ...nothing, varies: cast.varies && names.rows.varies }, counts: cast.varies };
}

const rankings: ReadonlySet<unknown> = new Set(
  ['ROW_NUMBER', 'RANK', 'RANK_DENSE', 'NTILE', 'PERCENT_RANK', 'CUME_DIST'].map((name) => `WINDOW_${name}`),
);

function windowValue(node: SyntaxNode, names: Names): Value {
  const { rows } = names;
  if (rankings.has(node.type)) {
    return { ...nothing, numbers: [...rows.typed, ...rows.limits], varies: rows.varies, isCounter: true };
  }
  const children = nodesIn(node.children);
  const kind = functionKinds.get(String(node.function_name).toLowerCase());
  const value = kind === undefined ? unknownValue(node, children, names) : aggregateValue(node, kind, children, names);
  return isSyntaxNode(node.default_expr) ? oneOf([value, expressionValue(node.default_expr, names)]) : value;
}

function arithmetic(operator: string, left: SyntaxNode, right: SyntaxNode, names: Names): Value {
  const [one, other] = [asNumber(expressionValue(left, names)), asNumber(expressionValue(right, names))];
  const value = oneOf([one, other]);
  if (operator !== '+' && operator !== '*' && value.varies && isAlike(left, right)) {
    // The data cancel out: what is left is a number that nobody counted.
    return withNumbers(value, [bareLiteral(left)]);
  }
  const [numbers, data] = isNumber(left) ? [left, other] : [right, one];
  if (!isNumber(numbers) || !data.varies) return value;
  const role = roleOf(operator, constantOf(numbers).text, numbers === left);
  if (role === 'unit') return data;
  if (role === 'step' && data.steps === 0) return { ...data, steps: 1 };
  const literals = literalsIn(numbers).map(
    (literal) => ({ ...literal, role: role === 'factor' ? role : 'value' }) as const,
  );
  return withNumbers(data, literals);
}

/** What a number does to data: it turns their unit, multiplies them, counts one on (or the rest to one), or adds to them. */
function roleOf(operator: string, text: string, isFirst: boolean): 'unit' | 'factor' | 'step' | 'value' {
  if (operator === '*') return isUnitFactor(text) ? 'unit' : text === '0' ? 'value' : 'factor';
  if (operator === '+') return text === '1' || text === '-1' ? 'step' : 'value';
  if (operator === '-') return text === '1' || text === '100' ? 'step' : 'value';
  if (isFirst) return isPowerOfTen(text) ? 'unit' : 'value';
  return isUnitFactor(text) ? 'unit' : 'factor';
}

function isNumber(node: SyntaxNode): boolean {
  return node.class === 'CONSTANT' && constantOf(node).kind === 'number';
}

function isOneOf(node: SyntaxNode, numbers: readonly string[]): boolean {
  return isNumber(node) && numbers.includes(constantOf(node).text);
}

/** Whether two expressions are written alike, wherever they stand. */
function isAlike(one: SyntaxNode, other: SyntaxNode): boolean {
  return isDeepStrictEqual(stripped(one), stripped(other));
}

function stripped(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(stripped);
  if (!isSyntaxNode(node)) return node;
  const isLoose = (key: string) => key === 'query_location' || key === 'alias';
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, part]) => (isLoose(key) ? [] : [[key, stripped(part)]])),
  );
}
