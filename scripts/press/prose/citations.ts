import { distance } from 'fastest-levenshtein';

/** One source in a citation, and what in it is meant. */
export interface CitedSource {
  readonly id: string;
  readonly locator?: string;
}

/** A stretch of text: plain words, a citation, or the call of a note that is not written. */
type TextPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'citation'; readonly sources: readonly CitedSource[]; readonly offset: number }
  | { readonly kind: 'lost-note'; readonly name: string; readonly offset: number };

const marks = / ?\[(@[^\]]+)\]([.,;:!?]?)|\[\^([^\]\s]+)\]/g;

/**
 * Splits text at its citations: `[@key]`, `[@key, p. 3]`, `[@one; @other]`. The space before one goes and the stop after
 * one comes before it, since the number of a note follows the word and its punctuation (CMOS 14.26).
 * `[^name]` that is still text calls a note that nobody wrote.
 *
 * @param within a citation within a note stays where it is, in words
 */
export function splitText(text: string, within: 'text' | 'note' = 'text'): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, cited, stop = '', note] = match;
    const isNote = within === 'note';
    const before = text.slice(end, match.index) + (isNote ? '' : stop);
    if (before !== '') parts.push({ kind: 'words', text: before });
    const offset = match.index + whole.indexOf('[');
    if (cited !== undefined) parts.push({ kind: 'citation', sources: readCitation(cited), offset });
    else parts.push({ kind: 'lost-note', name: note ?? '', offset });
    if (isNote && stop !== '') parts.push({ kind: 'words', text: stop });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ kind: 'words', text: text.slice(end) });
  return parts;
}

function readCitation(cited: string): readonly CitedSource[] {
  return splitSources(cited).map((source) => {
    const [id = '', ...locator] = source.replace(/^@/, '').split(',');
    return locator.length > 0 ? { id: id.trim(), locator: locator.join(',').trim() } : { id: id.trim() };
  });
}

/**
 * The sources of a citation, each with what in it is meant. Semicolons separate them; an @ that follows a comma or a word
 * begins another source all the same, since no page is called so.
 *
 * @param cited what stands between the brackets
 */
function splitSources(cited: string): readonly string[] {
  return cited.split(';').flatMap((part) => part.trim().split(/[\s,&]+(?:(?:and|et|und)\s+)?(?=@)/));
}

/** What an author meant as a citation and did not write as one. */
interface StrayCitation {
  /** As it is typed, and where it begins in the text. */
  readonly written: string;
  readonly start: number;
  /** How it is to be written. */
  readonly right: string;
  /** Whether it is a citation whose sources run into each other, and not one that is printed as it is typed. */
  readonly isJoined: boolean;
}

/** Brackets, parentheses that begin with @, and @ by itself; none of them escaped, and no address of a link. */
const candidates =
  /(?<!\\)\[((?:(?!\(@)[^[\]])+)\]|(?<!\\)\(@([^()[\]]+)\)|(?<![\p{L}\p{N}_\\.@/+-])@([a-z0-9][a-z0-9-]*)(?![a-z0-9-]*[/@\p{L}_])/gu;

/**
 * Finds what was meant as a citation: `[@one, @other]`, `[see @one]`, `[one]`, `(@one)` and `@one` by itself, where `one` is a
 * known source, or nearly, or ends in a year. Anything else after an @ may be a name on a social network.
 */
export function strayCitations(
  text: string,
  sources: { readonly keys: () => Iterable<string> },
): readonly StrayCitation[] {
  if (!/[@[]/.test(text)) return [];
  const known = new Set(sources.keys());
  return [...text.matchAll(candidates)].flatMap((match): readonly StrayCitation[] => {
    const [written, bracketed, inParentheses, alone] = match;
    const right =
      bracketed !== undefined ? rightBracket(bracketed, known) : rightAt(inParentheses ?? alone ?? '', known);
    if (right === undefined) return [];
    const isJoined = bracketed?.startsWith('@') ?? false;
    return [{ written, start: match.index, right, isJoined }];
  });
}

function rightBracket(words: string, known: ReadonlySet<string>): string | undefined {
  if (words.startsWith('^')) return undefined;
  if (words.startsWith('@')) {
    const parts = splitSources(words);
    return parts.length > words.split(';').length ? `[${parts.join('; ')}]` : undefined;
  }
  const [, before, cited] = /^(.*?)(?<![\p{L}\p{N}_\\.@/+-])(@.*)$/su.exec(words) ?? [];
  if (before !== undefined && cited !== undefined) {
    const right = rightAt(cited.slice(1), known);
    return right && `${before.trim()} ${right}`;
  }
  const parts = words.split(';').map((part) => part.trim());
  // A single word may be a word that was put into a quotation.
  const areSources = parts.every((part) => /[-\d]/.test(idOf(part)) && known.has(idOf(part)));
  return areSources ? `[${parts.map((part) => `@${part}`).join('; ')}]` : undefined;
}

/** What stands behind an @, as a citation: its first source must be one that is known, or nearly. */
function rightAt(cited: string, known: ReadonlySet<string>): string | undefined {
  const id = idOf(cited);
  const isSource = known.has(id) || isNearly(id, known) || /^[a-z].*-\d{4}$/.test(id);
  return isSource ? `[${splitSources(`@${cited}`).join('; ')}]` : undefined;
}

function idOf(cited: string): string {
  return /^[a-z0-9-]*/.exec(cited)?.[0].replace(/-+$/, '') ?? '';
}

/** Whether a slip of the pen made this of a name; short names are too near to other words. */
function isNearly(id: string, known: ReadonlySet<string>): boolean {
  return id.length >= 8 && id.includes('-') && [...known].some((name) => distance(id, name) <= 2);
}
