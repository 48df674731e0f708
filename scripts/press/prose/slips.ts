import type { Code, Nodes, Paragraph, Root, Text } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { RuleId } from '../diagnostics/rules.ts';
import type { Edition } from '../read/edition.ts';
import { strayCitations } from './citations.ts';
import { tornRest } from './directive-text.ts';
import { directiveRow, directives, isDirectiveName, isPlacedKind } from './directives.ts';
import type { PlaceAt, Writing } from './writing.ts';

/** Something that an author typed and that prints as it is typed, where something else was meant. */
interface Slip {
  readonly rule: Extract<RuleId, 'citation-shape' | 'directive-typed' | 'markdown-typed'>;
  /** Where it begins and ends in the markdown. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly cure: string;
}

/**
 * Finds the slips of a text: what was meant as a citation, a directive or as markdown and is none. What is escaped is meant as
 * it stands, and so is code.
 *
 * @param tree what the markdown was parsed to
 */
export function slipsIn(tree: Root, markdown: string, sources: Edition['sources']): readonly Slip[] {
  const texts = typedTexts(tree, markdown);
  return [
    ...citationSlips(texts, sources),
    ...directiveSlips(tree, markdown, texts),
    ...markdownSlips(tree, markdown, texts),
  ];
}

/** Reports the slips of a text. */
export function reportSlips(
  { tree, markdown, placeAt }: { readonly tree: Root; readonly markdown: string; readonly placeAt: PlaceAt },
  { edition, report }: Writing,
): void {
  for (const { rule, start, message, cure } of slipsIn(tree, markdown, edition.sources)) {
    report({ rule, place: placeAt(start), message, cure });
  }
}

function slip(rule: Slip['rule'], start: number, typed: string, message: string, cure: string): Slip {
  return { rule, start, end: start + typed.length, message, cure };
}

/** What was meant as a citation and would be printed as it is typed, and sources that run into each other. */
function citationSlips(texts: readonly TypedText[], sources: Edition['sources']): readonly Slip[] {
  return texts.flatMap(({ source, offset }) =>
    strayCitations(source, sources).map(({ written, start, right, isJoined }): Slip => {
      const sign = written.includes('@') ? '\\@' : '\\[';
      const message = isJoined
        ? `"${written}" does not separate its sources by semicolons`
        : `"${written}" is not a citation, so it is printed as it is typed`;
      const cure = isJoined ? `write ${right}` : `write ${right}, or ${sign} to print the sign itself`;
      return slip('citation-shape', offset + start, written, message, cure);
    }),
  );
}

/** Placed things and blocks within a line: `::chart[name]`, `:::callout`. Behind a letter colons are part of a word. */
const withinLine = /(?<![\p{L}\p{N}_\\:]):{2,}([a-z][a-z-]*)(?:\[([^[\]]*)\](?:\{[^{}]*\})?)?/gu;
/** A directive with a blank behind its colon. */
const blankBehindColon = /(?<![\p{L}\p{N}_\\:]):[ \t]+([a-z]+)(\[[^[\]]*\](?:\{[^{}]*\})?)/gu;
/** One that begins a line of code. */
const inCode = /^[ \t]*(:{1,3}([a-z][a-z-]*)\[[^[\]]*\](?:\{[^{}]*\})?)/m;

/** Directives that would be printed as they are typed: within a line, torn by a blank, or indented as code. */
function directiveSlips(tree: Root, markdown: string, texts: readonly TypedText[]): readonly Slip[] {
  const slips = texts.flatMap((text) => [...withinLineIn(text), ...tornIn(text)]);
  visit(tree, 'code', (node) => {
    const typed = directiveInCode(node, markdown);
    if (typed === undefined) return;
    const start = markdown.indexOf(typed, node.position?.start.offset);
    const message = `"${typed}" is indented by four blanks or more, so it is printed as it is typed`;
    const cure = 'take away the blanks before it, or put ``` before and after what is to be printed as code';
    slips.push(slip('directive-typed', start, typed, message, cure));
  });
  return slips;
}

/** The first directive that is code only because it is indented. */
function directiveInCode(node: Code, markdown: string): string | undefined {
  const [, typed, name = ''] = (isIndented(node, markdown) && inCode.exec(node.value)) || [];
  return isDirectiveName(name) ? typed : undefined;
}

function withinLineIn({ source, offset, before }: TypedText): readonly Slip[] {
  return [...source.matchAll(withinLine)].flatMap(({ index, 0: typed, 1: name = '', 2: label }) => {
    // What begins a paragraph is reported as a directive that is not one.
    const opens = index === 0 && before === undefined;
    if (opens || (label === undefined && !isDirectiveName(name))) return [];
    const message = `"${typed}" stands within a line, so it is printed as it is typed`;
    return [slip('directive-typed', offset + index, typed, message, cureOfPlaced(name, label))];
  });
}

function tornIn({ source, offset, before }: TypedText): readonly Slip[] {
  const slips = [...source.matchAll(blankBehindColon)].flatMap(({ index, 0: typed, 1: name = '', 2: rest = '' }) => {
    if (!directiveRow('text', name)) return [];
    const message = `a blank stands behind the colon of "${typed}", so it is printed as it is typed`;
    return [slip('directive-typed', offset + index, typed, message, `write :${name}${rest}`)];
  });
  if (before?.type !== 'textDirective') return slips;
  const written = `:${before.name}`;
  const start = before.position?.start.offset ?? offset;
  if (before.children.length === 0) {
    const rest = tornRest(source);
    if (rest === undefined || !directiveRow('text', before.name)) return slips;
    const typed = written + rest.typed;
    const what = rest.typed.startsWith('[') ? 'lacks its last bracket' : 'has a blank in it';
    return [
      ...slips,
      slip(
        'directive-typed',
        start,
        typed,
        `"${typed}" ${what}, so the press cannot read it`,
        `write ${written}${rest.right}`,
      ),
    ];
  }
  const [, blanks = '', braces] = /^([ \t]+)(\{[\w.#-][^{}]*\})/.exec(source) ?? [];
  if (braces === undefined) return slips;
  const message = `a blank stands between "${braces}" and its directive, so it is printed as it is typed`;
  return [
    ...slips,
    slip(
      'directive-typed',
      offset + blanks.length,
      braces,
      message,
      `write ${written}[${textOfNode(before)}]${braces}`,
    ),
  ];
}

function cureOfPlaced(name: string, label = 'name'): string {
  const refers = directiveRow('text', name);
  if (isPlacedKind(name)) {
    const alone = `give ::${name}[${label}] a line of its own between empty lines`;
    return refers ? `${alone}, or write :${name}[${label}] to refer to it here` : alone;
  }
  return refers ? `write :${name}[${label}]` : 'give it a line of its own, or write \\: to print the colon itself';
}

/** How lines begin that were to be a heading or an entry of a list, with what to do about it. */
const lineStarts: readonly (readonly [start: RegExp, cure: (typed: string) => string])[] = [
  [/^#{2,6}(?=[^#\s])/, (typed) => `write a blank behind it for a heading, or \\${typed} to print it`],
  [/^-(?=\p{L}|:[a-z]+\[|\*|“)/u, () => 'write a blank behind it for an entry of a list, or \\- to print it'],
  [/^[•▪◦‣](?=\s*\S)/u, () => 'write a line that begins with - and a blank for each entry of a list'],
];

/** Marks within a line that make nothing. */
const marks: readonly (readonly [mark: RegExp, message: (typed: string) => string, cure: string])[] = [
  [
    /(?<!\\)!?\[[^[\]]+\][ \t]+\((?:https?:|mailto:|www\.|#)[^\s()]*\)?/g,
    (typed) => `"${typed}" is not a link, because it has a blank in it`,
    'take the blank between the brackets and the parentheses out',
  ],
  [
    /(?<!\\)\[\^(?:\s[^[\]]*|[^[\]]*\s[^[\]]*)\]/g,
    (typed) => `"${typed}" does not call a note, because the name of a note has no blanks`,
    'write [^name] here, and the words of the note in a line of their own: [^name]: …',
  ],
  [
    /(?<!\\)\^\[[^[\]]+\]/g,
    (typed) => `"${typed}" is not a note, so it is printed as it is typed`,
    'write [^name] here, and the words of the note in a line of their own: [^name]: …',
  ],
];

/** Two stars or three; within a word they stand for letters that somebody left out, between digits for a power. */
const stars = /(?<![\\*])\*{2,3}(?!\*)/g;

/** Signs of markdown that make nothing where they stand, and lines that are code by their blanks alone. */
function markdownSlips(tree: Root, markdown: string, texts: readonly TypedText[]): readonly Slip[] {
  const slips: Slip[] = texts.flatMap((text) => [...unmatchedStars(text), ...marksOf(text)]);
  const isText = (at: number) => texts.some(({ offset, source }) => offset <= at && at < offset + source.length);
  visit(tree, (node) => {
    if (node.type === 'paragraph') slips.push(...linesOf(node, markdown).filter(({ start }) => isText(start)));
    if (node.type === 'code') slips.push(...indentedProse(node, markdown));
  });
  return slips;
}

function linesOf({ position }: Paragraph, markdown: string): readonly Slip[] {
  const from = position?.start.offset ?? 0;
  const lines = markdown.slice(from, position?.end.offset).matchAll(/^([ \t>]*)(.*)$/gm);
  return [...lines].flatMap(({ index, 1: margin = '', 2: line = '' }) =>
    lineStarts.flatMap(([start, cure]) => {
      const [typed] = start.exec(line) ?? [];
      if (typed === undefined) return [];
      const at = from + index + margin.length;
      return [
        slip(
          'markdown-typed',
          at,
          typed,
          `the line begins with "${typed}" and is neither heading nor list`,
          cure(typed),
        ),
      ];
    }),
  );
}

function marksOf({ source, offset, after }: TypedText): readonly Slip[] {
  // An address is a link by itself, with the text around it in two.
  const whole = after?.type === 'link' && source.endsWith('(') ? `${source}${textOfNode(after)})` : source;
  return marks.flatMap(([mark, message, cure]) =>
    [...whole.matchAll(mark)].map(({ index, 0: typed }) =>
      slip('markdown-typed', offset + index, typed, message(typed), cure),
    ),
  );
}

function unmatchedStars(text: TypedText): readonly Slip[] {
  const { source, offset, before, after } = text;
  const beside = besideEmphasis(text);
  if (beside) return [beside];
  for (const { index, 0: typed } of source.matchAll(stars)) {
    const [left = before ? 'x' : ' ', right = after ? 'x' : ' '] = [source[index - 1], source[index + typed.length]];
    const isOperator = /\s/.test(left) && /\s/.test(right) && source.match(stars)?.length === 1;
    const isWord = /[\p{L}\p{N}]/u.test(left) && (typed.length > 2 || /[\p{L}\p{N}]/u.test(right));
    if (isOperator || isWord) continue;
    const cure = /\*\*[^*\s][^*]*[^*\s]\*\*/.test(source)
      ? 'leave a blank between the stars and the words around them, or write \\* to print a star'
      : 'put as many right before the first word and right behind the last, or write \\* to print a star';
    return [
      slip('markdown-typed', offset + index, typed, `the stars "${typed}" mark nothing, so they are printed`, cure),
    ];
  }
  return [];
}

/** A star too many before or behind what its partners mark: `**never*`. */
function besideEmphasis({ source, offset, before, after }: TypedText): Slip | undefined {
  const opens = isEmphasis(after) && /(?<!\\)([*_])$/.exec(source);
  const closes = isEmphasis(before) && /^[*_]/.exec(source);
  const marked = opens ? after : closes ? before : undefined;
  if (!marked) return undefined;
  const words = textOfNode(marked);
  const at = opens ? offset + source.length - 1 : offset;
  return slip(
    'markdown-typed',
    at,
    '*',
    `"${words}" has more signs on one side than on the other, so one is printed`,
    `write as many before it as behind it: *${words}* or **${words}**`,
  );
}

/** What only programs and commands hold. */
const ofCode = /[{}<>=;$\\`]|\(\)|\/\S*\/|--/;

/** Sentences, entries of lists and tables that are code by their blanks alone; a program may be meant to be one. */
function indentedProse(node: Code, markdown: string): readonly Slip[] {
  const text = node.value.trim();
  const isSentence = /^[\p{Lu}“‘"(]/u.test(text) && (/[.!?][”’")\]]*$/u.test(text) || text.split(/\s+/).length >= 12);
  const isList = /^(?:[-*+]|\d+[.)])\s+\p{L}+(?:\s+\S+){2}/u.test(text);
  const isTable = /^\|[^|]+\|.*\|$/m.test(text);
  const isMarked = /\[@[a-z0-9-]+|\[\^[^\]\s]+\]|:(?:fact|claim)\[/.test(text);
  if (!isIndented(node, markdown) || directiveInCode(node, markdown) !== undefined) return [];
  const isProse = isMarked || isSentence || isList || isTable;
  if (!isProse || ofCode.test(text.replace(/:[a-z]+\[[^\]]*\](?:\{[^}]*\})?/g, ''))) return [];
  const [line = ''] = text.split('\n');
  return [
    slip(
      'markdown-typed',
      markdown.indexOf(line, node.position?.start.offset),
      line,
      `"${beginning(line)}" is indented by four blanks or more, so it is printed as code`,
      'take away the blanks before it, or put ``` before and after what is to be printed as code',
    ),
  ];
}

/** Enough of a line to know it again. */
function beginning(line: string): string {
  return line.length <= 40 ? line : `${line.slice(0, 40).replace(/\s+\S*$/, '')} …`;
}

function isEmphasis(node: Nodes | undefined): node is Extract<Nodes, { type: 'emphasis' | 'strong' }> {
  return node?.type === 'emphasis' || node?.type === 'strong';
}

/** A stretch of running text as its author typed it, with its backslashes. */
interface TypedText {
  readonly source: string;
  /** Where it begins in the markdown. */
  readonly offset: number;
  /** What stands directly before and after it in its paragraph. */
  readonly before: Nodes | undefined;
  readonly after: Nodes | undefined;
}

/** The running text of a tree, stretch by stretch in its order: no code, no addresses, no names in the brackets of directives. */
function typedTexts(tree: Root, markdown: string): readonly TypedText[] {
  const texts: TypedText[] = [];
  visit(tree, 'text', (node, index, parent) => {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || !parent || index === undefined || holdsName(parent)) return;
    // An escaped sign splits a text into two of one place.
    if (texts.at(-1)?.offset === start.offset) return;
    texts.push({
      source: markdown.slice(start.offset, end?.offset),
      offset: start.offset,
      before: parent.children[index - 1],
      after: nextTo(node, index, parent.children),
    });
  });
  return texts;
}

function nextTo(text: Text, index: number, siblings: readonly Nodes[]): Nodes | undefined {
  let next = index + 1;
  while (isSamePlace(siblings[next], text)) next += 1;
  return siblings[next];
}

/** Whether the brackets of a directive hold a name, which is not printed. */
function holdsName(parent: Nodes): boolean {
  if (parent.type !== 'textDirective' && parent.type !== 'leafDirective') return false;
  const isPrinted = directives.some(
    ({ name, brackets }) => name === parent.name && (brackets === 'words' || brackets === 'number'),
  );
  return !isPrinted;
}

function isSamePlace(node: Nodes | undefined, text: Text): boolean {
  return node?.type === 'text' && node.position?.start.offset === text.position?.start.offset;
}

/** Whether a block is code because its lines are indented, and not because it stands between fences. */
function isIndented({ position }: Code, markdown: string): boolean {
  return !/^\s*(?:`{3,}|~{3,})/.test(markdown.slice(position?.start.offset, position?.end.offset));
}
