import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(import.meta.dirname, '..', '..', '..', 'node_modules');
/** The package that brings the shell. Only its archives are used: none of its code, none of its arguments. */
const folder = join(packages, '@sparticuz', 'chromium');

/** The headless shell that package-lock.json pins, packed as it comes from the registry, and where it is unpacked. */
export interface ShellPackage {
  readonly version: string;
  /** The folder with chromium.br, fonts.tar.br and al2023.tar.br. */
  readonly archives: string;
  /**
   * Named by the version: under a fixed name, whatever was unpacked there before would run.
   * It holds headless-shell, fonts/ and, where the system lacks them, libraries are beside it.
   */
  readonly unpacked: string;
}

/** The bundled shell's package, or undefined where it is not installed. */
export function shellPackage(): ShellPackage | undefined {
  const archives = join(folder, 'bin');
  if (!existsSync(join(archives, 'chromium.br'))) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { version, archives, unpacked: join(packages, '.cache', 'factsheet-press', `chromium-${version}`) };
}
