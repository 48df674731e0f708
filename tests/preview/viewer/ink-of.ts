import type { Page } from 'puppeteer';

/** How many pixels of a page's picture are not white; 0 where there is no picture. Pages count from 0. */
export function inkOf(page: Page, index: number): Promise<number> {
  return page.evaluate((at) => {
    const canvas = document.querySelectorAll<HTMLCanvasElement>('.page canvas:first-child')[at];
    const copy = document.createElement('canvas');
    copy.width = canvas?.width ?? 0;
    copy.height = canvas?.height ?? 0;
    const context = copy.getContext('2d');
    if (!canvas || !context || copy.width === 0) return 0;
    context.drawImage(canvas, 0, 0);
    return new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer).filter(
      (pixel) => pixel !== 0xffffffff,
    ).length;
  }, index);
}
