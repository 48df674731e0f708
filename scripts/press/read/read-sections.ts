import type { Report } from '../diagnostics/diagnostic.ts';
import type { SectionFile } from './edition.ts';
import { bytesIn, type Files, textOf } from './files.ts';

/** Reads the sections of one language in the order of their numbers. */
export function readSections(files: Files, folder: string, report: Report): readonly SectionFile[] {
  const sections: SectionFile[] = [];
  const names = files.list(folder);
  if (names.length === 0) {
    const missing = {
      rule: 'file-missing',
      place: { file: folder, line: 1, column: 1 },
      message: `there is no section in ${folder}`,
      cure: 'add one, named like 10-summary.md',
    } as const;
    report(files.refusal(folder, 'folder') ?? missing);
  }
  for (const fileName of names) {
    const file = `${folder}/${fileName}`;
    const name = /^\d{2}-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(fileName)?.[1];
    if (name === undefined || sections.some((section) => section.name === name)) {
      report({
        rule: 'file-name',
        place: { file, line: 1, column: 1 },
        message:
          name === undefined ? `"${fileName}" is not a name for a section` : `a second section is named "${name}"`,
        cure: 'name it by two digits for its place, a hyphen, and a name of its own, like 40-assistance.md',
      });
      continue;
    }
    const bytes = bytesIn(files, file, report);
    if (bytes) sections.push({ name, file, markdown: textOf(bytes) });
  }
  return sections;
}
