// @ts-check
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { holdLock } from './lock.mjs';
import { runChild, runtimeName } from './runtime.mjs';

/** The user's own npm settings must not leave out what a build or a test needs. Set-up runs no package's script. */
const npmArguments = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'];

/**
 * Installs the packages of package-lock.json where node_modules is not what it says. Commands that start together
 * install once: the others wait.
 *
 * @param {string} root the project's folder
 * @returns {Promise<boolean>} whether it installed anything
 * @throws {Error} with a sentence for the user when it cannot
 */
export async function ensurePackages(root) {
  if (missing(root).length === 0) return false;
  const lock = await holdLock(join(root, '.set-up.tmp'), () => say('Another command is setting up; waiting for it.'));
  try {
    // Whoever held the lock before may have done the work.
    if (missing(root).length === 0) return true;
    await install(root, lock.share);
    return true;
  } finally {
    lock.release();
  }
}

/**
 * @param {string} root
 * @param {(pid: number) => void} share
 */
async function install(root, share) {
  if (process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules'))) {
    throw new Error(
      'Packages are missing, and Windows cannot replace a program that runs: run "npm ci --ignore-scripts".',
    );
  }
  say('Setting up: npm ci installs the packages of package-lock.json (about 650 MB; 15 seconds to a few minutes).');
  const npm = npmCommand(process.env, process.platform, process.execPath);
  const began = Date.now();
  const end = await runChild(npm.executable, [...npm.before, ...npmArguments], {
    cwd: root,
    shell: npm.shell,
    // What npm says is no part of a command's output.
    stdio: ['ignore', 2, 2],
    onStart: share,
  }).catch((error) => {
    throw new Error('npm could not be started: install Node.js with npm from https://nodejs.org.', { cause: error });
  });
  if (end.code !== 0) {
    throw new Error(`Set-up failed: npm ci ended with ${end.signal ?? `code ${end.code}`}. What it said stands above.`);
  }
  const left = missing(root);
  if (left.length > 0) {
    throw new Error(
      `Set-up failed: npm ci left out ${left.slice(0, 5).join(', ')}. Look at npm's settings (npm config ls).`,
    );
  }
  say(`Set up in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** @param {string} root */
function missing(root) {
  const locked = readLock(join(root, 'package-lock.json'));
  if (!locked) throw new Error('package-lock.json is missing or damaged: restore it (git checkout package-lock.json).');
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  return missingPackages(locked, installed, runtimeName(process.platform, process.arch));
}

/**
 * @param {string} file
 * @returns {Lock | undefined}
 */
function readLock(file) {
  try {
    const lock = JSON.parse(readFileSync(file, 'utf8'));
    return typeof lock?.packages === 'object' && lock.packages !== null ? lock : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} sentence */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * @typedef {{ readonly version?: string, readonly optional?: boolean, readonly devOptional?: boolean }} LockedPackage
 * @typedef {{ readonly packages: Readonly<Record<string, LockedPackage>> }} Lock package-lock.json, as far as it matters here
 */

/**
 * Compares what is locked with what npm noted of its last installation (node_modules/.package-lock.json).
 * Optional packages may be absent, except the runtime; a package that is there must be there in its locked version.
 *
 * @param {Lock} locked
 * @param {Lock | undefined} installed undefined: nothing is installed
 * @param {string} runtime the package with this platform's runtime, which need not exist
 * @returns {string[]} the paths of the packages that are missing or in another version
 */
export function missingPackages(locked, installed, runtime) {
  return Object.entries(locked.packages)
    .filter(([path, wanted]) => {
      if (path === '') return false;
      const found = installed?.packages[path];
      if (found) return found.version !== wanted.version;
      return path === `node_modules/${runtime}` || !(wanted.optional || wanted.devOptional);
    })
    .map(([path]) => path);
}

/**
 * How to start npm: the one that runs this script, in its own Node, or else the one on the PATH.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {string} platform as process.platform
 * @param {string} node the Node that runs now
 * @returns {{ readonly executable: string, readonly before: readonly string[], readonly shell: boolean }}
 */
function npmCommand(environment, platform, node) {
  const npm = environment.npm_execpath;
  // Other package managers set the same variable.
  if (npm && basename(npm).startsWith('npm')) {
    return { executable: environment.npm_node_execpath ?? node, before: [npm], shell: false };
  }
  // On Windows npm is a .cmd file, which only a shell can start; all its arguments are constants.
  return { executable: 'npm', before: [], shell: platform === 'win32' };
}
