import { childOf, childrenOf, elementsOf, isOn, numberOf, propertyOf, type XmlElement } from './package.ts';
import type { ListReference, ParagraphFormat, Styles } from './styles.ts';

/** The place of a paragraph in a list, as Word shows it (ECMA-376 part 1, 17.9). */
export interface ListPlace {
  /** Paragraphs of one list count on, whatever stands between them. */
  readonly list: string;
  /** Counted from 0. */
  readonly level: number;
  readonly ordered: boolean;
  readonly number: number;
  /** What Word prints before the paragraph: "1.", "(a)", "•". */
  readonly label: string;
  /** From the margin to the text, in twentieths of a point. */
  readonly indent: number;
  /** Whether a list of markdown would print this label as it is. */
  readonly isPlain: boolean;
  /** Whether no paragraph of this list and level came before. */
  readonly isFirst: boolean;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** The label, with %1 for the number of the first level and so on. */
  readonly text: string;
  readonly isLegal: boolean;
  readonly isHidden: boolean;
  /** The level after which it starts again; counted from 1, 0 for never. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
  readonly indent: number | undefined;
}

interface ListDefinition {
  readonly list: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Numbers that this use of the list starts at, by level. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Gives each paragraph of a list its place. Paragraphs are to be handed in in their order. */
export type CountLists = (paragraph: ParagraphFormat) => ListPlace | undefined;

const levelsOfAList = 9;
const bullets = new Set(['bullet', 'picture']);

/** Reads the lists of a document, and counts through them as paragraphs come. */
export function countLists(root: XmlElement | undefined, styles: Styles): CountLists {
  const definitions = readDefinitions(root, styles);
  const counted = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  const met = new Set<string>();
  return ({ list: reference, indent }) => {
    const definition = reference && definitions.get(reference.id);
    if (!reference || !definition) return undefined;
    const level = levelFor(reference, definition);
    const format = definition.levels.get(level);
    if (!format) return undefined;
    const numbers = counted.get(definition.list) ?? [];
    counted.set(definition.list, numbers);
    const restarts = definition.starts.has(level) && !started.has(`${reference.id} ${level}`);
    // A use of a list that begins on a lower level goes on with the numbers above it.
    for (let at = 0; at <= level; at += 1) started.add(`${reference.id} ${at}`);
    const start = definition.starts.get(level) ?? format.start;
    const last = numbers[level];
    const number = restarts || last === undefined ? start : last + 1;
    numbers[level] = number;
    fillAbove(numbers, level, definition);
    restartBelow(numbers, level, definition.levels);
    const label = labelOf(level, numbers, definition);
    // A level whose label shows nothing is an indented paragraph.
    if (label === '' || format.isHidden) return undefined;
    const place = `${definition.list} ${level}`;
    const isFirst = !met.has(place);
    met.add(place);
    const ordered = !bullets.has(format.format) && /%\d/.test(format.text);
    return {
      list: definition.list,
      level,
      ordered,
      number,
      label,
      isFirst,
      indent: indent.own ?? (reference.style === undefined ? undefined : indent.ofStyle) ?? format.indent ?? 0,
      isPlain: ordered ? format.format === 'decimal' && /^\d+[.)]$/.test(label) : bullets.has(format.format),
    };
  };
}

function levelFor({ level, style }: ListReference, { levels }: ListDefinition): number {
  const linked = style === undefined ? undefined : [...levels].find(([, format]) => format.style === style)?.[0];
  return Math.min(levelsOfAList - 1, Math.max(0, linked ?? level ?? 0));
}

/** A level that was passed over counts as begun. */
function fillAbove(numbers: (number | undefined)[], level: number, { levels, starts }: ListDefinition): void {
  for (let above = 0; above < level; above += 1) numbers[above] ??= starts.get(above) ?? levels.get(above)?.start ?? 1;
}

function restartBelow(numbers: (number | undefined)[], level: number, levels: ListDefinition['levels']): void {
  for (let below = level + 1; below < levelsOfAList; below += 1) {
    const after = levels.get(below)?.restart ?? below;
    // It starts again after each level above it, or after one at or above the stated level (17.9.10).
    if (after > level) numbers[below] = undefined;
  }
}

function labelOf(level: number, numbers: readonly (number | undefined)[], { levels }: ListDefinition): string {
  const format = levels.get(level);
  if (!format) return '';
  if (bullets.has(format.format)) return format.format === 'picture' || format.text.trim() !== '' ? '•' : '';
  return format.text
    .replace(/%([1-9])/g, (_, digit) => {
      const at = Number(digit) - 1;
      const above = levels.get(at);
      const shape = format.isLegal ? 'decimal' : (above?.format ?? 'decimal');
      return written(numbers[at] ?? above?.start ?? 1, shape);
    })
    .trim();
}

/** A number as Word writes it; forms of other languages as digits. */
function written(number: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'ordinal':
      return `${number}${ordinalEnding(number)}`;
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    default:
      return String(number);
  }
}

function ordinalEnding(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

/** a to z, then aa to zz, then aaa (17.18.59). */
function letters(number: number): string {
  if (number < 1 || number > 780) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const romans: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
  ] as const),
  ...([
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

function roman(number: number): string {
  if (number < 1 || number > 4999) return String(number);
  let [rest, text] = [number, ''];
  for (const [value, sign] of romans) {
    while (rest >= value) [rest, text] = [rest - value, text + sign];
  }
  return text;
}

function readDefinitions(root: XmlElement | undefined, styles: Styles): ReadonlyMap<string, ListDefinition> {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((element) => [element.attributes['w:abstractNumId'] ?? '', element]),
  );
  const uses = new Map(childrenOf(root, 'w:num').map((element) => [element.attributes['w:numId'] ?? '', element]));
  const definitionOf = (id: string, followed: ReadonlySet<string>): ListDefinition | undefined => {
    const use = uses.get(id);
    const list = propertyOf(use, 'w:abstractNumId') ?? '';
    const abstract = abstracts.get(list);
    if (!use || !abstract || followed.has(id)) return undefined;
    // A list may have its levels from a style of lists, which names another use (17.9.21).
    const linked = styles.listOf(propertyOf(abstract, 'w:numStyleLink') ?? '');
    const base = linked === undefined ? undefined : definitionOf(linked, new Set([...followed, id]));
    const overrides = childrenOf(use, 'w:lvlOverride');
    const levels = new Map([...(base?.levels ?? []), ...levelsIn(abstract), ...overrides.flatMap(levelsIn)]);
    const starts = overrides.flatMap((override): [number, number][] => {
      const level = numberOf(override.attributes['w:ilvl']);
      const start = numberOf(propertyOf(override, 'w:startOverride'));
      return level === undefined || start === undefined ? [] : [[level, start]];
    });
    return { list: base?.list ?? list, levels, starts: new Map(starts) };
  };
  return new Map(
    [...uses.keys()].flatMap((id): [string, ListDefinition][] => {
      const definition = definitionOf(id, new Set());
      return definition ? [[id, definition]] : [];
    }),
  );
}

function levelsIn(parent: XmlElement): readonly [number, Level][] {
  return childrenOf(parent, 'w:lvl').map((level) => [numberOf(level.attributes['w:ilvl']) ?? 0, levelOf(level)]);
}

function levelOf(element: XmlElement): Level {
  const format = propertyOf(element, 'w:numFmt') ?? 'decimal';
  const indent = childOf(childOf(element, 'w:pPr'), 'w:ind')?.attributes;
  const text = childOf(element, 'w:lvlText');
  const isPicture = elementsOf(element).some(({ name }) => name === 'w:lvlPicBulletId');
  return {
    // Without a start it is 0 (17.9.25).
    start: numberOf(propertyOf(element, 'w:start')) ?? 0,
    format: isPicture ? 'picture' : format,
    text: text?.attributes['w:val'] ?? (format === 'bullet' ? '•' : ''),
    isLegal: isOn(element, 'w:isLgl') ?? false,
    isHidden: isOn(childOf(element, 'w:rPr'), 'w:vanish') ?? false,
    restart: numberOf(propertyOf(element, 'w:lvlRestart')),
    style: propertyOf(element, 'w:pStyle'),
    indent: numberOf(indent?.['w:left'] ?? indent?.['w:start']),
  };
}
