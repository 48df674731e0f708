import type { Code, Root } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { directiveForms } from './directive-forms.ts';
import { isIndented } from './is-indented.ts';
import type { Slip } from './slip.ts';
import type { TypedText } from './typed-texts.ts';

/** Placed things and blocks within a line: `::chart[name]`, `:::callout`. Behind a letter colons are part of a word. */
const withinLine = /(?<![\p{L}\p{N}_\\:]):{2,}([a-z][a-z-]*)(?:\[([^[\]]*)\](?:\{[^{}]*\})?)?/gu;
/** A directive with a blank behind its colon. */
const blankBehindColon = /(?<![\p{L}\p{N}_\\:]):[ \t]+([a-z]+)(\[[^[\]]*\](?:\{[^{}]*\})?)/gu;
/** One that begins a line of code. */
const inCode = /^[ \t]*(:{1,3}([a-z][a-z-]*)\[[^[\]]*\](?:\{[^{}]*\})?)/m;

/** Directives that would be printed as they are typed: within a line, torn by a blank, or indented as code. */
export function directiveSlips(tree: Root, markdown: string, texts: readonly TypedText[]): readonly Slip[] {
  const slips = texts.flatMap((text) => [...withinLineIn(text), ...tornIn(text)]);
  visit(tree, 'code', (node) => {
    const typed = directiveInCode(node, markdown);
    if (typed === undefined) return;
    const start = markdown.indexOf(typed, node.position?.start.offset);
    const message = `"${typed}" is indented by four blanks or more, so it is printed as it is typed`;
    const cure = 'take away the blanks before it, or put ``` before and after what is to be printed as code';
    slips.push(slip(start, typed, message, cure));
  });
  return slips;
}

/** The first directive that is code only because it is indented. */
export function directiveInCode(node: Code, markdown: string): string | undefined {
  const [, typed, name = ''] = (isIndented(node, markdown) && inCode.exec(node.value)) || [];
  return isForm(name) ? typed : undefined;
}

/** What follows the name of a directive and does not belong to it: a blank parts it, `:fact [name]`, or it is not closed. */
export function tornRest(after: string): { readonly typed: string; readonly right: string } | undefined {
  const parted = /^[ \t]+(\[[^[\]]+\](?:\{[^{}]*\})?)/.exec(after);
  if (parted?.[1] !== undefined) return { typed: parted[0], right: parted[1] };
  const open = /^\[[a-z0-9-]+/.exec(after);
  return open ? { typed: open[0], right: `${open[0]}]` } : undefined;
}

function withinLineIn({ source, offset, before }: TypedText): readonly Slip[] {
  return [...source.matchAll(withinLine)].flatMap(({ index, 0: typed, 1: name = '', 2: label }) => {
    // What begins a paragraph is told as a directive that is not one.
    const opens = index === 0 && before === undefined;
    if (opens || (label === undefined && !isForm(name))) return [];
    const message = `"${typed}" stands within a line, so it is printed as it is typed`;
    return [slip(offset + index, typed, message, cureOfPlaced(name, label))];
  });
}

function tornIn({ source, offset, before }: TypedText): readonly Slip[] {
  const slips = [...source.matchAll(blankBehindColon)].flatMap(({ index, 0: typed, 1: name = '', 2: rest = '' }) => {
    if (!directiveForms.textDirective.includes(name)) return [];
    const message = `a blank stands behind the colon of "${typed}", so it is printed as it is typed`;
    return [slip(offset + index, typed, message, `write :${name}${rest}`)];
  });
  if (before?.type !== 'textDirective') return slips;
  const written = `:${before.name}`;
  const start = before.position?.start.offset ?? offset;
  if (before.children.length === 0) {
    const rest = tornRest(source);
    if (rest === undefined || !directiveForms.textDirective.includes(before.name)) return slips;
    const typed = written + rest.typed;
    const what = rest.typed.startsWith('[') ? 'lacks its last bracket' : 'is parted by a blank';
    return [
      ...slips,
      slip(start, typed, `"${typed}" ${what}, so the press cannot read it`, `write ${written}${rest.right}`),
    ];
  }
  const [, blanks = '', braces] = /^([ \t]+)(\{[\w.#-][^{}]*\})/.exec(source) ?? [];
  if (braces === undefined) return slips;
  const message = `a blank parts "${braces}" from its directive, so it is printed as it is typed`;
  return [...slips, slip(offset + blanks.length, braces, message, `write ${written}[${textOfNode(before)}]${braces}`)];
}

function slip(start: number, typed: string, message: string, cure: string): Slip {
  return { rule: 'directive-typed', start, end: start + typed.length, message, cure };
}

function cureOfPlaced(name: string, label = 'name'): string {
  const refers = directiveForms.textDirective.includes(name);
  if (directiveForms.leafDirective.includes(name)) {
    const alone = `give ::${name}[${label}] a line of its own between empty lines`;
    return refers ? `${alone}, or write :${name}[${label}] to refer to it here` : alone;
  }
  return refers ? `write :${name}[${label}]` : 'give it a line of its own, or write \\: to print the colon itself';
}

function isForm(name: string): boolean {
  return Object.values(directiveForms).some((names) => names.includes(name));
}
