import { type Cache, cached } from '../cache.ts';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { ChartSpec } from '../read/schemas/figures.ts';
import type { Tokens } from '../read/schemas/tokens.ts';
import { type ChartTables, checkFields } from './check-fields.ts';
import { checkParts } from './check-parts.ts';
import { checkSpec } from './check-spec.ts';
import { cleanSvg } from './clean-svg.ts';
import { coloursOf } from './colours.ts';
import { columnWidth } from './column-width.ts';
import type { Drawn } from './draw-spec.ts';
import type { Drawing } from './drawing.ts';
import { inUtc } from './in-utc.ts';
import { isList, isObject, type Json, type JsonObject, mapObjects, mapTexts } from './json.ts';
import { reportFaint } from './report-faint.ts';
import { resolveTokens } from './resolve-tokens.ts';
import type { TextMetrics } from './text-metrics.ts';
import { chartConfig } from './theme.ts';
import { vegaValues } from './vega-values.ts';
import type { Size } from './views.ts';

/** What every drawing of an edition is made with. */
export interface Press {
  readonly tokens: Tokens;
  /** The name of the edition's accent. */
  readonly accent: string;
  readonly metrics: TextMetrics;
  readonly cache: Cache;
  /** A text with its facts filled in. */
  readonly fill: (text: string, place: Place) => string;
  readonly report: Report;
}

export interface ChartToDraw {
  readonly name: string;
  readonly chart: Located<ChartSpec>;
  /** The alternative text, filled. */
  readonly alt: string;
  readonly tables: ChartTables;
}

/** Vega-Lite's name for the chart's own table: none that an author could give. */
const mainTable = ' main';

/** Draws one chart at its printed size; one that cannot be drawn is reported and left out. */
export async function drawChart({ name, chart, alt, tables }: ChartToDraw, press: Press): Promise<Drawing | undefined> {
  const faults = counted(press.report);
  const spec = chart.value.spec as JsonObject;
  checkParts(spec, chart.at, faults.report);
  checkSpec(spec, chart.at, faults.report);
  checkFields(spec, tables, chart.at, faults.report);
  const ready = readySpec(spec, { name, chart, alt, tables }, { ...press, report: faults.report });
  if (faults.count() > 0) return undefined;

  const size = { width: columnWidth(press.tokens, chart.value.width), height: chart.value.height };
  const drawn = await attempt(() => drawFitting(ready, size, press));
  if (!reportDrawn(drawn, size, { name, place: chart.at('spec'), heightPlace: chart.at('height') }, press.report))
    return undefined;
  reportFaint(drawn.faint, { name, chart, colours: coloursOf(press.tokens, press.accent) }, press.report);
  return {
    kind: 'chart',
    name,
    svg: cleanSvg(drawn.svg, { name: `chart-${name}`, alt, ...size }),
    ...size,
    table: tables.main,
  };
}

/** Draws with the legend, if there is one, in as few rows as its place has room for. */
function drawFitting(spec: JsonObject, size: Size, { tokens, accent, metrics, cache }: Press): Promise<Drawn> {
  return cached(cache, { spec, size, tokens, accent }, async () => {
    // Loaded only where something is to be drawn: Vega takes longer to load than all the rest of a check.
    const [{ drawSpec }, { withTextMetrics }] = await Promise.all([
      import('./draw-spec.ts'),
      import('./vega-text-metrics.ts'),
    ]);
    const draw = (legendColumns: number): Promise<Drawn> =>
      drawSpec(spec, chartConfig(tokens, accent, legendColumns), size, tokens.colours.paper ?? '#ffffff');
    return withTextMetrics(metrics, async () => {
      let drawn = await draw(0);
      for (let columns = 3; columns > 0 && drawn.hasLegend && drawn.size.width > size.width + tolerance; columns--) {
        drawn = await draw(columns);
      }
      return drawn;
    });
  });
}

/** The specification with facts, colours, data and UTC put in. */
function readySpec(
  spec: JsonObject,
  { chart, tables }: ChartToDraw,
  { fill, tokens, accent, report }: Press,
): JsonObject {
  const filled = mapTexts(spec, (text, path) =>
    /:(?:fact|claim)\[/.test(text) ? fill(text, chart.at('spec', ...path)) : text,
  );
  const coloured = resolveTokens(filled, coloursOf(tokens, accent), chart.at, report);
  const timed = inUtc(completed(coloured, tables));
  const more = [...tables.more].map(([name, table]) => [name, vegaValues(table)] as const);
  return {
    ...(isObject(timed) ? timed : {}),
    data: { name: mainTable },
    datasets: Object.fromEntries([[mainTable, vegaValues(tables.main)] as const, ...more]),
  };
}

/**
 * What Vega-Lite cannot guess: texts of number columns are numbers, with their commas (without a type it takes them for
 * names), a mark that shows no column has no encoding (6.5 fails without one), and an axis whose ticks are named has
 * that many (Vega leaves out every other one of those that exceed the theme's count).
 */
function completed(spec: Json, { main, more }: ChartTables): Json {
  const holdsNumbers = (field: string): boolean =>
    [main, ...more.values()].some((table) => table.rows.some((row) => row[field]?.kind === 'number'));
  return mapObjects(spec, (part, key) => {
    if (key === 'text' && typeof part.field === 'string' && part.type === undefined && holdsNumbers(part.field)) {
      return { ...part, type: 'quantitative' };
    }
    if (key === 'axis' && isList(part.values) && part.tickCount === undefined) {
      return { ...part, tickCount: part.values.length };
    }
    return 'mark' in part && !('encoding' in part) ? { ...part, encoding: {} } : part;
  });
}

interface Subject {
  readonly name: string;
  readonly place: Place;
  readonly heightPlace: Place;
}

/** Reports what is wrong with a drawing; true where nothing is. */
function reportDrawn(
  drawn: Drawn | Error,
  size: Size,
  { name, place, heightPlace }: Subject,
  report: Report,
): drawn is Drawn {
  const messages =
    drawn instanceof Error
      ? [drawn.message]
      : drawn.warnings.filter((warning) => !drawn.empty || !aboutNoData.test(warning));
  for (const message of messages) {
    const cure = cures.find(([sign]) => sign.test(message))?.[1] ?? 'correct the spec or the query';
    report({ rule: 'chart-fails', place, message: `the chart "${name}" cannot be drawn: ${oneLine(message)}`, cure });
  }
  if (drawn instanceof Error || messages.length > 0) return false;
  if (drawn.empty || /NaN|Infinity|undefined/.test(drawn.svg.replace(/>[^<]*</g, '><'))) {
    report({
      rule: 'chart-clipped',
      place,
      message: `the chart "${name}" draws no marks`,
      cure: 'see that its data have rows and that the columns it draws hold values',
    });
    return false;
  }
  const over = { width: drawn.size.width - size.width, height: drawn.size.height - size.height };
  if (over.width <= tolerance && over.height <= tolerance) return true;
  report({
    rule: 'chart-clipped',
    place: over.height > over.width ? heightPlace : place,
    message: `the chart "${name}" takes ${Math.ceil(drawn.size.width)} by ${Math.ceil(drawn.size.height)} points, and its place has ${size.width} by ${size.height}`,
    cure: over.height > over.width ? 'give it a greater height' : 'shorten its labels or give it a wider place',
  });
  return false;
}

const aboutNoData = /^Infinite extent/;

/** What to do about the messages of Vega-Lite that do not say it themselves. */
const cures: readonly (readonly [RegExp, string])[] = [
  [/conflicting sort properties/, 'sort the rows in the query, and write "sort: null" in every layer'],
  [/^Infinite extent/, 'see that the column has values, and numbers where it is quantitative'],
  [/at least one of the following properties/, 'give every layer and view a mark'],
];

/** In points; less is not seen. */
const tolerance = 0.5;

/** Vega and Vega-Lite throw for what an author wrote: the same message is the author's diagnostic here. */
async function attempt<Result>(act: () => Promise<Result>): Promise<Result | Error> {
  try {
    return await act();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function counted(report: Report): { readonly report: Report; count(): number } {
  let count = 0;
  return {
    report(diagnostic) {
      count++;
      report(diagnostic);
    },
    count: () => count,
  };
}

function oneLine(message: string): string {
  return message
    .replace(/\s+/g, ' ')
    .replace(/\{.*\}/, '…')
    .replace(/\.$/, '');
}
