// @ts-check

/**
 * The package that ships the locked runtime for a platform, whether or not there is one.
 *
 * @param {string} platform as process.platform
 * @param {string} architecture as process.arch
 */
export function runtimeName(platform, architecture) {
  return `node-${platform === 'win32' ? 'win' : platform}-${architecture}`;
}
