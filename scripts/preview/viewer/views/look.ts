import type { PreviewBox, PreviewPlaces } from '../../protocol.ts';
import { drawing, element, type View } from '../dom.ts';
import type { Size } from '../model/layout.ts';
import { type Model, type OverlayName, overlayNames, shownPlaces } from '../model/model.ts';
import type { Dispatch } from '../model/store.ts';
import { type Vision, visionMatrices, visions } from '../model/vision.ts';

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
export function createLook(dispatch: Dispatch): View<Model> {
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
        about.textContent = describeOverlay(name, places);
      }
      for (const { name, input } of ways) input.checked = name === model.vision;
    },
  };
}

function describeOverlay(name: OverlayName, places: ReturnType<typeof shownPlaces>): string {
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

/** The designer's lines over a page: the baseline grid and the margins, in points. Boxes have elements of their own. */
export function drawOverlay(
  paper: Size,
  places: PreviewPlaces | undefined,
  shown: Readonly<Record<OverlayName, boolean>>,
): readonly Node[] {
  if (!places || !(shown.baseline || shown.margins)) return [];
  return [
    drawing(
      'svg',
      { viewBox: `0 0 ${paper.width} ${paper.height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      ...(shown.baseline ? [drawing('path', { class: 'baseline', d: baselines(paper, places.baseline) })] : []),
      ...(shown.margins ? [drawing('path', { class: 'margins', d: margins(paper, places.body) })] : []),
    ),
  ];
}

function baselines({ width, height }: Size, { first, step }: PreviewPlaces['baseline']): string {
  if (!(step > 0)) return '';
  const count = Math.max(0, Math.floor((height - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => `M0 ${first + index * step}H${width}`).join('');
}

/** Each margin as a line from edge to edge, so that it can be followed over the page. */
function margins({ width, height }: Size, { x, y, width: across, height: down }: PreviewBox): string {
  return `M0 ${y}H${width}M0 ${y + down}H${width}M${x} 0V${height}M${x + across} 0V${height}`;
}

/** The filters that the pages are seen through, by the names that the stylesheet has. SVG filters work in linear light. */
export function visionFilters(): SVGElement {
  const filters = Object.entries(visionMatrices).map(([name, rows]) =>
    drawing(
      'filter',
      { id: `vision-${name}`, 'color-interpolation-filters': 'linearRGB', x: 0, y: 0, width: 1, height: 1 },
      drawing('feColorMatrix', {
        type: 'matrix',
        values: `${rows.map((row) => `${row.join(' ')} 0 0`).join(' ')} 0 0 0 1 0`,
      }),
    ),
  );
  return drawing('svg', { class: 'filters', 'aria-hidden': 'true', width: 0, height: 0 }, ...filters);
}
