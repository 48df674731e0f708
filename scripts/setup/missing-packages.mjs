// @ts-check

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
