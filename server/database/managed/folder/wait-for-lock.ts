import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withFiles } from '../../errors/file-faults.ts';
import type { Fetching } from '../fetch/install-archive.ts';
import { type Lock, takeLock } from './lock.ts';

/** Takes the lock of what is to be downloaded; whoever downloads it already is waited for. */
export async function waitForLock(
  file: string,
  what: string,
  { onProgress, signal }: Fetching,
): Promise<Lock> {
  const parent = dirname(file);
  for (;;) {
    const lock = withFiles(parent, 'ENTENTE_CACHE_FOLDER', () => {
      mkdirSync(parent, { recursive: true });
      return takeLock(file, 'downloading');
    });
    if (!('holder' in lock)) return lock;
    const message = `Process ${lock.holder.pid} is downloading ${what}; waiting for it`;
    onProgress({ phase: 'downloading', message });
    await delay(500, undefined, { signal });
  }
}
