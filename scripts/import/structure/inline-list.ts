import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { contributorsIn, thanks } from './by-line.ts';
import { lineOf, partPhrasing, wordsOfLine } from './phrasing.ts';

/** Signs that begin an entry of a list and are no part of its words; those of fonts of symbols have places of their own. */
export const bulletSigns = '•●▪◦‣∙⁃○■□▫◆◇❖►▶➤➢➔✓✔\uF0B7\uF0A7\uF0D8\uF076\uF0FC';

const sign = new RegExp(`[${bulletSigns}]\\s*`, 'gu');

const atLineStart = new RegExp(`\\n\\s*[${bulletSigns}]`, 'u');

/**
 * Parts a paragraph at the signs of a list that was run together, “as follows: • one • two”: what stands before the first
 * sign, then the list. A paragraph without signs stays as it is.
 */
export function splitInlineList(paragraph: Paragraph): RootContent[] {
  const [intro = [], ...entries] = entriesIn(paragraph.children);
  // One sign within a line is a dot between words, not a list; at the beginning of a line it begins an entry.
  const isDot = entries.length === 1 && intro.length > 0 && !atLineStart.test(wordsOfLine(paragraph.children));
  if (entries.length === 0 || isDot) return [paragraph];
  const list: List = {
    type: 'list',
    ordered: false,
    spread: false,
    children: entries.map((children) => itemOf([{ type: 'paragraph', children }])),
  };
  return intro.length > 0 ? [{ type: 'paragraph', children: intro }, list] : [list];
}

/**
 * The entries that stand in one entry of a list, “• one • two” of which only the first sign was read as such: one flat list.
 * What a numbered entry or one that ends with a colon leads to stays a list within it.
 */
export function flatEntries(item: ListItem, list: List): ListItem[] {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return [item];
  const [intro = [], ...entries] = entriesIn(first.children);
  if (entries.length === 0) return [item];
  const leads = list.ordered === true || /:\s*$/u.test(wordsOfLine(intro));
  if (leads) {
    const blocks = splitInlineList(first) as ListItem['children'];
    return [{ ...item, children: [...blocks, ...rest] }];
  }
  const items = [...(intro.length === 0 ? [] : [intro]), ...entries].map((children) =>
    itemOf([{ type: 'paragraph', children }]),
  );
  items.at(-1)?.children.push(...rest);
  return items;
}

function itemOf(children: ListItem['children']): ListItem {
  return { type: 'listItem', spread: false, children };
}

/** What stands before the first sign of a line, and what stands behind each. */
function entriesIn(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const words = wordsOfLine(children);
  const places = [...words.matchAll(sign)].flatMap((match) => [match.index, match.index + match[0].length]);
  const parts = partPhrasing(children, places);
  // Every second part is a sign.
  const lines = parts.filter((_, index) => index % 2 === 0).map(lineOf);
  return lines.filter((line, index) => index === 0 || line.length > 0);
}

/** A list whose last entry runs into thanks, parted from them; `unsure` where it cannot be told how far the entry goes. */
export interface PartedThanks {
  readonly list: List;
  readonly thanks: Paragraph | undefined;
  /** The words of the last entry, where they were kept whole although they thank. */
  readonly unsure: string | undefined;
}

/**
 * Parts the last entry of a list of people from the thanks that follow it without a break, “…, Student, University One CENTRE
 * CENTRE, ORG and OTHER would like to thank all”: at the end of a sentence, where the name of an organisation stands twice,
 * or where the entry names the organisation of another entry and others become the subject of the thanks.
 */
export function partThanks(list: List): PartedThanks {
  const whole = { list, thanks: undefined, unsure: undefined };
  const last = list.children.at(-1);
  const line = last?.children[0];
  if (!last || line?.type !== 'paragraph' || last.children.length > 1 || list.children.length < 2) return whole;
  const words = wordsOfLine(line.children);
  const verb = thanks.exec(words)?.index;
  const others = list.children.slice(0, -1).map((item) => {
    const [first] = item.children;
    return first?.type === 'paragraph' ? wordsOfLine(first.children) : '';
  });
  if (verb === undefined || others.some((entry) => contributorsIn(entry).length === 0)) return whole;
  const place = endOfEntry(words, verb, others);
  if (place === undefined) return { ...whole, unsure: words };
  const [entry = [], rest = []] = partPhrasing(line.children, [place]).map(lineOf);
  const parted = { ...last, children: [{ ...line, children: entry }] };
  return {
    list: { ...list, children: [...list.children.slice(0, -1), parted] },
    thanks: { type: 'paragraph', children: rest },
    unsure: undefined,
  };
}

/** Where an entry ends whose line goes on with thanks; undefined where more than one place, or none, would do. */
function endOfEntry(words: string, verb: number, others: readonly string[]): number | undefined {
  const subject = words.slice(0, verb);
  const stop = [...subject.matchAll(/(?<!\b\p{Lu}|\b(?:Dr|Prof|St|Mr|Ms))[.;!?]\s+(?=\p{Lu})|\n/gu)].at(-1);
  if (stop) return stop.index + stop[0].length;
  const twice = doubledName(subject);
  if (twice !== undefined) return twice;
  const names = others.flatMap((entry) => contributorsIn(entry)).flatMap((one) => one.organisation ?? []);
  const ends = new Set(
    names.flatMap((name) => {
      const at = subject.indexOf(`, ${name} `);
      return at < 0 ? [] : [at + name.length + 3];
    }),
  );
  // Of names that begin alike the longest is meant.
  const [end] = [...ends].sort((a, b) => b - a);
  return end !== undefined && /^(?:the\s+)?\p{Lu}/iu.test(subject.slice(end)) ? end : undefined;
}

/** Where a name stands for the second time right behind the first: “University One CENTRE CENTRE, ORG”. */
function doubledName(subject: string): number | undefined {
  const words = [...subject.matchAll(/\S+/gu)];
  const key = (match: RegExpExecArray | undefined) => (match?.[0] ?? '').replace(/[,;]$/u, '');
  const found: number[] = [];
  for (let length = Math.min(10, Math.floor(words.length / 2)); length > 0 && found.length === 0; length -= 1) {
    for (let at = 0; at + 2 * length <= words.length; at += 1) {
      const isDouble = Array.from({ length }, (_, nth) => key(words[at + nth]) === key(words[at + length + nth]));
      const second = words[at + length];
      if (
        second &&
        isDouble.every(Boolean) &&
        /^\p{Lu}/u.test(second[0]) &&
        !/[,;]$/u.test(words[at + length - 1]?.[0] ?? '')
      )
        found.push(second.index);
    }
  }
  return found.length === 1 ? found[0] : undefined;
}
