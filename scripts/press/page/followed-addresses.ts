import type { Element } from 'hast';

/** What somebody who reads a page can be led by, on any element (HTML, the index of attributes). */
const anywhere = ['action', 'formAction', 'ping', 'cite', 'longDesc'] as const;
/** The elements on which href leads, and does not load something: those of HTML, and SVG's by the same name. */
const leading: ReadonlySet<string> = new Set(['a', 'area']);

/** The addresses that an element of a page leads to, as they are written; what it loads is none of them. */
export function followedAddresses({ tagName, properties }: Element): readonly string[] {
  const names = leading.has(tagName.toLowerCase()) ? ['href', 'xLinkHref', ...anywhere] : anywhere;
  return names.flatMap((name) => {
    const value = properties[name];
    return value === undefined || value === null ? [] : [String(value)];
  });
}
