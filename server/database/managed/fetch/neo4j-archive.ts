import { EntenteError } from '../../../core/model/errors.ts';
import type { Release } from '../releases.ts';
import { downloadText } from './download.ts';
import { type Fetching, installArchive } from './install-archive.ts';

/**
 * Downloads Neo4j's own distribution from its publisher, or a mirror of it, and leaves its programs in `folder/lib`; the folder must not be there yet, or is replaced.
 * The archive for Unix does on every system, as only what Java runs is taken from it.
 * @throws EntenteError `database_not_ready` when it cannot be had or is not what was published
 */
export async function downloadDistribution(
  release: Release,
  folder: string,
  mirror: string,
  fetching: Fetching,
): Promise<void> {
  const name = `neo4j-community-${release.version}-unix.tar.gz`;
  const what = `Neo4j ${release.version}`;
  const url = `${mirror}/${name}`;
  const sum = await downloadText(`the checksum of ${what}`, `${url}.sha256`, fetching.signal);
  const sha256 = /^[\da-fA-F]{64}\b/.exec(sum.trim())?.[0];
  if (!sha256) {
    const message = `The publisher of ${what} gives no checksum of it, so it is not run.`;
    throw new EntenteError('database_not_ready', message);
  }
  const bytes = release.megabytes * 1e6;
  const wanted = (path: string) => /^lib\/[^/]+\.jar$/.test(path);
  await installArchive({ what, name, url, sha256, bytes, wanted, folder }, fetching);
}
