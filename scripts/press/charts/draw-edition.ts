import { cached } from '../cache.ts';
import type { Cell, Table } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Atlas } from '../read/atlas.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Edition } from '../read/edition.ts';
import { textIn } from '../read/labels.ts';
import type { DataSource, Text } from '../read/schemas/common.ts';
import type { ChartSpec } from '../read/schemas/figures.ts';
import type { Locate } from '../read/yaml-file.ts';
import { drawChart, type Press } from './draw-chart.ts';
import type { Drawings, DrawnFigure } from './drawing.ts';
import { checkNames } from './map/check-names.ts';

/** What an edition is drawn from and with. */
export interface EditionPress extends Press {
  readonly atlas: () => Atlas;
  /** The answer to a source, of which some columns are printed in the appendix too; one that gives none was reported. */
  readonly tableOf: (source: DataSource, place: Place, printed: readonly string[]) => Promise<Table | undefined>;
}

/** Draws an edition's charts and maps one after the other; their order in the result is that of the edition. */
export async function drawEdition(edition: Edition, press: EditionPress): Promise<Drawings> {
  const drawings = new Map<string, DrawnFigure>();
  const alternative = (alt: Text, at: Locate): string =>
    press.fill(textIn(alt, edition.language, at('alt'), press.report), at('alt'));

  for (const [name, chart] of edition.charts) {
    const tables = await chartTables(chart, press);
    const alt = alternative(chart.value.alt, chart.at);
    const drawing = tables && (await drawChart({ name, chart, alt, tables }, press));
    if (drawing) drawings.set(`chart ${name}`, { ...drawing, given: tables.given });
  }
  for (const [name, map] of edition.maps) {
    const places = await answerOf(map.value.places, placeOf(map.value.places, map.at, 'places'), printed(map), press);
    const alt = alternative(map.value.alt, map.at);
    const { language } = edition;
    const { tokens, accent, cache } = press;
    if (places) checkNames(map, places, edition.sections, press.report);
    const inputs = { name, map: map.value, alt, places, language, tokens, accent };
    const drawing =
      places &&
      (await cached(cache, inputs, async () => {
        const { drawMap } = await import('./draw-map.ts');
        return drawMap({ name, map, alt, places, atlas: press.atlas(), language }, press);
      }));
    if (drawing && places) drawings.set(`map ${name}`, { ...drawing, given: places });
  }
  return drawings;
}

/** The tables of a chart, if every one of its sources answers. */
async function chartTables(chart: Located<ChartSpec>, press: EditionPress) {
  const { data, more_data = {} } = chart.value;
  const place = placeOf(data, chart.at, 'data');
  const given = await press.tableOf(data, place, printed(chart));
  const main = given && inWords(given, place, press);
  const sources = Object.entries(more_data);
  const more = new Map<string, Table>();
  for (const [name, source] of sources) {
    const table = await answerOf(source, placeOf(source, chart.at, 'more_data', name), [], press);
    if (table) more.set(name, table);
  }
  return given && main && more.size === sources.length ? { given, main, more } : undefined;
}

async function answerOf(
  source: DataSource,
  place: Place,
  shown: readonly string[],
  press: EditionPress,
): Promise<Table | undefined> {
  const table = await press.tableOf(source, place, shown);
  return table && inWords(table, place, press);
}

/** A table whose texts have their facts in words, for they are prose, too. */
function inWords({ columns, rows }: Table, place: Place, { fill }: EditionPress): Table {
  const cellInWords = (cell: Cell): Cell =>
    cell.kind === 'text' && /:(?:fact|claim)\[/.test(cell.text) ? { ...cell, text: fill(cell.text, place) } : cell;
  const filled = (row: Table['rows'][number]) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cellInWords(cell)]));
  return { columns, rows: rows.map(filled) };
}

function placeOf(source: DataSource, at: Locate, ...path: readonly string[]): Place {
  return at(...path, 'query' in source ? 'query' : 'dataset');
}

/** The columns of the data that the appendix prints. */
function printed({ value: { columns = [] } }: Located<Pick<ChartSpec, 'columns'>>): readonly string[] {
  return columns.map(({ field }) => field);
}
