import type { Code, Nodes, Paragraph, Root } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { directiveInCode } from './directive-slips.ts';
import { isIndented } from './is-indented.ts';
import type { Slip } from './slip.ts';
import type { TypedText } from './typed-texts.ts';

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
    (typed) => `"${typed}" is no link, since a blank stands within it`,
    'take the blank between the brackets and the parentheses out',
  ],
  [
    /(?<!\\)\[\^(?:\s[^[\]]*|[^[\]]*\s[^[\]]*)\]/g,
    (typed) => `"${typed}" calls no note, since the name of a note has no blanks`,
    'write [^name] here, and the words of the note in a line of their own: [^name]: …',
  ],
  [
    /(?<!\\)\^\[[^[\]]+\]/g,
    (typed) => `"${typed}" is no note, so it is printed as it is typed`,
    'write [^name] here, and the words of the note in a line of their own: [^name]: …',
  ],
];

/** Two stars or three; within a word they stand for letters that somebody left out, between digits for a power. */
const stars = /(?<![\\*])\*{2,3}(?!\*)/g;

/** Signs of markdown that make nothing where they stand, and lines that are code by their blanks alone. */
export function markdownSlips(tree: Root, markdown: string, texts: readonly TypedText[]): readonly Slip[] {
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
      return [slip(at, typed, `the line begins with "${typed}" and is neither heading nor list`, cure(typed))];
    }),
  );
}

function marksOf({ source, offset, after }: TypedText): readonly Slip[] {
  // An address is a link by itself, with the text around it in two.
  const whole = after?.type === 'link' && source.endsWith('(') ? `${source}${textOfNode(after)})` : source;
  return marks.flatMap(([mark, message, cure]) =>
    [...whole.matchAll(mark)].map(({ index, 0: typed }) => slip(offset + index, typed, message(typed), cure)),
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
    return [slip(offset + index, typed, `the stars "${typed}" mark nothing, so they are printed`, cure)];
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

function slip(start: number, typed: string, message: string, cure: string): Slip {
  return { rule: 'markdown-typed', start, end: start + typed.length, message, cure };
}
