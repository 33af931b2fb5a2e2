import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntenteError } from '../../../core/model/errors.ts';
import { withFiles } from '../../errors/file-faults.ts';

const SETTING = 'ENTENTE_DATA_FOLDER';
/** What Neo4j needs for an empty database and to work at all, measured: 20 MB and some for its logs. */
const LEAST_MEGABYTES = 64;
/** Measured: with 256 Neo4j does not start; the jars alone are some 150. */
const LEAST_FILES = 1_024;

/**
 * Makes a data folder and sees whether a database can stand on it, before a minute is spent on finding out.
 * @throws EntenteError `database_not_ready`, lasting, naming the folder, what is wrong with it and what to do
 */
export function checkGround(folder: string): void {
  const home = join(folder, 'neo4j');
  withFiles(folder, SETTING, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  for (const each of [folder, home, join(home, 'conf'), join(home, 'logs'), join(home, 'data')])
    withFiles(each, SETTING, () => tryToWrite(each));
  checkSpace(folder);
  checkFiles();
}

function tryToWrite(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `.writable-${process.pid}`);
  writeFileSync(file, '');
  rmSync(file, { force: true });
}

function checkSpace(folder: string): void {
  const { bavail, bsize } = withFiles(folder, SETTING, () => statfsSync(folder));
  const megabytes = Math.floor((bavail * bsize) / 1e6);
  if (megabytes >= LEAST_MEGABYTES) return;
  throw lasting(
    `There is too little space on the disk of ${folder}: ${megabytes} MB, and Neo4j needs ${LEAST_MEGABYTES} MB. ` +
      `Free some, or name another folder in ${SETTING}.`,
  );
}

/** Node and Java raise their own limit as far as they may; what is left is a limit that binds. */
function checkFiles(): void {
  if (process.platform !== 'linux') return;
  const limit = /^Max open files\s+\S+\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  if (limit === undefined || Number(limit) >= LEAST_FILES) return;
  throw lasting(
    `No process may open more than ${limit} files here, and Neo4j needs ${LEAST_FILES}. Raise that limit (ulimit -n 4096).`,
  );
}

function lasting(message: string): EntenteError {
  return new EntenteError('database_not_ready', message, { lasting: true });
}
