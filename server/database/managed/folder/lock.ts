import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isAlive } from '../java/processes.ts';
import { readJson, writeWhole } from './files.ts';

interface Holder {
  pid: number;
  identity: string;
  /** What the holder tells others: where it serves, what it is doing. */
  note: string;
}

/** A lock that is held; it ends with the process whatever happens to it. */
export interface Lock {
  /** Changes what others are told. */
  tell(note: string): void;
  release(): void;
}

/**
 * Takes the lock `file` for this process, or tells who has it. A lock left behind by a process that is no
 * more is taken over; a process that got the same number later is not mistaken for it.
 */
export function takeLock(file: string, note: string): Lock | { holder: { pid: number; note: string } } {
  const own: Holder = { pid: process.pid, identity: identityOf(process.pid) ?? '', note };
  for (;;) {
    if (putWhole(file, JSON.stringify(own))) return held(file, own);
    const holder = lockHolder(file);
    if (holder) return { holder };
    moveStaleAway(file);
  }
}

/** Who holds the lock, when somebody alive does. */
export function lockHolder(file: string): { pid: number; note: string } | undefined {
  const holder = readJson<Holder>(file);
  return holder && isAlive(holder.pid, holder.identity) ? { pid: holder.pid, note: holder.note } : undefined;
}

function held(file: string, own: Holder): Lock {
  return {
    tell(note) {
      writeWhole(file, JSON.stringify({ ...own, note }));
    },
    release() {
      const holder = readJson<Holder>(file);
      if (holder?.pid === own.pid && holder.identity === own.identity) rmSync(file, { force: true });
    },
  };
}

/** Creates the file with its content in one step; `false` when there is one already. */
function putWhole(file: string, text: string): boolean {
  const temporary = beside(file);
  writeFileSync(temporary, text, { flag: 'wx' });
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function moveStaleAway(file: string): void {
  const aside = beside(file);
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Another process may have replaced the stale lock just before the move: then its lock goes back.
  if (lockHolder(aside)) putWhole(file, readFileSync(aside, 'utf8'));
  rmSync(aside, { force: true });
}

function beside(file: string): string {
  return `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
}
