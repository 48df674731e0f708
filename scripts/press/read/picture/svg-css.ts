import { createRequire } from 'node:module';
import type { CssNode, Declaration, List, ListItem, WalkContext } from 'css-tree';
import { removals } from './outcome.ts';
import { drawingProperties } from './svg-names.ts';

// Loaded when the first style is read: it takes longer than all pictures.
const require = createRequire(import.meta.url);
const css = () => require('css-tree') as typeof import('css-tree');

/** What is found in styles while they are cleaned. */
export interface StyleFindings {
  removed(words: string): void;
  /** Something of that id or class is styled or drawn. */
  uses(kind: 'id' | 'class', name: string): void;
  /** Selectors may mean any id or class. */
  usesAny(): void;
  /** A picture as a data: address, cleaned; undefined where it cannot be. */
  cleanData(address: string): string | undefined;
  /** Whether a property of the authors’ own is asked for somewhere. */
  isAskedFor(property: string): boolean;
}

/** Rules of CSS that draw; those of movement and of other files do not. */
const drawingRules: readonly string[] = ['media', 'supports', 'layer', 'font-face'];

/** Functions that fetch what they name by a text. */
const fetching: readonly string[] = ['image', 'image-set', '-webkit-image-set', 'cross-fade', 'element', 'src'];

/** A stylesheet of the rules and properties that draw. */
export function cleanSheet(text: string, found: StyleFindings): string {
  return cleaned(text, 'stylesheet', found);
}

/** The contents of a style attribute, of the properties that draw. */
export function cleanDeclarations(text: string, found: StyleFindings): string {
  return cleaned(text, 'declarationList', found);
}

/** A value as an attribute has it; undefined where it asks for another file. */
export function cleanValue(text: string, found: StyleFindings): string | undefined {
  if (!/url|\\/i.test(text)) return text;
  const tree = css().parse(text, { context: 'value' });
  const state = cleanAddresses(tree, 'value', found);
  if (state === 'fetches') return undefined;
  return state === 'as it was' ? text : css().generate(tree);
}

function cleaned(text: string, context: 'stylesheet' | 'declarationList', found: StyleFindings): string {
  const { parse, walk, generate } = css();
  const onComment = () => found.removed(removals.comment);
  const tree = parse(text, { context, parseCustomProperty: true, onComment });
  const drop = (words: string, item: ListItem<CssNode>, list: List<CssNode>) => {
    found.removed(words);
    list.remove(item);
  };
  walk(tree, {
    enter(this: WalkContext, node: CssNode, item: ListItem<CssNode> | null, list: List<CssNode>) {
      if (node.type === 'ClassSelector') found.uses('class', node.name);
      if (node.type === 'IdSelector') found.uses('id', node.name);
      if (node.type === 'AttributeSelector') found.usesAny();
      if (!item) return;
      if (node.type === 'Atrule' && !drawingRules.includes(node.name.toLowerCase())) {
        drop(node.name === 'import' ? removals.reference : removals.animation, item, list);
      } else if (node.type === 'Raw' || (node.type === 'Rule' && node.prelude.type === 'Raw')) {
        drop(removals.editor, item, list);
      } else if (node.type === 'Declaration') {
        const fault = faultOf(node, this.atrule?.name === 'font-face' ? 'font' : 'value', found);
        if (fault !== undefined) drop(fault, item, list);
      }
    },
    leave(node: CssNode, item: ListItem<CssNode> | null, list: List<CssNode>) {
      if (item && node.type === 'Rule' && node.block.children.isEmpty) list.remove(item);
    },
  });
  return generate(tree);
}

/** What a declaration is that does not draw. */
function faultOf(declaration: Declaration, use: 'font' | 'value', found: StyleFindings): string | undefined {
  const { property, value } = declaration;
  const isKnown = property.startsWith('--')
    ? found.isAskedFor(property)
    : drawingProperties.has(property.replace(/^-webkit-/, '').toLowerCase());
  if (!isKnown || value.type === 'Raw') return removals.editor;
  return cleanAddresses(value, use, found) === 'fetches' ? removals.reference : undefined;
}

function cleanAddresses(
  value: CssNode,
  use: 'font' | 'value',
  found: StyleFindings,
): 'as it was' | 'cleaned' | 'fetches' {
  let state: 'as it was' | 'cleaned' | 'fetches' = 'as it was';
  css().walk(value, (node) => {
    if (node.type === 'Function' && fetching.includes(node.name.toLowerCase())) state = 'fetches';
    if (node.type !== 'Url') return;
    const address = node.value;
    if (address.startsWith('#')) found.uses('id', address.slice(1));
    else if (use === 'font' && /^data:(?:font|application)\//i.test(address)) return;
    else if (use === 'value' && /^data:/i.test(address)) {
      const clean = found.cleanData(address);
      if (clean === undefined) state = 'fetches';
      else node.value = clean;
      if (state === 'as it was' && clean !== address) state = 'cleaned';
    } else state = 'fetches';
  });
  return state;
}
