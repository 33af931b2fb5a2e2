import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { OnProgress } from '../port.ts';
import { readJson } from './files.ts';
import type { Java } from './java.ts';
import { type Lock, takeLock } from './lock.ts';
import { downloadWithMaven } from './maven.ts';
import type { Release } from './releases.ts';

const MANIFEST = 'complete.json';

interface Need {
  release: Release;
  java: Java;
  cacheFolder: string;
  onProgress: OnProgress;
  signal?: AbortSignal | undefined;
}

/**
 * The folder with the program files of a release, downloaded into the cache when they are not there whole.
 * Two that ask at once download once; one that is cut short leaves nothing that looks complete.
 * @throws EntenteError `database_not_ready` when Maven is missing or cannot download.
 */
export async function installedRelease(need: Need): Promise<string> {
  const folder = join(need.cacheFolder, 'neo4j', need.release.version);
  if (isWhole(folder)) return join(folder, 'lib');
  mkdirSync(join(need.cacheFolder, 'neo4j'), { recursive: true });
  const lock = await waitForLock(`${folder}.lock`, need);
  try {
    if (!isWhole(folder)) await download(folder, need);
  } finally {
    lock.release();
  }
  return join(folder, 'lib');
}

/** Whether every file that was downloaded is there at its full size. */
export function isWhole(folder: string): boolean {
  const sizes = readJson<Record<string, number>>(join(folder, MANIFEST));
  return (
    sizes !== undefined &&
    Object.entries(sizes).every(([name, size]) => {
      const stat = statSync(join(folder, 'lib', name), { throwIfNoEntry: false });
      return stat?.size === size;
    })
  );
}

async function download(folder: string, need: Need): Promise<void> {
  removeLeftovers(need.cacheFolder, need.release.version);
  const temporary = `${folder}.partial-${randomBytes(4).toString('hex')}`;
  const lib = join(temporary, 'lib');
  mkdirSync(lib, { recursive: true });
  try {
    await downloadWithMaven({ ...need, folder: temporary, lib });
    const sizes = Object.fromEntries(readdirSync(lib).map((name) => [name, statSync(join(lib, name)).size]));
    writeFileSync(join(temporary, MANIFEST), JSON.stringify(sizes));
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Under the lock of a version nobody else downloads it, so what is partial was cut short. */
function removeLeftovers(cacheFolder: string, version: string): void {
  const parent = join(cacheFolder, 'neo4j');
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${version}.partial-`)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

async function waitForLock(file: string, need: Need): Promise<Lock> {
  for (;;) {
    const lock = takeLock(file, 'downloading');
    if (!('holder' in lock)) return lock;
    const message = `Process ${lock.holder.pid} is downloading Neo4j ${basename(file, '.lock')}; waiting for it`;
    need.onProgress({ phase: 'downloading', message });
    await delay(500, undefined, { signal: need.signal });
  }
}
