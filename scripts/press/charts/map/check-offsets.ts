import type { Report } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Located } from '../../read/checked-yaml.ts';
import type { MapSpec } from '../../read/schemas/figures.ts';
import type { PlacedLabel } from './label.ts';

/** Whether each offset is of a name that stands on the map; one that is not is reported (rule map-feature). */
export function checkOffsets(labels: readonly PlacedLabel[], map: Located<MapSpec>, report: Report): boolean {
  const names = labels.map(({ lines }) => lines.join(' '));
  const unknown = Object.keys(map.value.labels).filter((name) => !names.includes(name));
  for (const name of unknown) {
    report({
      rule: 'map-feature',
      place: map.at('labels', name),
      message: `no name "${name}" stands on the map`,
      cure: didYouMean(name, names, 'names'),
    });
  }
  return unknown.length === 0;
}
