import { EntenteError } from '../../core/model/errors.ts';

/** Why a file system would not do it, and what a person can do, by the code that it gives. */
const REASONS: Readonly<Record<string, [reason: string, remedy: string]>> = {
  ENOSPC: ['there is no space left on its disk', 'Free some space'],
  EDQUOT: ['the quota of this user is used up', 'Free some space'],
  EROFS: ['its disk is read-only', 'Make it writable'],
  EACCES: ['this user has no right to it', 'Give this user the right'],
  EPERM: ['this user has no right to it', 'Give this user the right'],
  ENOTDIR: ['a file lies where a folder has to be', 'Move that file away'],
  EEXIST: ['a file lies where a folder has to be', 'Move that file away'],
  EISDIR: ['a folder lies where a file has to be', 'Move that folder away'],
  EMFILE: ['this process may open no more files', 'Raise the limit of open files (ulimit -n)'],
  ENFILE: ['this machine may open no more files', 'Raise its limit of open files'],
  ELOOP: ['links lead round in a circle', 'Correct them'],
  ENAMETOOLONG: ['its name is too long', 'Choose a shorter one'],
  ENOENT: ['it does not exist', 'Correct its name'],
  EIO: ['its disk cannot be read or written', 'Check the disk'],
};

/**
 * A failure of the file system as a sentence with its remedy; any other error comes back as it is.
 * @param path what was to be read or written
 * @param setting the variable by which another place can be named, where there is one
 */
export function fileFault(error: unknown, path: string, setting?: string): unknown {
  const { code = '', path: own } = error as NodeJS.ErrnoException;
  const known = REASONS[code];
  if (error instanceof EntenteError || !known) return error;
  const [reason, remedy] = known;
  const elsewhere = setting ? `, or name another place in ${setting}` : '';
  const message = `${own ?? path} cannot be used: ${reason}. ${remedy}${elsewhere}.`;
  return new EntenteError('database_not_ready', message, { cause: error, lasting: true });
}

/** Does something with files, and raises what goes wrong as {@link fileFault}. */
export function withFiles<T>(path: string, setting: string | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileFault(error, path, setting);
  }
}
