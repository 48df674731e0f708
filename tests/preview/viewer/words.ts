import type { Page } from 'puppeteer';

/** Where words stand that a page has on one line, in CSS pixels of the window. */
export interface WordsRect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Finds words in the text of a page, from 0, and gives their rectangle as the browser lays them out. */
export async function rectOfWords(page: Page, index: number, words: string): Promise<WordsRect> {
  const rect = await page.evaluate(
    (at, wanted) => {
      for (const line of document.querySelectorAll('.page')[at]?.querySelectorAll('.text .line') ?? []) {
        const start = (line.textContent ?? '').indexOf(wanted);
        if (start === -1) continue;
        const range = document.createRange();
        const put = (offset: number, boundary: 'setStart' | 'setEnd') => {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          let left = offset;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const { length } = node.textContent ?? '';
            // A beginning is that of the next text, an end that of the one before.
            if (boundary === 'setStart' ? left < length : left <= length) return range[boundary](node, left);
            left -= length;
          }
        };
        put(start, 'setStart');
        put(start + wanted.length, 'setEnd');
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, top, bottom };
      }
      return undefined;
    },
    index,
    words,
  );
  if (!rect) throw new Error(`page ${index + 1} has no line with “${words}”`);
  return rect;
}

/** Presses the pointer in the middle of the first rectangle's beginning, and draws to the end of the other. */
export async function drawOver(page: Page, from: WordsRect, to: WordsRect): Promise<void> {
  // What is selected already would be dragged.
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.mouse.move(from.left + 1, (from.top + from.bottom) / 2);
  await page.mouse.down();
  await page.mouse.move(to.right - 1, (to.top + to.bottom) / 2, { steps: 6 });
  await page.mouse.up();
}
