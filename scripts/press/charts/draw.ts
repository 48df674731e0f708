import type { Cache } from '../cache.ts';
import { type Asked, tableOf } from '../data/table-of.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { FactContext } from '../facts/fact-text.ts';
import { fillFacts } from '../facts/fill-facts.ts';
import type { Atlas } from '../read/atlas.ts';
import type { Edition } from '../read/edition.ts';
import type { Fonts } from '../read/fonts.ts';
import type { Tokens } from '../read/schemas/tokens.ts';
import { drawEdition } from './draw-edition.ts';
import type { Drawings } from './drawing.ts';
import { textMetricsOf } from './text-metrics.ts';

/** Of the designers' part, what drawings need. */
export interface DrawingStyle {
  readonly tokens: Tokens;
  readonly fonts: Fonts;
  readonly cache: Cache;
}

/** Draws all charts and maps of an edition, by "chart name" and "map name". One that cannot be drawn is reported. */
export function drawCharts(
  edition: Edition,
  asked: Asked,
  context: FactContext,
  atlas: () => Atlas,
  { tokens, fonts, cache }: DrawingStyle,
  report: Report,
): Promise<Drawings> {
  const { accent } = edition.meta.value;
  return drawEdition(edition, {
    tokens,
    accent,
    atlas,
    cache,
    report,
    metrics: textMetricsOf(fonts),
    fill: (text, place) => fillFacts(text, context, place, report),
    tableOf: (source, place, printed) => tableOf(source, { drawing: printed }, asked, place, report),
  });
}
