import { distance } from 'fastest-levenshtein';
import type { Nodes, Root, Text } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import type { CompileContext, Token } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import { markdownLineEnding, unicodePunctuation, unicodeWhitespace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { DirectiveForm } from './directive-text.ts';
import { directiveNames, directiveRow, isDirectiveName } from './directives.ts';

/** So deep quotations, lists and marks print within each other; a reader is lost long before, and so is the browser. */
export const deepest = 100;

/** Parses markdown: CommonMark, GFM and directives. Any text is markdown, so this cannot fail. */
export function parseMarkdown(markdown: string): Root {
  const tree = parser.parse(markdown);
  flatten(tree);
  // The parser gives alternative text without its marks: a fact in it would be its name.
  visit(tree, 'image', (image) => {
    const source = markdown.slice(image.position?.start.offset, image.position?.end.offset);
    const label = /^!\[((?:\\.|\[[^\]]*\]|[^\]])*)\]/s.exec(source)?.[1];
    const isMarked = label !== undefined && /(?<!\\):(?:fact|claim)\[/.test(label);
    if (isMarked) image.alt = label.replace(/\s+/g, ' ');
    else image.data = { ...image.data, isLiteral: true };
  });
  return tree;
}

const parser = unified()
  .use(remarkParse)
  .use(splitAtEscapes)
  .use(remarkGfm, { singleTilde: false })
  .use(directiveSyntax)
  .freeze();

declare module 'mdast' {
  interface ImageData {
    /** Whether its alternative text holds no marks: what looks like one was escaped. */
    readonly isLiteral?: boolean;
  }
  interface ParagraphData {
    /** Whether it holds the words of what is nested too deep to print. */
    readonly isFlattened?: boolean;
  }
  interface TextData {
    /** Where brackets stand in the text that its author escaped. */
    readonly escaped?: readonly number[];
  }
}

/** Makes one paragraph of what is nested deeper. Nothing here calls itself: such a tree is deeper than the stack. */
function flatten(tree: Root): void {
  const left: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, depth } = next;
    if (depth < deepest && 'children' in node) {
      for (const child of node.children) left.push({ node: child, depth: depth + 1 });
    } else if (node.type === 'blockquote' || node.type === 'listItem') {
      const { position } = node;
      const text = { type: 'text' as const, value: wordsIn(node), ...(position && { position }) };
      const data = { isFlattened: true };
      node.children = [{ type: 'paragraph', children: [text], data, ...(position && { position }) }];
    } else if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link') {
      node.children = [{ type: 'text', value: wordsIn(node), ...(node.position && { position: node.position }) }];
    }
  }
}

function wordsIn(node: Nodes): string {
  const words: string[] = [];
  const left: Nodes[] = [node];
  for (let next = left.pop(); next; next = left.pop()) {
    if ('value' in next) words.push(next.value);
    if ('children' in next) left.push(...next.children.toReversed());
  }
  return words.join(' ').trim();
}

/**
 * Directives for a parser of markdown: those of remark-directive, but for colons that people write without meaning one. A
 * directive within a line has a name that begins with a letter and stands behind no letter or digit, so that “10:30”, “1:2:3”
 * and “fe80::1” are text; one that is known and has its bracket may stand behind a letter, since some languages have no
 * blanks between words. Without a bracket only a name of the press's own, or nearly, counts.
 */
function directiveSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), meantOnly(directive())];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()];
}

/** What stands at a colon of the text: how many colons, the name behind them, and the sign behind the name. */
interface Beginning {
  readonly colons: number;
  readonly name: string;
  readonly next: string;
}

/** Whether the beginning of a line, or of a text, is that of a directive, right or wrong, and not merely colons. */
export function beginsDirective({ colons, name, next }: Beginning): boolean {
  if (!/^\p{L}/u.test(name)) return false;
  return colons > 2 || next === '[' || next === '{' || isNearly(name, colons === 1 ? 'text' : 'leaf');
}

/** A name of the press's own, whatever its colons. Two letters may be wrong in a line of its own, one of few; none of three: “:man” is no “:map”. */
function isNearly(name: string, form: DirectiveForm): boolean {
  if (isDirectiveName(name)) return true;
  return directiveNames(form).some((known) => {
    const slips = Math.min(known.length, name.length) < 4 ? 0 : form === 'leaf' ? 2 : 1;
    return distance(known, name) <= slips;
  });
}

/** The same constructs, each tried only where a directive is meant. */
function meantOnly(extension: Extension): Extension {
  const wrap = (constructs: Construct | readonly Construct[] | undefined) => [constructs ?? []].flat().map(whereMeant);
  return { text: { 58: wrap(extension.text?.[58]) }, flow: { 58: wrap(extension.flow?.[58]) } };
}

function whereMeant(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State) {
      return effects.check(meantAfter(this.previous), construct.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

/** Reads colons and a name without taking them. */
function meantAfter(previous: Code): Construct {
  return {
    partial: true,
    tokenize(effects: Effects, ok: State, nok: State) {
      let colons = 0;
      let name = '';
      return start;

      function start(code: Code): State | undefined {
        effects.enter('data');
        return inColons(code);
      }

      function inColons(code: Code): State | undefined {
        if (code !== 58) return inName(code);
        colons += 1;
        effects.consume(code);
        return inColons;
      }

      function inName(code: Code): State | undefined {
        if (isOfName(code)) {
          name += String.fromCharCode(code);
          effects.consume(code);
          return inName;
        }
        effects.exit('data');
        const next = code === null || code < 0 ? '' : String.fromCharCode(code);
        const isWhole = colons === 1 && next === '[' && directiveRow('text', name) !== undefined;
        const isMeant = isWhole || (beginsDirective({ colons, name, next }) && (colons > 1 || !isOfWord(previous)));
        return isMeant ? ok(code) : nok(code);
      }
    },
  };
}

/** Letters, digits, the minus and the low line, as the names of micromark-extension-directive (4.0.0). */
function isOfName(code: Code): code is number {
  return isOfWord(code) || code === 45 || code === 95;
}

function isOfWord(code: Code): code is number {
  return code !== null && !markdownLineEnding(code) && !unicodeWhitespace(code) && !unicodePunctuation(code);
}

/**
 * Splits texts behind a bracket that the author escaped, `\\[@name]` or `\\[^name]`, so that what is not a citation or the
 * call of a note does not read like one. It comes before the syntax of GFM, whose links by themselves lose what is known of a text.
 */
function splitAtEscapes(this: Processor): void {
  const data = this.data();
  const extension = { exit: { characterEscapeValue: markEscape }, transforms: [splitTexts] };
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), extension];
}

/** What mdast-util-from-markdown (2.0) does itself where data end, and what marks the bracket. */
function markEscape(this: CompileContext, token: Token): void {
  const text = this.stack.pop();
  if (text?.type !== 'text') return;
  const sign = this.sliceSerialize(token);
  if (sign === '[') text.data = { ...text.data, escaped: [...(text.data?.escaped ?? []), text.value.length] };
  text.value += sign;
  const { line, column, offset } = token.end;
  if (text.position) text.position.end = { line, column, offset };
}

function splitTexts(tree: Root): void {
  // The blank behind the box of a task is taken from its text (mdast-util-gfm-task-list-item 2.0).
  visit(tree, 'listItem', ({ checked, children }) => {
    const first = children.find(({ type }) => type === 'paragraph');
    const text = first?.type === 'paragraph' ? first.children[0] : undefined;
    if (typeof checked !== 'boolean' || text?.type !== 'text' || !text.data?.escaped) return;
    text.data = { ...text.data, escaped: text.data.escaped.map((at) => at - 1) };
  });
  visit(tree, 'text', (node, index, parent) => {
    const { escaped, ...data } = node.data ?? {};
    if (!parent || index === undefined || escaped === undefined) return undefined;
    const ends = escaped.map((at) => at + 1).filter((end) => /^[@^]/.test(node.value.slice(end)));
    const parts = [0, ...ends].map((from, nth): Text => ({ ...node, data, value: node.value.slice(from, ends[nth]) }));
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}
