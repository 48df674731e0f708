import type { Identities, Identity } from './identity.ts';
import { scanTags } from './scan-tags.ts';

/** A page to be printed, and what its tags will mean. */
export interface Carried {
  readonly html: string;
  readonly identities: Identities;
}

/** Elements for which Chromium has no tag of their own. */
const untagged: ReadonlySet<string> = new Set(['section', 'header', 'footer', 'nav', 'aside']);

/**
 * Readies a page for printing, so that its tags can be told apart afterwards. Chromium writes no id into a tag, but it
 * does write the language: elements that it has no tag for, and those with a role of DPUB-ARIA (which would break their
 * tags), are given a language of their own, "en-x-n17", of the kind that BCP 47 leaves to private use (RFC 5646, 2.2.7).
 * For layout it is the language around it.
 *
 * Two more things that no later repair can do: elements in another language get an id, without which Chromium drops some
 * of them, and empty cells get a space, without which it drops those.
 */
export function carryIdentities(html: string): Carried {
  const identities = new Map<string, Identity>();
  let languages = 0;
  const changed = scanTags(html, (tag, around) => {
    const role = tag.attributes.get('role');
    const isRole = role?.startsWith('doc-') ?? false;
    const language = tag.attributes.get('lang');
    if (isRole || untagged.has(tag.name)) {
      const carried = `${language ?? around}${(language ?? around).includes('-x-') ? '' : '-x'}-n${identities.size + 1}`;
      const id = tag.attributes.get('id');
      identities.set(carried, { name: tag.name, role: isRole ? role : undefined, id, language });
      return { lang: carried, ...(isRole && { role: undefined }) };
    }
    if (language === undefined || tag.name === 'html' || tag.attributes.has('id')) return {};
    languages += 1;
    return { id: `language-${languages}` };
  });
  return { html: changed.replace(emptyCell, '$1&nbsp;$2'), identities };
}

const emptyCell = /(<t[dh]\b(?:"[^"]*"|'[^']*'|[^'">])*>)\s*(<\/t[dh]>)/g;
