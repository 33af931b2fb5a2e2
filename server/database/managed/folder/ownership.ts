import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withFiles } from '../../errors/file-faults.ts';
import { takeLock } from './lock.ts';

/** Who works on a data folder: a server, with its address once it listens, or a command. */
export interface Role {
  role: 'server' | 'command';
  url?: string;
}

/** A data folder that is this process's own for now. */
export interface Ownership {
  /** Lets others know the address. */
  announce(url: string): void;
  release(): void;
}

/**
 * Makes a data folder this process's own, or tells whose it is. Ownership ends with the process.
 * @throws EntenteError `database_not_ready`, lasting, when the folder cannot be made or written
 */
export function takeOwnership(folder: string, role: Role): Ownership | { owner: Role & { pid: number } } {
  const lock = withFiles(folder, 'ENTENTE_DATA_FOLDER', () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return takeLock(ownerLock(folder), JSON.stringify(role));
  });
  if ('holder' in lock) {
    return { owner: { pid: lock.holder.pid, ...(JSON.parse(lock.holder.note) as Role) } };
  }
  return { announce: (url) => lock.tell(JSON.stringify({ ...role, url })), release: lock.release };
}

export function ownerLock(folder: string): string {
  return join(folder, 'owner.lock');
}
