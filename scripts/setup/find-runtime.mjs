// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeName } from './runtime-name.mjs';

/** The first Node that strips types without a flag or a warning. */
const oldest = 24;

/**
 * The runtime that commands run in: the locked one where there is one for this platform, else the user's own.
 *
 * @param {string} root the project's folder
 * @param {{ readonly platform: string, readonly architecture: string, readonly node: string, readonly version: string }} [here]
 *   this platform, and the Node that runs now
 * @returns {string} its executable
 * @throws {Error} with a sentence for the user when there is none
 */
export function findRuntime(root, here) {
  const { platform, architecture, node, version } = here ?? {
    platform: process.platform,
    architecture: process.arch,
    node: process.execPath,
    version: process.versions.node,
  };
  const folder = join(root, 'node_modules', runtimeName(platform, architecture));
  if (existsSync(folder)) {
    const executable = join(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin.node);
    if (existsSync(executable)) return executable;
  }
  if (Number.parseInt(version, 10) >= oldest) return node;
  throw new Error(
    `For ${platform} on ${architecture} no runtime is locked, and Node ${version} is too old: install Node ${oldest} or newer from https://nodejs.org.`,
  );
}
