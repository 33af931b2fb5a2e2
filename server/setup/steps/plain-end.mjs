// Imported first by every command: whatever goes wrong, a person reads a sentence, never a stack trace.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the codes of the file system and the network mean. */
const REASONS = {
  ENOSPC: 'there is no space left on the disk; free some',
  EDQUOT: 'the quota of this user is used up; free some space',
  EROFS: 'the disk is read-only; make it writable',
  EACCES: 'this user has no right to it; give it the right',
  EPERM: 'this user has no right to it; give it the right',
  ENOTDIR: 'a file lies where a folder has to be; move it away',
  EEXIST: 'something else lies there; move it away',
  EISDIR: 'a folder lies where a file has to be; move it away',
  ENOENT: 'it does not exist; correct its name, or install the packages anew (npm ci)',
  EMFILE: 'this process may open no more files; raise the limit (ulimit -n)',
  ENFILE: 'this machine may open no more files; raise its limit',
  ENOMEM: 'this machine has no memory left; close other programs',
  EIO: 'the disk cannot be read or written; check it',
  ERR_MODULE_NOT_FOUND: 'a part of the program is missing; install the packages anew (npm ci)',
};

/**
 * Why a command ended that was not meant to, in one sentence.
 * @param {unknown} error
 * @returns {string}
 */
export function plainly(error) {
  const { name, code, path, message } = /** @type {any} */ (error ?? {});
  if (name === 'EntenteError') return message;
  const reason = REASONS[code];
  if (reason) return `This cannot go on: ${path ? `${path}: ` : ''}${reason}.`;
  const details = keepDetails(error);
  const first = String(message ?? error).split('\n')[0];
  return `This is a fault of Entente itself: ${first}.${details ? ` What a developer needs to know is in ${details}` : ''}`;
}

/** @returns {string | undefined} the file with the trace, where it could be written */
function keepDetails(error) {
  const file = join(tmpdir(), `entente-fault-${process.pid}.txt`);
  try {
    writeFileSync(file, `${error?.stack ?? error}\n${error?.cause?.stack ?? ''}\n`, { mode: 0o600 });
    return file;
  } catch {
    return undefined;
  }
}

function end(error) {
  try {
    process.stderr.write(`${plainly(error)}\n`);
  } finally {
    process.exit(1);
  }
}

process.on('uncaughtException', end).on('unhandledRejection', end);
// Whoever reads our output may have seen enough, as `head` does: no fault, and no reason to end for what has something
// to close first.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') end(error);
    if (process.listenerCount('SIGTERM') === 0) process.exit(0);
  });
}
