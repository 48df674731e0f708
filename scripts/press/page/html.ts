import Handlebars from 'handlebars';
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { fitTables } from './fit-tables.ts';
import { keepTogether } from './keep-together.ts';

/** Hypertext as a value that templates print as it is. */
export function htmlOf(content: readonly ElementContent[]): Handlebars.SafeString {
  const tree = keepTogether({ type: 'root', children: [...content] });
  fitTables(tree, 'note');
  return new Handlebars.SafeString(toHtml(tree));
}

/** The same, or null where there is nothing, for `{{#if}}`. */
export function htmlOrNull(content: readonly ElementContent[]): Handlebars.SafeString | null {
  return content.length === 0 ? null : htmlOf(content);
}

/** A body with its placed blocks in their places, each as `place` gives it. */
export function bodyHtml(body: Root, place: (index: number) => string): Handlebars.SafeString {
  const tree = keepTogether(body);
  fitTables(tree, 'text');
  visit(tree, 'element', (element, index, parent) => {
    const placed = element.properties.dataPlaced;
    if (typeof placed !== 'string' || index === undefined || !parent) return undefined;
    parent.children.splice(index, 1, { type: 'raw', value: place(Number(placed)) });
    return [SKIP, index + 1];
  });
  return new Handlebars.SafeString(toHtml(tree, { allowDangerousHtml: true }));
}

/** The words of hypertext, for where there can be no marks. */
export function escapeHtml(text: string): string {
  return Handlebars.escapeExpression(text);
}
