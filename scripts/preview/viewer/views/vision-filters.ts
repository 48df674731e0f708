import { drawing } from '../dom/element.ts';
import { visionMatrices } from '../model/vision.ts';

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
