import type { Located } from '../read/checked-yaml.ts';
import type { Edition } from '../read/edition.ts';
import type { ChartSpec, MapSpec, TableSpec, TimelineSpec } from '../read/schemas/figures.ts';

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
