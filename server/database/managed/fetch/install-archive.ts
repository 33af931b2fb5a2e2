import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withFiles } from '../../errors/file-faults.ts';
import type { OnProgress } from '../../port.ts';
import { download } from './download.ts';
import { unpack } from './unpack.ts';

/** What is needed to fetch anything. */
export interface Fetching {
  cacheFolder: string;
  onProgress: OnProgress;
  signal?: AbortSignal | undefined;
}

interface Archive {
  /** What it is, for a person to read. */
  what: string;
  /** Its file name, which tells its kind. */
  name: string;
  url: string;
  sha256: string;
  /** How large it is, about. */
  bytes: number;
  /** Where it is to lie, unpacked. */
  folder: string;
  wanted?: (path: string) => boolean;
}

/**
 * Downloads an archive, checks it, and unpacks it to where it is to lie, which is there whole or not at all.
 * The caller sees to it that nobody else does so at the same time, or bears that both do.
 */
export async function installArchive(archive: Archive, { onProgress, signal }: Fetching): Promise<void> {
  const { what, folder, bytes } = archive;
  const parent = dirname(folder);
  const temporary = `${folder}.partial-${randomBytes(4).toString('hex')}`;
  withFiles(parent, 'ENTENTE_CACHE_FOLDER', () => {
    removeLeftovers(parent, basename(folder));
    mkdirSync(temporary, { recursive: true });
  });
  const message = `Downloading ${what}, ${Math.round(bytes / 1e6)} MB`;
  onProgress({ phase: 'downloading', message, ratio: 0 });
  try {
    const file = join(temporary, basename(archive.name));
    const onBytes = (done: number, all = bytes) =>
      onProgress({ phase: 'downloading', message, ratio: Math.min(done / all, 1) });
    await download({ ...archive, onBytes, signal }, file);
    onProgress({ phase: 'downloading', message: `Unpacking ${what}` });
    await unpack(file, join(temporary, 'unpacked'), archive.wanted);
    signal?.throwIfAborted();
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(temporary, 'unpacked'), folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function removeLeftovers(parent: string, name: string): void {
  mkdirSync(parent, { recursive: true });
  for (const each of readdirSync(parent))
    if (each.startsWith(`${name}.partial-`)) rmSync(join(parent, each), { recursive: true, force: true });
}
