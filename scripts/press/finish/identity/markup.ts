/** A token of an HTML document, as it is written: all of them make the document. */
type Markup =
  | { readonly kind: 'start'; readonly written: string; readonly name: string; readonly attributes: HtmlAttributes }
  | { readonly kind: 'end'; readonly written: string; readonly name: string }
  | { readonly kind: 'text' | 'comment'; readonly written: string };

/** The attributes of a start tag, by their names in small letters. */
export type HtmlAttributes = ReadonlyMap<string, string>;

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

function readAttributes(text: string): HtmlAttributes {
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

/** What these hold is no running text: labels in drawings are read as their alternative text. */
const silent: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'svg']);

/**
 * The text of a document in its order, with white space as it is written. A line break is white space. It tells where
 * words end, and no more.
 */
export function runningText(markup: Iterable<Markup>): string {
  let text = '';
  let silence: { readonly name: string; depth: number } | undefined;
  for (const token of markup) {
    if (token.kind === 'text' && !silence) text += decodeReferences(token.written);
    if (token.kind === 'start') {
      if (token.name === 'br') text += '\n';
      if (silence?.name === token.name) silence.depth += 1;
      else if (!silence && silent.has(token.name)) silence = { name: token.name, depth: 1 };
    }
    if (token.kind === 'end' && silence?.name === token.name) {
      silence.depth -= 1;
      if (silence.depth === 0) silence = undefined;
    }
  }
  return text;
}

/** Those that people write; what a program writes has few of them. */
const named: ReadonlyMap<string, string> = new Map([
  ...([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['nbsp', '\xa0'],
    ['shy', '\xad'],
    ['ensp', '\u2002'],
    ['emsp', '\u2003'],
    ['thinsp', '\u2009'],
    ['zwnj', '\u200c'],
    ['zwj', '\u200d'],
    ['lrm', '\u200e'],
    ['rlm', '\u200f'],
    ['ndash', '–'],
    ['mdash', '—'],
    ['lsquo', '‘'],
    ['rsquo', '’'],
    ['sbquo', '‚'],
    ['ldquo', '“'],
    ['rdquo', '”'],
    ['bdquo', '„'],
    ['laquo', '«'],
    ['raquo', '»'],
    ['hellip', '…'],
    ['bull', '•'],
    ['middot', '·'],
    ['sect', '§'],
    ['para', '¶'],
    ['copy', '©'],
    ['reg', '®'],
    ['trade', '™'],
    ['deg', '°'],
    ['times', '×'],
    ['minus', '−'],
    ['euro', '€'],
    ['pound', '£'],
  ] as const),
]);

/**
 * A text of HTML in which characters stand for their references (HTML, 13.5), of which those by name are the usual ones of typography.
 *
 * @throws Error that quotes a reference by another name, or to no character
 */
export function decodeReferences(written: string): string {
  return written.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z][a-z0-9]*));/gi, (whole, hexadecimal, decimal, name) => {
    const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    const character = name ? named.get(name) : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined) throw new Error(`the page has "${whole}": write the character itself`);
    return character;
  });
}
