import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type Located, readChecked } from './checked-yaml.ts';
import { type Files, listIn } from './files.ts';
import type { Text } from './schemas/common.ts';
import { type Labels, labelsSchema } from './schemas/labels.ts';

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

/** The label files of all languages: templates are checked against each of them. */
export function readLabels(files: Files, report: Report): readonly Located<Labels>[] {
  return listIn(files, 'content/labels', report).flatMap((name) => {
    const labels = name.endsWith('.yaml') && readChecked(files, `content/labels/${name}`, labelsSchema, report);
    return labels ? [labels] : [];
  });
}

/**
 * A printed text in the edition's language. Where it has none in that language, that is reported
 * and the first there is serves, so that the rest of the text is still checked.
 */
export function textIn(text: Text, language: string, place: Place, report: Report): string {
  if (typeof text === 'string') return text;
  const found = text[language];
  if (found !== undefined) return found;
  report({
    rule: 'language-missing',
    place,
    message: `this text is there in ${Object.keys(text).join(', ')} but not in "${language}"`,
    cure: `add a line "${language}: …"`,
  });
  return Object.values(text)[0] ?? '';
}
