import type { Report } from '../diagnostics/diagnostic.ts';
import type { Located } from './edition.ts';
import type { Files } from './files.ts';
import { type Labels, labelsSchema } from './schemas/labels.ts';
import { readChecked } from './yaml-file.ts';

/** The label files of all languages: templates are checked against each of them. */
export function readLabels(files: Files, report: Report): readonly Located<Labels>[] {
  return files.list('content/labels').flatMap((name) => {
    const labels = name.endsWith('.yaml') && readChecked(files, `content/labels/${name}`, labelsSchema, report);
    return labels ? [labels] : [];
  });
}
