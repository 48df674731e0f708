import { distance } from 'fastest-levenshtein';
import { partCitation } from './part-citation.ts';

/** What an author meant as a citation and did not write as one. */
export interface StrayCitation {
  /** As it is typed; where it begins and ends in the text. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
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
    return [{ written, start: match.index, end: match.index + written.length, right, isJoined }];
  });
}

function rightBracket(words: string, known: ReadonlySet<string>): string | undefined {
  if (words.startsWith('^')) return undefined;
  if (words.startsWith('@')) {
    const parts = partCitation(words);
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
  return isSource ? `[${partCitation(`@${cited}`).join('; ')}]` : undefined;
}

function idOf(cited: string): string {
  return /^[a-z0-9-]*/.exec(cited)?.[0].replace(/-+$/, '') ?? '';
}

/** Whether a slip of the pen made this of a name; short names are too near to other words. */
function isNearly(id: string, known: ReadonlySet<string>): boolean {
  return id.length >= 8 && id.includes('-') && [...known].some((name) => distance(id, name) <= 2);
}
