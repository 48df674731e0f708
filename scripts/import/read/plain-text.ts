import type { List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import type { ReadText, Remark } from '../manuscript.ts';
import { address, isHeadingLine, meansSection, sameTitle } from '../structure/headings.ts';
import { bulletSigns } from '../structure/inline-list.ts';
import { noteStart } from '../structure/typed-notes.ts';

const bullet = new RegExp(`^\\s*(?:[${bulletSigns}]\\s*|[·*–—-]\\s+)(?=\\S)`, 'u');
/** A sign that stands alone in its line: programs that copy from a page put the words of the entry into the next. */
const bulletAlone = new RegExp(`^\\s*[${bulletSigns}]\\s*$`, 'u');
const numbered = /^\s*(\d{1,3})[.)]\s+(?=\S)/;
const outline = /^(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s+(?=\p{Lu})/u;
const rule = /^\s*([-=_*~—–])\1{4,}\s*$/u;

/** A line that is longer is no line of a text that was wrapped by hand. */
const wrapped = 100;

/**
 * Reads plain text. Empty lines part paragraphs; so does every line where lines are long, or where there is no empty one.
 * A line that reads like a heading is one, and so is one that names a section of the series. Numbers and heads of pages, which
 * programs write between the pages of a PDF, are left out.
 *
 * @param sections titles of sections, as the series has them
 */
export function readPlainText(text: string, sections: readonly string[]): ReadText {
  const { lines, remarks } = withoutPages(text);
  const tree: Root = { type: 'root', children: [...blocksOf(lines, sections)] };
  return { title: undefined, tree, notices: [], remarks };
}

/** The blocks of a text, in order. */
function blocksOf(lines: readonly string[], sections: readonly string[]): readonly RootContent[] {
  const each = isLinewise(lines);
  const headings = headingsIn(lines, sections, each);
  const blocks: RootContent[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push(paragraph(open.join(' ')));
    open = [];
  };
  lines.forEach((line, index) => {
    const words = line.trim();
    const heading = headings.get(index);
    if (words === '' || heading === 'underline') close();
    else if (heading !== undefined) {
      close();
      blocks.push({ type: 'heading', depth: heading, children: [{ type: 'text', value: words }] });
    } else if (rule.test(line)) {
      close();
      blocks.push({ type: 'thematicBreak' });
    } else if (bullet.test(line) || numbered.test(line)) {
      close();
      addItem(blocks, line, lines[index - 1]);
    } else if (open.length === 0 && continues(blocks.at(-1), lines, index)) {
      append(blocks.at(-1), words);
    } else {
      const alone = address.test(line);
      if (noteStart.test(line) || alone) close();
      open.push(words);
      if (each || alone) close();
    }
  });
  close();
  return blocks;
}

/** Whether each line is a paragraph: most of the text stands in lines that nobody wraps so, or no empty line parts any. */
function isLinewise(lines: readonly string[]): boolean {
  const letters = (some: readonly string[]) => some.reduce((sum, line) => sum + line.length, 0);
  const long = letters(lines.filter((line) => line.length > wrapped && !address.test(line)));
  return long > letters(lines) / 4 || !lines.some((line, index) => index > 0 && line.trim() === '');
}

type HeadingDepth = 1 | 2 | 3 | 4 | 5 | 6;

/** The lines that are headings with their levels, and those that underline one. */
function headingsIn(
  lines: readonly string[],
  sections: readonly string[],
  each: boolean,
): ReadonlyMap<number, HeadingDepth | 'underline'> {
  const isKnown = (words: string) => sections.some((title) => sameTitle(title, words.replace(/:$/, '')));
  const found = new Map<number, HeadingDepth | 'underline'>();
  const times = new Map<string, number>();
  for (const line of lines) times.set(line.trim(), (times.get(line.trim()) ?? 0) + 1);
  const outlined = outlineIn(lines, each);
  // Where a section of a known name stands in capitals, the others do so, too.
  const isKnownInCapitals = lines.some((line) => isInCapitals(line) && line.length <= wrapped && isKnown(line.trim()));
  const knownIsOutlined = [...outlined.keys()].some((index) => isKnown(lines[index]?.trim() ?? ''));
  lines.forEach((line, index) => {
    const words = line.trim();
    const next = lines[index + 1] ?? '';
    const level = outlined.get(index);
    const under = /^\s*(?:(={4,})|-{4,})\s*$/.exec(next);
    if (words === '' || rule.test(line)) return;
    if (under && words.length <= wrapped && isEmpty(lines[index - 1]) && !bullet.test(line)) {
      found.set(index, under[1] === undefined ? 2 : 1);
      found.set(index + 1, 'underline');
    } else if (isKnown(words)) found.set(index, 1);
    else if (level !== undefined) found.set(index, Math.min(6, knownIsOutlined ? level : level + 1) as HeadingDepth);
    // A line that comes again is no heading: two of the same words could not be told apart.
    else if (times.get(words) === 1 && isHeadingIn(lines, index, each)) {
      const isSection = (isKnownInCapitals && isInCapitals(words)) || meansSection(words, sections);
      found.set(index, isSection ? 1 : 2);
    }
  });
  return found;
}

function isHeadingIn(lines: readonly string[], index: number, each: boolean): boolean {
  const line = lines[index] ?? '';
  const words = line.trim();
  if (bullet.test(line) || numbered.test(line) || !isHeadingLine(words)) return false;
  const before = isEmpty(lines[index - 1]);
  const alone = each || (before && (isEmpty(lines[index + 1]) || isInCapitals(words)));
  return alone && !isInRun(lines, index) && lines.some((other, at) => at > index && other.trim() !== '');
}

/** Whether a line stands among others that all read like headings, as those of an address or a poem do. */
function isInRun(lines: readonly string[], index: number): boolean {
  const like = (at: number) => isHeadingLine(lines[at]?.trim() ?? '');
  let start = index;
  while (start > 0 && like(start - 1)) start -= 1;
  let end = index;
  while (like(end + 1)) end += 1;
  return start > 0 && end - start >= 3;
}

function isInCapitals(words: string): boolean {
  return /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words);
}

/**
 * The lines that number the parts of a text, “1. Introduction” and “1.2 Boats”, with the level of each. They count on from
 * one another and have text between them, which entries of a list do not.
 */
function outlineIn(lines: readonly string[], each: boolean): ReadonlyMap<number, number> {
  const candidates = lines.flatMap((line, index) => {
    const words = line.trim();
    const [, number] = outline.exec(words) ?? [];
    if (number === undefined) return [];
    const after = lines.slice(index + 1).find((other) => other.trim() !== '') ?? '';
    const isEntry = [index - 1, index + 1].some((at) => numbered.test(lines[at] ?? ''));
    const stands = each || (isEmpty(lines[index - 1]) && isEmpty(lines[index + 1]));
    const isHeading = stands && after !== '' && isHeadingLine(words);
    return isHeading && !isEntry ? [{ index, numbers: number.split('.').map(Number) }] : [];
  });
  const first = candidates.filter(({ numbers }) => numbers.length === 1);
  const counts =
    first.length >= 2 && first.every(({ numbers }, nth) => numbers[0] === (first[0]?.numbers[0] ?? 1) + nth);
  const apart = first.slice(1).every(({ index }, nth) => {
    const between = lines.slice((first[nth]?.index ?? 0) + 1, index);
    return between.some((line) => line.trim() !== '' && !numbered.test(line));
  });
  return new Map(counts && apart ? candidates.map(({ index, numbers }) => [index, numbers.length]) : []);
}

function isEmpty(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function addItem(blocks: RootContent[], line: string, before: string | undefined): void {
  const number = numbered.exec(line)?.[1];
  const last = blocks.at(-1);
  const items = entriesOf(line, number).map(
    (entry): ListItem => ({ type: 'listItem', spread: false, children: [paragraph(entry)] }),
  );
  const follows =
    last?.type === 'list' &&
    (number === undefined
      ? last.ordered !== true
      : last.ordered === true && Number(number) === (last.start ?? 1) + last.children.length);
  if (follows && before !== undefined) last.children.push(...items);
  else {
    const list: List = { type: 'list', ordered: number !== undefined, spread: false, children: items };
    blocks.push(number === undefined ? list : { ...list, start: Number(number) });
  }
}

/** The entries of a line: several where the sign that begins it comes again and again, “- One - Two - Three”. */
function entriesOf(line: string, number: string | undefined): readonly string[] {
  if (number !== undefined) return [line.replace(numbered, '')];
  const sign = line.trim()[0] ?? '';
  const entries = line.replace(bullet, '').split(` ${sign} `);
  const isRun = entries.length > 2 && entries.every((entry) => /^\s*[\p{Lu}“"‘]/u.test(entry));
  return isRun && !bulletSigns.includes(sign) ? entries : [line.replace(bullet, '')];
}

/** Whether a line is the rest of the list item above it: it is set in, and no empty line stands between. */
function continues(block: RootContent | undefined, lines: readonly string[], index: number): boolean {
  return block?.type === 'list' && !isEmpty(lines[index - 1]) && /^\s+/.test(lines[index] ?? '');
}

function append(list: RootContent | undefined, words: string): void {
  const item = list?.type === 'list' ? list.children.at(-1)?.children[0] : undefined;
  const last = item?.type === 'paragraph' ? item.children.at(-1) : undefined;
  if (last?.type === 'text') last.value += ` ${words}`;
}

const pageNumber = /^\s*(?:page\s+)?[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|]?(?:\s*(?:of|\/)\s*\d{1,4})?\s*$/i;

/** The lines of a text without what stands at the edges of its pages, if it has pages: a form feed ends one. */
function withoutPages(text: string): { readonly lines: readonly string[]; readonly remarks: readonly Remark[] } {
  const pages = text.replace(/\f+$/, '').split('\f').map(linesOf);
  if (pages.length === 1) return { lines: joinBullets(pages[0] ?? []), remarks: [] };
  const key = (line: string | undefined) => (line ?? '').trim().replace(/\d+/g, '#');
  const edges = pages.flatMap((lines) => {
    const filled = lines.filter((line) => line.trim() !== '');
    return [...new Set([key(filled[0]), key(filled.at(-1))])];
  });
  const isRunning = (line: string) => {
    const times = edges.filter((edge) => edge === key(line)).length;
    return pageNumber.test(line) || (key(line) !== '' && times >= 3 && times > pages.length / 2);
  };
  const remarks: Remark[] = [];
  const lines: string[] = [];
  for (const page of pages) {
    const { body, head, foot } = withoutEdges(page, isRunning);
    for (const words of head) remarks.push({ kind: 'header', effect: 'left out', near: body[0] ?? '', words });
    for (const words of foot) remarks.push({ kind: 'footer', effect: 'left out', near: body[0] ?? '', words });
    const last = lines.at(-1) ?? '';
    // A sentence that goes on over the page is one paragraph.
    const goesOn = last !== '' && !/[.!?:”"]\s*$/u.test(last) && /^\s*\p{Ll}/u.test(body[0] ?? '');
    lines.push(...(goesOn || lines.length === 0 ? [] : ['']), ...body);
  }
  return { lines: joinBullets(lines), remarks };
}

function withoutEdges(
  page: readonly string[],
  isRunning: (line: string) => boolean,
): { readonly body: readonly string[]; readonly head: readonly string[]; readonly foot: readonly string[] } {
  const lines = [...page];
  const head: string[] = [];
  const foot: string[] = [];
  const trim = () => {
    while (lines.length > 0 && isEmpty(lines[0])) lines.shift();
    while (lines.length > 0 && isEmpty(lines.at(-1))) lines.pop();
  };
  trim();
  while (lines.length > 0 && isRunning(lines[0] ?? '')) {
    head.push(lines.shift()?.trim() ?? '');
    trim();
  }
  while (lines.length > 0 && isRunning(lines.at(-1) ?? '')) {
    foot.unshift(lines.pop()?.trim() ?? '');
    trim();
  }
  return { body: lines, head, foot };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\v\u2028\u2029\u0085]/);
}

/** A sign of a list that stands alone in a line goes before the next line that says something. */
function joinBullets(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let sign = '';
  for (const line of lines) {
    if (bulletAlone.test(line)) sign = line.trim();
    else if (sign === '' || line.trim() === '') {
      if (sign === '') joined.push(line);
    } else {
      joined.push(`${sign} ${line.trim()}`);
      sign = '';
    }
  }
  return joined;
}
