/** A span that holds nothing but origins: data-cell, data-cites, data-counted, data-source. */
const originsOnly = /^(?:\s+data-(?:cell|cites|counted|source)(?:="[^"]*")?)*$/;

/**
 * A page as it goes to the printer: without the spans that only say where a text comes from. With one on either side
 * of a space, Chromium (153) leaves the space out of the tagged text.
 *
 * @param html as the press serialises it: attributes in double quotation marks, every span closed
 */
export function withoutOrigins(html: string): string {
  const taken: boolean[] = [];
  return html.replace(/<span\b([^>]*)>|<\/span>/g, (tag, attributes: string | undefined) => {
    if (attributes === undefined) return taken.pop() ? '' : tag;
    taken.push(originsOnly.test(attributes));
    return taken.at(-1) ? '' : tag;
  });
}
