import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { noCache } from '../../scripts/press/cache.ts';
import { drawChart, type Press } from '../../scripts/press/charts/draw-chart.ts';
import { textMetricsOf } from '../../scripts/press/charts/text-metrics.ts';
import type { Cell, Table } from '../../scripts/press/data/table.ts';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { readFonts } from '../../scripts/press/read/fonts.ts';
import { chartSchema } from '../../scripts/press/read/schemas/figures.ts';
import { tokensSchema } from '../../scripts/press/read/schemas/tokens.ts';
import type { Locate } from '../../scripts/press/read/yaml-file.ts';

/** The series' own tokens and fonts: charts are tested as they print. */
export const tokens = tokensSchema.parse(parse(readFileSync('styles/tokens.yaml', 'utf8')));
export const fonts = readFonts(tokens);
export const metrics = textMetricsOf(fonts);

type Value = string | number | null;

export function tableFrom(columns: readonly string[], ...rows: readonly (readonly Value[])[]): Table {
  return {
    columns,
    rows: rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, cell(row[index] ?? null)]))),
  };
}

function cell(value: Value): Cell {
  if (value === null) return { kind: 'missing' };
  if (typeof value === 'number') return { kind: 'number', decimal: String(value) };
  return /^\d{4}-\d\d-\d\d$/.test(value) ? { kind: 'date', iso: value } : { kind: 'text', text: value };
}

/** A press that fills nothing in, and what is reported to it. */
export function pressFor(accent = 'ochre'): Press & { readonly messages: () => readonly string[] } {
  const diagnostics = collectDiagnostics();
  const messages = (): readonly string[] =>
    diagnostics.list().map(({ rule, place, message, cure }) => `${place.file} ${rule}: ${message}; ${cure}`);
  return { tokens, accent, metrics, cache: noCache, fill: (text) => text, report: diagnostics.report, messages };
}

/** Places are told by the path in the file: "spec.mark". */
export const at: Locate = (...path) => ({ file: path.join('.'), line: 1, column: 1 });

export interface Sketch {
  readonly spec: string;
  readonly main: Table;
  readonly more?: Readonly<Record<string, Table>>;
  readonly width?: 'text' | 'wide' | 'margin';
  readonly height?: number;
}

/** Draws a chart whose specification is given as YAML. */
export async function draw({ spec, main, more = {}, width = 'text', height = 120 }: Sketch, press = pressFor()) {
  const value = chartSchema.parse({
    title: 'Title',
    alt: 'Alt',
    source: 's',
    width,
    height,
    spec: parse(spec),
    data: { query: 'select 1' },
  });
  const tables = { main, more: new Map(Object.entries(more)) };
  const drawing = await drawChart(
    { name: 'sketch', chart: { value, at }, alt: 'Deaths rose to "1,277" & more', tables },
    press,
  );
  return { drawing, svg: drawing?.svg ?? '', messages: press.messages() };
}

/** The texts of an SVG in the order in which they stand in it. */
export function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map((match) => match[1] ?? '');
}
