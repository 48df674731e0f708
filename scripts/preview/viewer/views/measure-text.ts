/** The face of the words that lie over a page. They are not seen: any will do that is there at once. */
export const textFace = 'sans-serif';

/** At which text is measured, in CSS pixels: large, so that rounding does not matter. */
const size = 100;
let context: CanvasRenderingContext2D | null | undefined;

/** The width of a text at a size of 1. */
export function measureText(text: string): number {
  if (text === '') return 0;
  context ??= prepare();
  return context ? context.measureText(text).width / size : text.length / 2;
}

function prepare(): CanvasRenderingContext2D | null {
  const made = document.createElement('canvas').getContext('2d');
  if (made) {
    made.font = `${size}px ${textFace}`;
    made.textRendering = 'geometricPrecision';
  }
  return made;
}
