import Handlebars from 'handlebars';

/** What a text in print comes from, where it is no author's prose. */
export type Origin =
  /** A cell of an answer, as "table humanitarian-funding 3 usaid_bha": kind, name, row from 1, column. */
  | { readonly cell: string }
  /** The press itself counts it: the number of a page, a figure, a note. */
  | { readonly counted: true };

/** A text for a template that knows where it comes from: the audit asks for that. */
export function originSpan(text: string, origin: Origin): Handlebars.SafeString {
  const attribute = 'cell' in origin ? `data-cell="${Handlebars.escapeExpression(origin.cell)}"` : 'data-counted';
  return new Handlebars.SafeString(`<span ${attribute}>${Handlebars.escapeExpression(text)}</span>`);
}
