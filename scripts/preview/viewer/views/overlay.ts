import type { PreviewBox, PreviewPlaces } from '../../protocol.ts';
import { drawing } from '../dom/element.ts';
import type { OverlayName, Size } from '../model/model.ts';

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
