import type { Report } from '../diagnostics/diagnostic.ts';
import type { Files } from './files.ts';

/** The names of all editions: the folders of content/ that hold an edition.yaml and have a name for one. */
export function listEditions(files: Files): readonly string[] {
  return foldersWithEdition(files).filter((name) => editionNameFault(name) === undefined);
}

/** Reports the folders that hold an edition.yaml, and no file could be called after on every system (rule file-name). */
export function reportEditionNames(files: Files, report: Report): void {
  for (const name of foldersWithEdition(files)) {
    const cure = editionNameFault(name);
    if (cure === undefined) continue;
    report({
      rule: 'file-name',
      place: { file: `content/${name}/edition.yaml`, line: 1, column: 1 },
      message: `"${name}" cannot name the folder of an edition`,
      cure,
    });
  }
}

/** What systems and editors hide, they keep for themselves. */
function foldersWithEdition(files: Files): readonly string[] {
  const shown = files.list('content').filter((name) => !name.startsWith('.'));
  return shown.filter((name) => files.list(`content/${name}`).includes('edition.yaml'));
}

/** Letters of a name; "<name>.audit.json.tmp" must fit everywhere. */
const longest = 60;

/** Names that Windows keeps for devices, whatever follows them after a dot. */
const devices = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Why a folder of content/ cannot be an edition, as a cure; undefined where it can: its name is that of files on every system. */
export function editionNameFault(name: string): string | undefined {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return 'write small letters, digits and single hyphens';
  if (devices.test(name)) return 'write another, since Windows keeps this one for a device';
  if (name === 'labels') return 'write another, since content/labels holds the words of the press';
  return name.length > longest ? `write at most ${longest} letters` : undefined;
}
