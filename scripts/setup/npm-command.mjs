// @ts-check
import { basename } from 'node:path';

/**
 * How to start npm: the one that runs this script, in its own Node, or else the one on the PATH.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {string} platform as process.platform
 * @param {string} node the Node that runs now
 * @returns {{ readonly executable: string, readonly before: readonly string[], readonly shell: boolean }}
 */
export function npmCommand(environment, platform, node) {
  const npm = environment.npm_execpath;
  // Other package managers set the same variable.
  if (npm && basename(npm).startsWith('npm')) {
    return { executable: environment.npm_node_execpath ?? node, before: [npm], shell: false };
  }
  // On Windows npm is a .cmd file, which only a shell can start; all its arguments are constants.
  return { executable: 'npm', before: [], shell: platform === 'win32' };
}
