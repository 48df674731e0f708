import { element } from '../dom/element.ts';
import type { Dispatch } from '../model/action.ts';
import { type Model, type OverlayName, overlayNames } from '../model/model.ts';
import { shownPlaces } from '../model/selectors.ts';
import { type Vision, visions } from '../model/vision.ts';

const overlayWords: Readonly<Record<OverlayName, { readonly name: string; readonly key: string }>> = {
  baseline: { name: 'Baseline grid', key: 'B' },
  boxes: { name: 'Boxes', key: 'X' },
  margins: { name: 'Margins', key: 'M' },
};
const visionWords: Readonly<Record<Vision, { readonly name: string; readonly about: string }>> = {
  colour: { name: 'In colour', about: 'as it is' },
  grey: { name: 'Grey', about: 'an office printer' },
  protanopia: { name: 'Protanopia', about: 'no cones for red' },
  deuteranopia: { name: 'Deuteranopia', about: 'no cones for green' },
  tritanopia: { name: 'Tritanopia', about: 'no cones for blue' },
};

/** The designer's panel: lines over the pages, and ways of seeing them. */
export function createLook(dispatch: Dispatch): {
  readonly element: HTMLElement;
  readonly show: (model: Model) => void;
} {
  const overlays = overlayNames.map((name) => {
    const input = element('input', { type: 'checkbox' });
    input.addEventListener('change', () => dispatch({ kind: 'overlay', overlay: name }));
    const about = element('span', { class: 'about' });
    const { name: words, key } = overlayWords[name];
    const swatch = element('span', { class: `swatch swatch-${name}`, 'aria-hidden': 'true' });
    return {
      name,
      input,
      about,
      row: row(input, words, about, element('kbd', { 'aria-hidden': 'true' }, key), swatch),
    };
  });
  const ways = visions.map((name) => {
    const input = element('input', { type: 'radio', name: 'vision' });
    input.addEventListener('change', () => dispatch({ kind: 'vision', vision: name }));
    const { name: words, about } = visionWords[name];
    return { name, input, row: row(input, words, element('span', { class: 'about' }, about)) };
  });
  return {
    element: element(
      'div',
      { class: 'look' },
      fieldset('Over the pages', overlays),
      fieldset('Seen by', ways),
      element(
        'p',
        { class: 'remark' },
        'Simulated after Machado, Oliveira and Fernandes (2009), at full severity; for tritanopia, an approximation.',
      ),
    ),
    show(model) {
      const places = shownPlaces(model);
      for (const { name, input, about } of overlays) {
        input.checked = model.overlays[name];
        input.disabled = places === undefined;
        about.textContent = tellOverlay(name, places);
      }
      for (const { name, input } of ways) input.checked = name === model.vision;
    },
  };
}

function tellOverlay(name: OverlayName, places: ReturnType<typeof shownPlaces>): string {
  if (!places) return 'with the finished pages';
  const [page] = places.pages;
  const { x, y, width, height } = places.body;
  if (name === 'baseline') return `${points(places.baseline.step)} pt`;
  if (name === 'boxes') return `${places.boxes.length}`;
  if (!page) return '';
  const sides = [y, page.width - x - width, page.height - y - height, x];
  return `${sides.map(points).join(' · ')} pt`;
}

function points(length: number): string {
  return String(Math.round(length * 10) / 10);
}

function row(input: HTMLElement, words: string, ...more: readonly HTMLElement[]): HTMLElement {
  return element('label', { class: 'choice' }, input, element('span', { class: 'name' }, words), ...more);
}

function fieldset(name: string, rows: readonly { readonly row: HTMLElement }[]): HTMLElement {
  return element('fieldset', {}, element('legend', {}, name), ...rows.map((each) => each.row));
}
