import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntenteError } from '../../core/model/errors.ts';
import type { Fetching } from './fetch/install-archive.ts';
import { downloadDistribution } from './fetch/neo4j-archive.ts';
import type { Sources } from './fetch/sources.ts';
import { readJson } from './folder/files.ts';
import { waitForLock } from './folder/wait-for-lock.ts';
import { canInstallPackages, installPackage } from './java/debian.ts';
import type { Java } from './java/java.ts';
import { downloadWithMaven, findMaven } from './maven.ts';
import type { Release } from './releases.ts';

const MANIFEST = 'complete.json';
/** Maven as Debian has it; the second holds its own programs, which a folder taken away takes along. */
const DEBIAN_MAVEN = 'maven libmaven3-core-java';

export interface Need extends Fetching {
  release: Release;
  java: Java;
  sources: Sources;
}

/**
 * The folder with the program files of a release, downloaded into the cache when they are not there whole: by Maven
 * where there is one or Debian's packages have it, else as its publisher's archive.
 * Two that ask at once download once; one that is cut short leaves nothing that looks complete.
 * @throws EntenteError `database_not_ready` when no way leads to them, with the reasons
 */
export async function installedRelease(need: Need): Promise<string> {
  const folder = join(need.cacheFolder, 'neo4j', need.release.version);
  if (isWhole(folder)) return join(folder, 'lib');
  if (need.sources.offline) throw notFetched(need.release);
  const lock = await waitForLock(`${folder}.lock`, `Neo4j ${need.release.version}`, need);
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
  try {
    await fetchInto(temporary, need);
    const sizes = Object.fromEntries(readdirSync(lib).map((name) => [name, statSync(join(lib, name)).size]));
    writeFileSync(join(temporary, MANIFEST), JSON.stringify(sizes));
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function fetchInto(folder: string, need: Need): Promise<void> {
  const reasons: string[] = [];
  for (const way of [byMaven, byArchive]) {
    try {
      return await way(folder, need);
    } catch (error) {
      need.signal?.throwIfAborted();
      if (!(error instanceof EntenteError)) throw error;
      reasons.push(error.message);
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const remedy = 'Check the network, or name mirrors (~/.m2/settings.xml, ENTENTE_NEO4J_MIRROR).';
  const message = `Neo4j ${need.release.version} could not be downloaded. ${reasons.join(' ')} ${remedy}`;
  throw new EntenteError('database_not_ready', message);
}

async function byMaven(folder: string, need: Need): Promise<void> {
  if (!findMaven() && canInstallPackages())
    await installPackage([DEBIAN_MAVEN], need.onProgress, need.signal);
  const lib = join(folder, 'lib');
  mkdirSync(lib, { recursive: true });
  await downloadWithMaven({ ...need, folder, lib });
}

async function byArchive(folder: string, need: Need): Promise<void> {
  await downloadDistribution(need.release, folder, need.sources.neo4jMirror, need);
}

/** Under the lock of a version nobody else downloads it, so what is partial was cut short. */
function removeLeftovers(cacheFolder: string, version: string): void {
  const parent = join(cacheFolder, 'neo4j');
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${version}.partial-`)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function notFetched({ version }: Release): EntenteError {
  const message = `Neo4j ${version} is not in the cache, and --offline (ENTENTE_OFFLINE) says to fetch nothing. Start once without it.`;
  return new EntenteError('database_not_ready', message, { lasting: true });
}
