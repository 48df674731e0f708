import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Located } from './edition.ts';
import type { Labels } from './schemas/labels.ts';

/**
 * A printed word of the edition's language, with its {braces} filled in. One that the label file does not hold is
 * reported at the place that needs it; a sentence that says so stands in its place, for a proof to show.
 */
export function fillLabel(
  labels: Located<Labels>,
  name: string,
  values: Readonly<Record<string, string>>,
  place: Place,
  report: Report,
): string {
  const label = labels.value[name];
  if (label === undefined) {
    report({
      rule: 'label-missing',
      place,
      message: `${labels.at().file} has no label "${name}"`,
      cure: didYouMean(name, Object.keys(labels.value), 'labels'),
    });
    return `[no label "${name}"]`;
  }
  return label.replace(/\{([a-z_]+)\}/g, (whole, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? whole) : whole,
  );
}
