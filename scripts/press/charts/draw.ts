import type { Cache } from '../cache.ts';
import { queryOf } from '../data/query-of.ts';
import type { Table } from '../data/table.ts';
import { tableOf } from '../data/table-of.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { EditionRun } from '../edition-run.ts';
import { fillFacts } from '../facts/fill-facts.ts';
import type { Atlas } from '../read/atlas.ts';
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

/** The charts and maps of an edition, drawn. */
export interface DrawnCharts {
  /** By "chart name" and "map name"; one that cannot be drawn is left out, and was reported. */
  readonly drawings: Drawings;
  /** What they draw, by the same names. */
  readonly tables: ReadonlyMap<string, Table>;
  /** The facts that stand in their texts, and those that their queries name. */
  readonly usedFacts: ReadonlySet<string>;
}

/** Draws all charts and maps of an edition. */
export async function drawCharts(
  run: EditionRun,
  atlas: () => Atlas,
  { tokens, fonts, cache }: DrawingStyle,
  report: Report,
): Promise<DrawnCharts> {
  const { written, datasets } = run;
  const usedFacts = new Set<string>();
  const use = (facts: readonly string[]): void => {
    for (const fact of facts) usedFacts.add(fact);
  };
  const drawings = await drawEdition(written, {
    tokens,
    accent: written.meta.value.accent,
    atlas,
    cache,
    report,
    metrics: textMetricsOf(fonts),
    fill(text, place) {
      const filled = fillFacts(text, run, place, report);
      use(filled.usedFacts);
      return filled.text;
    },
    async tableOf(source, place, printed) {
      use(await datasets.factsIn(queryOf(source)));
      return tableOf(source, { drawing: printed }, run, place, report);
    },
  });
  const tables = new Map([...drawings].map(([key, { table }]) => [key, table]));
  return { drawings, tables, usedFacts };
}
