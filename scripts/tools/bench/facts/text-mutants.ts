import { isCollection, isNode, isPair, isScalar, parseDocument, visit } from 'yaml';
import { placeText } from '../../../press/diagnostics/diagnostic.ts';
import { claimMarks } from '../../../press/facts/claim-marks.ts';
import type { Compiled } from '../../../press/index.ts';
import { placeOfOffset, type SourceOf } from '../../../press/numbers/source-places.ts';
import { findNumerals } from '../../../press/numerals/find-numerals.ts';
import { changedNumerals, type Mutant } from './mutation.ts';

/** A numeral in a file, and what is asked of its change. */
interface Stretch extends NumberedStretch {
  readonly asks: Mutant['asks'];
}

/**
 * A mutant for each numeral in a text file: what is typed into print, claims, and all others, in queries, names, drawings
 * and records.
 *
 * @param compiled the editions that are made from it
 */
export function textMutants(file: string, compiled: readonly Compiled[], sourceOf: SourceOf): readonly Mutant[] {
  const source = sourceOf(file);
  const typed = compiled.flatMap((edition) => edition.typed.filter(({ place }) => place.file === file));
  const printed = [
    ...typed.flatMap(({ place, words }) => stretchOf(source, place, words) ?? []),
    ...claimMarks(source).map(({ start, words }) => stretchAt(start + ':claim['.length, words)),
  ];
  const isPrinted = (at: number) => printed.some(({ start, end }) => start <= at && at < end);
  const others = numberedStretches(file, source)
    .filter(({ start }) => !isPrinted(start))
    .map((stretch): Stretch => ({ ...stretch, asks: 'print or diagnostic' }));
  const once = new Map([...printed, ...others].map((stretch) => [`${stretch.start} ${stretch.end}`, stretch]));
  const entryOf = openEntries(file, source);
  const editions = compiled.map(({ edition }) => edition.name);
  return [...once.values()]
    .toSorted((one, other) => one.start - other.start)
    .map((stretch) => mutantOf({ file, source, editions, entryOf }, stretch));
}

function stretchAt(start: number, words: string): Stretch {
  return { start, end: start + words.length, asks: 'diagnostic' };
}

/** Where words stand in a file from a place on, however their lines break; undefined where they are written otherwise. */
function stretchOf(source: string, place: Mutant['place'], words: string): Stretch | undefined {
  const lines = source.split('\n');
  const from = lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, place.column - 1);
  const pattern = new RegExp(words.split(/\s+/).map(RegExp.escape).join('\\s+'), 'y');
  pattern.lastIndex = from;
  const [found] = pattern.exec(source) ?? [];
  return found === undefined ? undefined : stretchAt(from, found);
}

/** What the mutants of a file have in common. */
interface TextFile {
  readonly file: string;
  readonly source: string;
  readonly editions: readonly string[];
  readonly entryOf: (line: number) => Entry;
}

function mutantOf({ file, source, editions, entryOf }: TextFile, stretch: Stretch): Mutant {
  const { start, end, asks } = stretch;
  const before = source.slice(start, end);
  const place = placeOfOffset(source, file, start);
  const entry = entryOf(place.line);
  const fact = asks !== 'diagnostic' && file.endsWith('/facts.yaml') ? [entry.name] : [];
  const all = changedNumerals(before);
  // Whoever is to be told of a typed number has to be told of the finest change.
  const changes = asks === 'diagnostic' ? all.slice(0, 1) : all;
  if (changes.length === 0) {
    throw new Error(`${placeText(place)}: "${before}" has no other number to be changed to.`);
  }
  return {
    class: asks === 'diagnostic' ? 'number typed into print' : 'other number in content',
    editions,
    changes: changes.map((after) => {
      return { kind: 'text', file, start, end, after, names: [...namesAround(source, stretch, after), ...fact] };
    }),
    asks,
    place,
    lines: asks === 'diagnostic' ? [place.line, place.line] : entry.lines,
    before: before.replace(/\s+/g, ' '),
  };
}

const longestName = 80;

/** The name that a stretch is part of, as it is and with other words in it; none where letters are no part of it. */
function namesAround(source: string, { start, end }: Stretch, after: string): readonly string[] {
  const [before = ''] = /[\w-]*$/.exec(source.slice(Math.max(0, start - longestName), start)) ?? [];
  const [behind = ''] = /^[\w-]*/.exec(source.slice(end, end + longestName)) ?? [];
  if (!/[a-z]/i.test(before + behind)) return [];
  return [source.slice(start, end), after].map((words) => `${before}${words}${behind}`);
}

/** The outermost entry of a YAML file that a line belongs to: a fact, a source, the data of a chart. */
interface Entry {
  readonly lines: Mutant['lines'];
  /** Its key; empty where it has none. */
  readonly name: string;
}

function openEntries(file: string, source: string): (line: number) => Entry {
  const root = file.endsWith('.yaml') ? parseDocument(source).contents : null;
  const nodes = isCollection(root) ? root.items.map((item) => (isPair(item) ? item.key : item)) : [];
  const entries = nodes.flatMap((node) =>
    isNode(node) && node.range
      ? [{ first: placeOfOffset(source, file, node.range[0]).line, name: isScalar(node) ? String(node.value) : '' }]
      : [],
  );
  return (line) => {
    const entry = entries.findLast(({ first }) => first <= line);
    const next = entries.find(({ first }) => first > line);
    if (!entry) return { lines: [line, line], name: '' };
    return { lines: [entry.first, next ? next.first - 1 : Number.POSITIVE_INFINITY], name: entry.name };
  };
}

/** A stretch of a file that is a numeral. */
interface NumberedStretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The only keys whose values come into nothing that is published: notes of facts, which are for colleagues, as comments are;
 * and limits of an edition's PDF, for `verify`, of which there is none here.
 */
const unpublished: readonly (readonly [file: RegExp, key: string])[] = [
  [/facts\.yaml$/, 'note'],
  [/edition\.yaml$/, 'budgets'],
];

/**
 * The numerals of a text file, in digits or words. Of YAML those of values, and digits of keys. Digits that are no numeral of prose, as in a query or a name,
 * are one by themselves, with the signs that join them (2021-11-05, 0.5).
 */
export function numberedStretches(file: string, source: string): readonly NumberedStretch[] {
  if (!file.endsWith('.yaml')) return numbersIn(source, 0, source.length);
  const skipped = unpublished.flatMap(([pattern, key]) => (pattern.test(file) ? [key] : []));
  const stretches: NumberedStretch[] = [];
  visit(parseDocument(source), {
    Pair: (_, { key }) => (isScalar(key) && skipped.includes(String(key.value)) ? visit.SKIP : undefined),
    Scalar(position, { range }) {
      if (!range) return;
      const found = position === 'key' ? digitsIn : numbersIn;
      stretches.push(...found(source, range[0], range[1]));
    },
  });
  return stretches;
}

function numbersIn(source: string, from: number, to: number): readonly NumberedStretch[] {
  const text = source.slice(from, to);
  const words = findNumerals(text, 'en').filter(({ start, end }) => !/\d/.test(text.slice(start, end)));
  return [...words.map(({ start, end }) => ({ start: from + start, end: from + end })), ...digitsIn(source, from, to)];
}

function digitsIn(source: string, from: number, to: number): readonly NumberedStretch[] {
  return [...source.slice(from, to).matchAll(/\d+(?:[.,:-]\d+)*/g)].map(({ index, 0: digits }) => {
    return { start: from + index, end: from + index + digits.length };
  });
}
