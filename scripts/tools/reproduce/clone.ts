import { execFileSync, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What may stand in for parts of HOME, and is the user's own. */
const ofUser = ['XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'NODE_COMPILE_CACHE'];

/**
 * Clones the last commit of a checkout and runs README's build command in the clone, with an empty HOME. npm's cache of
 * downloads is shared: what it holds is known by its digest. SOURCE_DATE_EPOCH stays as it is.
 *
 * @param checkout the folder to clone
 * @param into a folder that is there, for the clone and all that it writes
 * @returns the folder that the build has filled
 * @throws Error when cloning or building fails; what they said stands on the standard error
 */
export async function buildClone(checkout: string, into: string, around: Surroundings): Promise<string> {
  const clone = join(into, around.folder);
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', checkout, clone], { stdio: ['ignore', 2, 2] });
  const own = { HOME: join(into, 'home'), TMPDIR: join(into, 'temporary') };
  for (const folder of Object.values(own)) await mkdir(folder);
  const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim();
  const kept = Object.entries(process.env).filter(([name]) => !ofUser.includes(name));
  const env = { ...Object.fromEntries(kept), ...own, npm_config_cache: cache, ...around.environment };
  const command = ['npm', 'run', '--silent', 'pdf', '--', '--jobs', String(around.jobs)];
  const code = await new Promise((resolve, reject) => {
    // Only a shell can set the rights of new files for what it starts.
    const shell = ['-c', 'umask "$0" && exec "$@"', around.umask, ...command];
    spawn('sh', shell, { cwd: clone, env, stdio: ['ignore', 2, 2] })
      .once('error', reject)
      .once('close', resolve);
  });
  if (code !== 0) throw new Error(`The build in the clone "${around.folder}" failed; what it said stands above`);
  return join(clone, 'out');
}

/** What a build must not depend on. */
interface Surroundings {
  /** The name of the clone's folder. */
  readonly folder: string;
  /** How many editions are printed at once. */
  readonly jobs: number;
  /** The rights that new files do not get, in octal. */
  readonly umask: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Two surroundings that have as little in common as one machine allows. */
export const surroundings: readonly Surroundings[] = [
  {
    folder: 'a',
    jobs: 1,
    umask: '022',
    environment: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C', COLUMNS: '40' },
  },
  {
    folder: 'another folder, längere Wege',
    jobs: 4,
    umask: '077',
    environment: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', COLUMNS: '200' },
  },
];
