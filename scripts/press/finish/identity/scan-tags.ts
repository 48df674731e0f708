/** A start tag of an HTML document. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Attributes that change; those that are undefined are taken out. */
export type Changes = Readonly<Record<string, string | undefined>>;

const markup = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const attribute = /\s([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * Goes through the start tags of a document as it stands, and changes what `change` says; all else stays as it is.
 *
 * @param change is given a tag and the language that is declared around it ("und" where none is)
 */
export function scanTags(html: string, change: (tag: Tag, language: string) => Changes): string {
  /** Elements that declare a language, and how many of their name are open since. */
  const declared: { readonly name: string; readonly language: string; depth: number }[] = [];
  return html.replace(markup, (whole: string, slash: string | undefined, written: string | undefined, rest = '') => {
    if (written === undefined) return whole;
    const name = written.toLowerCase();
    const last = declared.at(-1);
    if (slash) {
      if (last?.name === name) last.depth -= 1;
      if (last?.depth === 0) declared.pop();
      return whole;
    }
    const attributes = readAttributes(rest);
    const changes = change({ name, attributes }, last?.language ?? 'und');
    const language = attributes.get('lang');
    if (language !== undefined) declared.push({ name, language, depth: 1 });
    else if (last?.name === name) last.depth += 1;
    return Object.keys(changes).length === 0 ? whole : `<${written}${changed(rest, changes)}>`;
  });
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  }
  return attributes;
}

function changed(text: string, changes: Changes): string {
  const kept = text.replace(attribute, (whole: string, name: string) => (name.toLowerCase() in changes ? '' : whole));
  const added = Object.entries(changes).map(([name, value]) => (value === undefined ? '' : ` ${name}="${value}"`));
  return `${added.join('')}${kept}`;
}
