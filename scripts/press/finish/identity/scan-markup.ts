/** A piece of an HTML document, as it is written: all pieces make the document. */
export type Markup =
  | { readonly kind: 'start'; readonly written: string; readonly name: string; readonly attributes: Attributes }
  | { readonly kind: 'end'; readonly written: string; readonly name: string }
  | { readonly kind: 'text' | 'comment'; readonly written: string };

/** The attributes of a start tag, by their names in small letters. */
export type Attributes = ReadonlyMap<string, string>;

const tag = /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const attribute = /\s([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Takes a document apart without changing it: tags, comments, and the text between them. */
export function* scanMarkup(html: string): Generator<Markup> {
  let at = 0;
  for (const match of html.matchAll(tag)) {
    const [written, slash, name, rest = ''] = match;
    if (match.index > at) yield { kind: 'text', written: html.slice(at, match.index) };
    at = match.index + written.length;
    if (name === undefined) yield { kind: 'comment', written };
    else if (slash) yield { kind: 'end', written, name: name.toLowerCase() };
    else yield { kind: 'start', written, name: name.toLowerCase(), attributes: readAttributes(rest) };
  }
  if (at < html.length) yield { kind: 'text', written: html.slice(at) };
}

function readAttributes(text: string): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  }
  return attributes;
}

/** A start tag with other attributes: those that are undefined are taken out. */
export function changeAttributes(written: string, changes: Readonly<Record<string, string | undefined>>): string {
  const entries = Object.entries(changes);
  if (entries.length === 0) return written;
  const kept = written.replace(attribute, (whole, name: string) => (name.toLowerCase() in changes ? '' : whole));
  const added = entries.map(([name, value]) => (value === undefined ? '' : ` ${name}="${value}"`)).join('');
  return kept.replace(/^<[a-z][a-z0-9]*/i, (start) => `${start}${added}`);
}
