/** Words that do not tell one section from another. */
const filler: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'executive',
  'for',
  'in',
  'of',
  'on',
  'our',
  'the',
  'this',
  'to',
]);

/** Whether two titles say the same, but for case, punctuation and numbering. */
export function sameTitle(one: string, other: string): boolean {
  return titleKey(one) !== '' && titleKey(one) === titleKey(other);
}

/** The words of a title without case, punctuation and numbering: the same for titles that say the same. */
export function titleKey(title: string): string {
  return plain(title).join(' ');
}

/** What sections of factsheets and reports are called, whoever writes them. */
const usual =
  /^(?:(?:executive )?summary|about\b.*|introduction|overview|background|context|methodology|methods?|key (?:findings|figures|points|takeaways)|findings|conclusions?|(?:policy )?recommendations\b.*|(?:end)?notes|sources|references|contributors\b.*|authors|acknowledge?ments\b.*|appendix\b.*|annex\b.*)$/i;

/** A heading that means a section may have so many words more than the section's title. */
const moreWords = 4;

/**
 * Whether a heading is one of a section and not of a part of one: it has the title of a section, all telling words of such a
 * title with few more, or one of the usual names.
 *
 * @param titles those of sections that the edition or its series has
 */
export function meansSection(heading: string, titles: readonly string[]): boolean {
  const words = plain(heading);
  return (
    usual.test(words.join(' ')) ||
    titles.some((title) => {
      const few = words.length - plain(title).length <= moreWords;
      return sameTitle(title, heading) || (few && within(telling(title), words));
    })
  );
}

/** A section that an edition has. */
export interface NamedSection {
  readonly name: string;
  readonly title: string;
}

/**
 * The section of an edition that a heading means: the one of that title or name, or the only one that shares all its
 * telling words.
 */
export function matchSection<Section extends NamedSection>(
  heading: string,
  sections: readonly Section[],
): Section | undefined {
  const words = plain(heading);
  const same = sections.find(({ title, name }) => sameTitle(title, heading) || sameTitle(name, heading));
  if (same) return same;
  const near = sections.filter(
    (section) => within(telling(section.title), words) || within(telling(section.name), words),
  );
  return near.length === 1 ? near[0] : undefined;
}

function within(some: readonly string[], all: readonly string[]): boolean {
  return some.length > 0 && some.every((word) => all.includes(word));
}

function telling(title: string): readonly string[] {
  return plain(title).filter((word) => !filler.has(word));
}

function plain(title: string): readonly string[] {
  const words =
    title
      .toLowerCase()
      .replace(/[.’']/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  // "1. Summary", "II Background": the number of a section is the press's.
  const numbered = words.length > 1 && /^(\d{1,2}|[ivx]{1,4})$/.test(words[0] ?? '');
  return numbered ? words.slice(1) : words;
}
