import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The program of a name that a command would start: its path, or undefined where there is none. */
export function findProgram(name: string, { PATH = '', PATHEXT }: NodeJS.ProcessEnv): string | undefined {
  const endings = process.platform === 'win32' ? (PATHEXT ?? '.EXE').split(';') : [''];
  const candidates = PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => join(folder, `${name}${ending}`)));
  return candidates.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
