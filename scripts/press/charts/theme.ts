import type { Config } from 'vega-lite';
import type { Tokens } from '../read/schemas/tokens.ts';
import { colourOf, mixed } from './colours.ts';

/**
 * The look of every chart, as Vega-Lite's config. A chart that says nothing about style looks right.
 *
 * A colour means one thing over the series: the accent is what the title is about, neutrals are the rest. Marks of one
 * kind are in the accent, categories in accent, light grey, dark grey and so on, whose neighbours stay apart in grey; none is
 * lighter than 3:1 on paper. Dashes are for what is missing or unknown alone. Axes have no titles unless the chart gives one: its subtitle says what is measured.
 *
 * Named styles, used as `mark: {type: text, style: value}`:
 * `value` (at a bar's end), `value-above` (over a column or dot), `value-point` (left above a line's point),
 * `value-inside` (in a bar), `series` (a line's name at its end), `note` (small and quiet);
 * `event` and `event-rule` (word above the plot and rule of an event), `event-span` (of one that lasts);
 * `stem` (from zero to the dot of a count that stands alone in time);
 * `whole` (the bar that others are a part of), `outlined` (the palest of several parts), `unknown` (a part that is not known), `missing` (a cross at the base line
 * where there is no value). An axis of time takes `axis: {style: years}`: ticks at the start of years, names in their middle.
 *
 * @param legendColumns how many entries stand side by side; 0 for all
 */
export function chartConfig(tokens: Tokens, accent: string, legendColumns: number): Config {
  const colour = (name: string): string => colourOf(tokens, accent, name);
  return {
    font: tokens.fonts.sans.name,
    // Commas and as few decimals as the value has; without "f", axes would write 300,000 as 3e+5.
    numberFormat: ',~f',
    view: { stroke: null },
    aria: false,
    ...axes(tokens, colour),
    ...marks(tokens, colour),
    ...guides(tokens, colour, legendColumns),
    style: styles(tokens, colour),
    scale: { bandPaddingInner: 0.3, bandPaddingOuter: 0.08, barBandPaddingInner: 0.3, rectBandPaddingInner: 0.04 },
    range: {
      category: ['accent', 'grey', 'quiet', 'accent-light', 'ink'].map(colour),
      ordinal: [mixed(colour('accent'), colour('ink'), 0.6), colour('accent'), colour('accent-light')],
      ramp: [colour('accent-light'), mixed(colour('accent'), colour('ink'), 0.6)],
      heatmap: [colour('accent-light'), mixed(colour('accent'), colour('ink'), 0.6)],
    },
  };
}

/** In points. */
const domainWidth = 0.75;

type Colour = (name: string) => string;

function axes({ sizes }: Tokens, colour: Colour): Config {
  const grid = mixed(colour('rule'), colour('paper'), 0.45);
  return {
    axis: {
      title: null,
      // Vega moves axes by half a pixel for screens; print has no pixels.
      translate: 0,
      tickRound: false,
      domain: false,
      domainColor: colour('quiet'),
      domainWidth,
      ticks: false,
      tickColor: colour('quiet'),
      tickWidth: 0.5,
      tickSize: 3,
      grid: false,
      gridColor: grid,
      gridWidth: 0.5,
      labelColor: colour('quiet'),
      labelFontSize: sizes.note ?? 8,
      labelPadding: 5,
      // A label is never cut short: the drawing makes room for it.
      labelLimit: 0,
      labelLineHeight: (sizes.note ?? 8) + 2,
      titleColor: colour('quiet'),
      titleFontSize: sizes.note ?? 8,
      titleFontWeight: 400,
      titleLimit: 0,
      titlePadding: 6,
    },
    axisQuantitative: { grid: true, tickCount: 5 },
    axisBand: {
      grid: false,
      labelColor: colour('ink'),
      labelFontSize: sizes.label ?? 9,
      labelLineHeight: (sizes.label ?? 9) + 2,
      labelAngle: 0,
    },
    // Bars stand on the upper edge of the line: one of a fraction of a point is not hidden by it.
    axisXBand: { domain: true, labelPadding: 4, offset: domainWidth / 2 },
    axisXPoint: { domain: true, labelAngle: 0 },
    axisTemporal: { domain: true, ticks: true, labelPadding: 3 },
    axisYQuantitative: { titleAngle: 0, titleAlign: 'left', titleAnchor: 'end', titleBaseline: 'bottom' },
  };
}

function marks({ sizes }: Tokens, colour: Colour): Config {
  return {
    mark: { color: colour('accent') },
    line: { strokeWidth: 1.75, strokeCap: 'round', strokeJoin: 'round' },
    trail: { color: colour('accent') },
    area: { line: false, fillOpacity: 1 },
    point: { filled: true, size: 26, opacity: 1 },
    circle: { size: 26, opacity: 1 },
    square: { size: 26, opacity: 1 },
    tick: { thickness: 1.5 },
    rule: { color: colour('quiet'), strokeWidth: 0.75 },
    text: { color: colour('ink'), fontSize: sizes.label ?? 9, lineHeight: (sizes.label ?? 9) + 2 },
  };
}

function guides({ sizes }: Tokens, colour: Colour, legendColumns: number): Config {
  const label = { labelColor: colour('ink'), labelFontSize: sizes.label ?? 9, labelLimit: 0 };
  const quietTitle = { titleColor: colour('quiet'), titleFontSize: sizes.note ?? 8, titleFontWeight: 400 } as const;
  return {
    legend: {
      ...label,
      ...quietTitle,
      title: null,
      titleLimit: 0,
      orient: 'top',
      direction: 'horizontal',
      columns: legendColumns,
      offset: 8,
      padding: 0,
      columnPadding: 12,
      rowPadding: 2,
      labelOffset: 4,
      symbolType: 'square',
      symbolSize: 64,
      symbolStrokeWidth: 0,
      symbolOpacity: 1,
    },
    header: {
      ...label,
      ...quietTitle,
      title: null,
      titleLimit: 0,
      labelFontWeight: 600,
      labelAnchor: 'start',
      labelPadding: 6,
    },
    headerRow: { labelAngle: 0, labelAlign: 'left', labelAnchor: 'middle', labelOrient: 'left' },
    title: {
      color: colour('ink'),
      fontSize: sizes.label ?? 9,
      fontWeight: 600,
      anchor: 'start',
      frame: 'group',
      offset: 8,
      limit: 0,
    },
    facet: { spacing: 16 },
    concat: { spacing: 16 },
  };
}

/** As path data in a square of side 2; the mark's size is that of the square. */
const cross = 'M-1,-1L1,1M-1,1L1,-1';

/** In points, from the tick at a year's start to the year's middle. */
const halfYear = { expr: "(scale('x', utc(2001, 0, 1)) - scale('x', utc(2000, 0, 1))) / 2" };

function styles({ sizes }: Tokens, colour: Colour): NonNullable<Config['style']> {
  // Vega breaks lines in text only: these styles are for words.
  const small = { lineBreak: '\n', fontSize: sizes.note ?? 8, lineHeight: (sizes.note ?? 8) + 2 };
  return {
    value: { align: 'left', baseline: 'middle', dx: 4, fontWeight: 600 },
    'value-above': { align: 'center', baseline: 'bottom', dy: -3, fontWeight: 600 },
    'value-point': { align: 'right', baseline: 'bottom', dx: -4, dy: -3, fontWeight: 600 },
    'value-inside': { align: 'center', baseline: 'middle', color: colour('paper'), fontWeight: 600 },
    series: { align: 'left', baseline: 'middle', dx: 5, fontWeight: 600 },
    event: { ...small, align: 'center', baseline: 'bottom', dy: -3, color: colour('quiet') },
    'event-rule': { color: colour('grey'), strokeWidth: 0.75 },
    'event-span': { color: colour('ground'), stroke: colour('grey'), strokeWidth: 0.5 },
    stem: { color: colour('accent'), strokeWidth: 0.75 },
    whole: { color: colour('ground'), stroke: colour('quiet'), strokeWidth: 0.5 },
    outlined: { color: colour('missing'), stroke: colour('quiet'), strokeWidth: 0.5 },
    unknown: { color: colour('ground'), stroke: colour('quiet'), strokeWidth: 0.75, strokeDash: [2, 2] },
    missing: { filled: false, shape: cross, size: 14, color: colour('quiet'), strokeWidth: 0.75 },
    years: { format: '%Y', tickCount: 'year', labelOffset: halfYear, labelFlush: false },
    note: { ...small, color: colour('quiet') },
  };
}
