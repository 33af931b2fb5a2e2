import './plain-end.mjs';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { checkNode, installPackages } from './packages.mjs';
import { inProject } from './project.mjs';

const LOCK = inProject('.setup.lock');
/** How often whoever has the lock says that it is still at work, in milliseconds. */
const SIGN_OF_LIFE = 5_000;
/** A process that got the number of a dead one gives no sign of life, and would block for ever. */
const STALE = 2 * 60_000;

/**
 * Makes everything ready to run: the right Node, the packages, and the built product when asked for.
 * Two at once go one after the other. Ends the process with a message when something fails.
 * @param {{ built: boolean }} options
 */
export async function prepare({ built }) {
  checkNode();
  await takeLock();
  // What fails in here ends the process, so this is the one place that always runs.
  process.once('exit', releaseLock);
  const alive = setInterval(signOfLife, SIGN_OF_LIFE);
  await installPackages();
  if (built) await build();
  clearInterval(alive);
  process.off('exit', releaseLock);
  releaseLock();
}

async function takeLock() {
  for (let told = false; ; told = true) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isStale()) rmSync(LOCK, { force: true });
    else if (!told) process.stdout.write('Waiting for another set-up of this folder …\n');
    await delay(100);
  }
}

function isStale() {
  const { mtimeMs } = statSync(LOCK, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  const age = Date.now() - mtimeMs;
  try {
    const pid = Number(readFileSync(LOCK, 'utf8'));
    // Created but not written yet is a matter of a moment.
    if (!pid) return age > 5_000;
    // In a container every start has the same number, and this one does not have the lock yet.
    if (pid === process.pid) return true;
    process.kill(pid, 0);
    return age > STALE;
  } catch (error) {
    // A number that another user's process has by now says nothing of the set-up that had it.
    return error.code === 'ESRCH' || (error.code === 'EPERM' && age > STALE);
  }
}

function signOfLife() {
  try {
    utimesSync(LOCK, new Date(), new Date());
  } catch {
    // Somebody removed it; that is theirs to know.
  }
}

function releaseLock() {
  try {
    // Never that of another process.
    if (readFileSync(LOCK, 'utf8') === String(process.pid)) rmSync(LOCK, { force: true });
  } catch {
    // It is gone already.
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await prepare({ built: true });
