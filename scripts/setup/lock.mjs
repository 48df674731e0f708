// @ts-check
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A living owner shows itself this often, in milliseconds. */
const heartbeat = 2_000;
/** An owner who has not shown itself for so long is taken for dead, wherever it runs. */
const silence = 60_000;
const poll = 150;

/**
 * Holds a lock that other processes see as a folder; waits while another living process holds it.
 *
 * The folder comes into being with its owner's name inside, by one rename, so it is never without an owner.
 *
 * @param {string} folder its name ends in ".tmp"
 * @param {() => void} onWait called once if it has to wait
 * @returns {Promise<{ readonly release: () => void, readonly share: (pid: number) => void }>} share: the lock also
 *   holds as long as that process lives
 */
export async function holdLock(folder, onWait) {
  const own = folder.replace(/\.tmp$/, `.${randomUUID()}.tmp`);
  const pids = [process.pid];
  writeOwner(own, pids);
  let waiting = false;
  let watched = { owner: '', since: 0 };
  while (!moved(own, folder)) {
    const owner = readOwner(folder);
    if (owner !== watched.owner) watched = { owner, since: performance.now() };
    if (isDead(owner) || performance.now() - watched.since > silence) remove(folder, owner);
    else {
      if (!waiting) onWait();
      waiting = true;
      await sleep(poll);
    }
  }
  const timer = setInterval(() => showLife(folder), heartbeat);
  timer.unref();
  return {
    share(pid) {
      pids.push(pid);
      writeOwner(folder, pids);
    },
    release() {
      clearInterval(timer);
      // By a rename: emptying it in place could empty the next owner's.
      if (moved(folder, own)) rmSync(own, { recursive: true, force: true });
    },
  };
}

/** @param {string} folder */
function showLife(folder) {
  try {
    utimesSync(join(folder, 'owner'), new Date(), new Date());
  } catch {
    // It was taken away from a process that was long suspended.
  }
}

/**
 * @param {string} folder
 * @param {readonly number[]} pids
 */
function writeOwner(folder, pids) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'owner'), JSON.stringify({ host: hostname(), pids }));
  } catch (error) {
    throw new Error(`Set-up cannot write ${folder}: make its folder writable and free some space.`, { cause: error });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function moved(from, to) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
    // The last two are what Windows says of a folder that is there.
    if (['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(code)) return false;
    throw error;
  }
}

/**
 * What the owner last showed of itself: who it is and its last sign of life. Empty while the lock changes hands.
 *
 * @param {string} folder
 */
function readOwner(folder) {
  try {
    const file = join(folder, 'owner');
    return `${readFileSync(file, 'utf8')}\n${statSync(file).mtimeMs}`;
  } catch {
    return '';
  }
}

/**
 * Only on this machine can one know.
 *
 * @param {string} owner
 */
function isDead(owner) {
  try {
    const { host, pids } = JSON.parse(owner.split('\n')[0] ?? '');
    return host === hostname() && !pids.some(isAlive);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Takes a dead owner's lock away, and puts it back if it has meanwhile become somebody else's.
 *
 * @param {string} folder
 * @param {string} owner
 */
function remove(folder, owner) {
  const aside = folder.replace(/\.tmp$/, `.${randomUUID()}.tmp`);
  if (!moved(folder, aside)) return;
  if (readOwner(aside) !== owner && moved(aside, folder)) return;
  rmSync(aside, { recursive: true, force: true });
}
