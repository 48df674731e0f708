import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { LinkTarget } from './link-targets.ts';
import { quoteWords } from './quote-words.ts';
import type { HtmlLink } from './read-html.ts';

/**
 * Reports links of the page that the PDF does not have, or that lead nowhere in it.
 *
 * @param tags for each link tag of the PDF where its annotations lead: a link over two lines has two
 */
export function checkLinks(links: readonly HtmlLink[], tags: readonly (readonly LinkTarget[])[], report: Report): void {
  const left = new Map<string, number>();
  for (const [first, ...others] of tags) {
    const key = first && keyOfTarget(first);
    // Lines of one link that lead to different places are no link of the page.
    if (key === undefined || others.some((other) => keyOfTarget(other) !== key)) continue;
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  for (const { href, text, place } of links) {
    const key = keyOfHref(href);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    if (count > 0) continue;
    const inside = href.startsWith('#');
    report({
      rule: 'link-lost',
      place,
      message: `the link ${quoteWords(text || href)} to "${href}" ${inside ? 'leads nowhere in' : 'is not in'} the PDF`,
      cure: inside
        ? 'link to a place of the edition that is printed'
        : 'check the address, and that the words of the link are shown',
    });
  }
}

/** Where the link of the page that leads to an address is written; elsewhere where there is none. */
export function placeOfLink(links: readonly HtmlLink[], elsewhere: Place): (address: string) => Place {
  return (address) => links.find(({ href }) => keyOfHref(href) === keyOfHref(address))?.place ?? elsewhere;
}

function keyOfTarget(target: LinkTarget): string | undefined {
  if (target.kind === 'nowhere') return undefined;
  return target.kind === 'address' ? keyOfHref(target.address) : `#${plain(target.name)}`;
}

/** An address in the form that a browser gives it: with the slash after a host, other alphabets in percents. */
function keyOfHref(href: string): string {
  if (href.startsWith('#')) return `#${plain(href.slice(1))}`;
  return URL.canParse(href) ? new URL(href).href : href;
}

/** Chromium names a destination by the fragment as it stands in a URL: "c%C3%B4te". */
function plain(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
