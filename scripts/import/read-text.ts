import type { List, Paragraph, Root, RootContent } from 'mdast';
import { isHeadingLine } from './is-heading-line.ts';

const bullet = /^\s*[•●▪◦‣∙·*–-]\s+(?=\S)/;
const numbered = /^\s*(\d{1,3})[.)]\s+(?=\S)/;
/** In a text with longer lines than this, each line is a paragraph. */
const wrapped = 100;

/**
 * Reads plain text. Empty lines part paragraphs; so does every line where lines are long, or where there is no empty one.
 * A line that reads like a heading is one, and so is one that names a section of the series.
 *
 * @param sections titles of sections, as the series has them
 */
export function readText(text: string, sections: readonly string[]): Root {
  const lines = text.split(/\r\n|[\n\r\f\v\u2028\u2029]/);
  const each =
    lines.some((line) => line.length > wrapped) || !lines.some((line, index) => index > 0 && line.trim() === '');
  const blocks: RootContent[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push(paragraph(open.join(' ')));
    open = [];
  };
  lines.forEach((line, index) => {
    const words = line.trim();
    const alone = each || (isEmpty(lines[index - 1]) && isEmpty(lines[index + 1]));
    const known = sections.some((title) => title.toLowerCase() === words.replace(/:$/, '').toLowerCase());
    if (words === '') close();
    else if (bullet.test(line) || numbered.test(line)) {
      close();
      addItem(blocks, line, lines[index - 1]);
    } else if (known || (alone && isHeadingLine(words) && isOnce(lines, words) && index < lines.length - 1)) {
      close();
      blocks.push({ type: 'heading', depth: known ? 1 : 2, children: [{ type: 'text', value: words }] });
    } else if (open.length === 0 && continues(blocks.at(-1), lines, index)) {
      append(blocks.at(-1), words);
    } else {
      open.push(words);
      if (each) close();
    }
  });
  close();
  return { type: 'root', children: blocks };
}

/** A line that comes again is no heading: two of the same words could not be told apart. */
function isOnce(lines: readonly string[], words: string): boolean {
  return lines.filter((line) => line.trim() === words).length === 1;
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
  const item = {
    type: 'listItem' as const,
    spread: false,
    children: [paragraph(line.replace(number ? numbered : bullet, ''))],
  };
  const follows =
    last?.type === 'list' &&
    (number === undefined
      ? last.ordered !== true
      : last.ordered === true && Number(number) === (last.start ?? 1) + last.children.length);
  if (follows && last?.type === 'list' && before !== undefined) last.children.push(item);
  else {
    const list: List = { type: 'list', ordered: number !== undefined, spread: false, children: [item] };
    blocks.push(number === undefined ? list : { ...list, start: Number(number) });
  }
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
