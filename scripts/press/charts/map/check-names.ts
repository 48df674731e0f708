import type { Table } from '../../data/table.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Located } from '../../read/checked-yaml.ts';
import type { SectionFile } from '../../read/edition.ts';
import type { MapSpec } from '../../read/schemas/figures.ts';

/**
 * Reports the towns and regions of a map that no section names (rule map-name): readers look for what the text speaks of. The
 * capital stands on every map, for orientation.
 */
export function checkNames(
  map: Located<MapSpec>,
  places: Table,
  sections: readonly SectionFile[],
  report: Report,
): void {
  const text = sections.map(({ markdown }) => markdown.normalize('NFC')).join('\n');
  const towns = places.rows.flatMap(({ name, kind }) =>
    name?.kind === 'text' && kind?.kind === 'text' && kind.text === 'town'
      ? [{ name: name.text, place: map.at('places') }]
      : [],
  );
  const regions = map.value.regions.map((name, index) => ({ name, place: map.at('regions', index) }));
  for (const { name, place } of [...towns, ...regions]) {
    if (isNamed(name, text)) continue;
    report({
      rule: 'map-name',
      place,
      message: `"${name}" stands on the map, and no section names it`,
      cure: 'leave it out of the map, or speak of it in the text',
    });
  }
}

/** As a word of its own: "Gao" is not in "Gaoua". */
function isNamed(name: string, text: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{M}])${RegExp.escape(name.normalize('NFC'))}(?![\\p{L}\\p{M}])`, 'u').test(text);
}
