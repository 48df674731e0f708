import type { Report } from '../diagnostics/diagnostic.ts';
import type { Located } from './edition.ts';
import { type Files, listIn } from './files.ts';
import { type Labels, labelsSchema } from './schemas/labels.ts';
import { readChecked } from './yaml-file.ts';

/** The label files of all languages: templates are checked against each of them. */
export function readLabels(files: Files, report: Report): readonly Located<Labels>[] {
  return listIn(files, 'content/labels', report).flatMap((name) => {
    const labels = name.endsWith('.yaml') && readChecked(files, `content/labels/${name}`, labelsSchema, report);
    return labels ? [labels] : [];
  });
}
