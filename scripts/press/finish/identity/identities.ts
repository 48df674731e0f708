import { changeAttributes, decodeReferences, type HtmlAttributes, runningText, scanMarkup } from './markup.ts';

/** What a page knows of an element that Chromium's tags do not say. */
export interface Identity {
  /** The name of the element: "section". */
  readonly name: string;
  /** Its role of DPUB-ARIA 1.1: "doc-endnote". */
  readonly role: string | undefined;
  readonly id: string | undefined;
  /** The language that the element itself is declared to be in. */
  readonly language: string | undefined;
  /** What a link is in words, where its own do not say it (WAI-ARIA 1.2, aria-label). */
  readonly label: string | undefined;
}

/** Identities by the language tag that was printed in their place: "en-x-n17". */
export type Identities = ReadonlyMap<string, Identity>;

/** A page to be printed, and what its print will not say. */
export interface Carried {
  readonly html: string;
  readonly identities: Identities;
  /** Its running text, with the white space between words. */
  readonly text: string;
}

/** Elements for which Chromium has no tag of their own. */
const untagged: ReadonlySet<string> = new Set(['section', 'header', 'footer', 'nav', 'aside']);

/** Elements of text that have no end tag. */
const isVoid: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr']);

/**
 * Readies a page for printing, so that its tags can be told apart afterwards. Chromium writes no id into a tag, but it
 * does write the language: elements that it has no tag for, those with a role of DPUB-ARIA (which would break their tags),
 * and links with a label, are given a language of their own, "en-x-n17", of the kind that BCP 47 leaves to private use
 * (RFC 5646, 2.2.7). For layout it is the language around it.
 *
 * Two more things that no later repair can do: elements in another language get an id, without which Chromium drops some
 * of them, and empty cells get a space, without which it drops those.
 */
export function carryIdentities(html: string): Carried {
  const { identities, changesOf } = openIdentities();
  const languages = openLanguages();
  const markup = [...scanMarkup(html)];
  const changed = markup.map((token) => {
    if (token.kind === 'end') languages.close(token.name);
    if (token.kind !== 'start') return token.written;
    const changes = changesOf(token.name, token.attributes, languages.current());
    if (!isVoid.has(token.name)) languages.open(token.name, token.attributes.get('lang'));
    return changeAttributes(token.written, changes);
  });
  return { html: changed.join('').replace(emptyCell, '$1&nbsp;$2'), identities, text: runningText(markup) };
}

const emptyCell = /(<t[dh]\b(?:"[^"]*"|'[^']*'|[^'">])*>)\s*(<\/t[dh]>)/g;

/** What changes of an element, by its name, its attributes and the language around it. */
type ChangesOf = (
  name: string,
  attributes: HtmlAttributes,
  around: string,
) => Readonly<Record<string, string | undefined>>;

/** Begins to name elements: what is known of each is kept by the language that it is given. */
function openIdentities(): { readonly identities: Identities; readonly changesOf: ChangesOf } {
  const identities = new Map<string, Identity>();
  let named = 0;
  const changesOf: ChangesOf = (name, attributes, around) => {
    const [role, language, id] = ['role', 'lang', 'id'].map((key) => attributes.get(key));
    const isRole = role?.startsWith('doc-') ?? false;
    const label = name === 'a' ? attributes.get('aria-label') : undefined;
    if (isRole || label !== undefined || untagged.has(name)) {
      const carried = privateTag(language ?? around, identities.size + 1);
      const words = label === undefined ? undefined : decodeReferences(label);
      identities.set(carried, { name, role: isRole ? role : undefined, id, language, label: words });
      return {
        lang: carried,
        ...(isRole && { role: undefined }),
        ...(label !== undefined && { 'aria-label': undefined }),
      };
    }
    if (language === undefined || id !== undefined || name === 'html') return {};
    named += 1;
    return { id: `language-${named}` };
  };
  return { identities, changesOf };
}

function privateTag(language: string, number: number): string {
  return `${language}${language.includes('-x-') ? '' : '-x'}-n${number}`;
}

/** Follows the languages that elements declare, through their start and end tags. */
function openLanguages() {
  /** Those that are open, and how many of their name are open since. */
  const declared: { readonly name: string; readonly language: string; depth: number }[] = [];
  return {
    current: () => declared.at(-1)?.language ?? 'und',
    open(name: string, language: string | undefined): void {
      const last = declared.at(-1);
      if (language !== undefined) declared.push({ name, language, depth: 1 });
      else if (last?.name === name) last.depth += 1;
    },
    close(name: string): void {
      const last = declared.at(-1);
      if (last?.name === name) last.depth -= 1;
      if (last?.depth === 0) declared.pop();
    },
  };
}
