import type { Edition, Located } from '../read/edition.ts';
import type { ChartSpec, MapSpec } from '../read/schemas/chart.ts';
import type { TableSpec, TimelineSpec } from '../read/schemas/table.ts';

/** The file behind "chart aid-2020" and its like. */
export function specOf(
  of: string,
  { charts, maps, tables, timelines }: Pick<Edition, 'charts' | 'maps' | 'tables' | 'timelines'>,
): Located<ChartSpec | MapSpec | TableSpec | TimelineSpec> | undefined {
  const [kind, name = ''] = of.split(' ');
  switch (kind) {
    case 'chart':
      return charts.get(name);
    case 'map':
      return maps.get(name);
    case 'table':
      return tables.get(name);
    case 'timeline':
      return timelines.get(name);
    default:
      return undefined;
  }
}
