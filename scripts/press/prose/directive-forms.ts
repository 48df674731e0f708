import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';

/** What stands within a line, on a line of its own, or around lines. */
export type Directive = TextDirective | LeafDirective | ContainerDirective;

/** Every directive there is, as an author writes it. */
export const directiveForms: Readonly<Record<Directive['type'], readonly string[]>> = {
  textDirective: ['fact', 'claim', 'chart', 'map', 'table', 'section', 'lang'],
  leafDirective: ['chart', 'map', 'table', 'timeline'],
  containerDirective: ['key-figures', 'callout'],
};

/** The colons that begin each. */
export const directiveColons: Readonly<Record<Directive['type'], string>> = {
  textDirective: ':',
  leafDirective: '::',
  containerDirective: ':::',
};
