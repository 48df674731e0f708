import type { Table } from '../../data/table.ts';
import type { Place, Report } from '../../diagnostics/diagnostic.ts';

export interface MapPlace {
  readonly name: string;
  readonly kind: 'capital' | 'town';
  readonly longitude: number;
  readonly latitude: number;
  readonly align?: 'left' | 'right' | undefined;
}

const needed = ['name', 'kind', 'lon', 'lat'] as const;

/** The places of a map's table; a table without the columns, or a row without the values, is reported (rule query-shape). */
export function mapPlaces(table: Table, place: Place, report: Report): readonly MapPlace[] {
  const missing = needed.filter((column) => !table.columns.includes(column));
  if (missing.length > 0) {
    report({
      rule: 'query-shape',
      place,
      message: `the places of a map need the columns ${needed.join(', ')}, and ${missing.map((column) => `"${column}"`).join(', ')} ${missing.length === 1 ? 'is' : 'are'} not there`,
      cure: 'name them in the query: select name, kind, lon, lat from places',
    });
    return [];
  }
  return table.rows.flatMap((row): MapPlace[] => {
    const { name, kind, lon, lat, align } = row;
    const known = kind?.kind === 'text' && (kind.text === 'capital' || kind.text === 'town') ? kind.text : undefined;
    if (name?.kind === 'text' && known && lon?.kind === 'number' && lat?.kind === 'number') {
      const side = align?.kind === 'text' && (align.text === 'left' || align.text === 'right') ? align.text : undefined;
      return [
        { name: name.text, kind: known, longitude: Number(lon.decimal), latitude: Number(lat.decimal), align: side },
      ];
    }
    report({
      rule: 'query-shape',
      place,
      message: `the place ${name?.kind === 'text' ? `"${name.text}"` : 'without a name'} cannot be drawn`,
      cure: 'a place has a name, a kind (capital or town), and lon and lat as numbers',
    });
    return [];
  });
}
