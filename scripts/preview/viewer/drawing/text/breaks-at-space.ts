import type { TextWord } from '../../model/page-text.ts';

/** Scripts that set no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What a line may end after although no space follows. */
const joining = /[-\u2010\u2012-\u2014/]$/u;

/**
 * Whether there was a space where a line ends. The print does not say it: none is painted there.
 *
 * @param words of the line
 * @param next what the next line begins with
 */
export function breaksAtSpace(words: readonly TextWord[], next: string): boolean {
  const last = words.at(-1);
  if (!last) return false;
  // A dash that stands by itself has spaces on both sides.
  if (joining.test(last.text) && last.text.length > 1) return false;
  return !(unspaced.test(last.text.slice(-1)) && unspaced.test(next));
}
