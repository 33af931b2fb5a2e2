import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EntenteError } from '../../../core/model/errors.ts';
import { withFiles } from '../../errors/file-faults.ts';
import { readJson, writeWhole } from './files.ts';

/** A database that was started on a folder, written down for whoever comes after a crash. */
export interface Running {
  /** How it was started. A container is known by its name. */
  by: 'java' | 'docker';
  pid: number;
  identity: string;
  port: number;
  version: string;
  /** A digest of its settings; a database with other settings is not adopted. */
  settings: string;
}

/** What the managed database keeps on disk, and where. */
export class DataFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    withFiles(folder, 'ENTENTE_DATA_FOLDER', () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  }

  /** Neo4j's own home: data, logs, configuration. */
  get home(): string {
    return join(this.folder, 'neo4j');
  }

  get running(): Running | undefined {
    return readJson<Running>(join(this.folder, 'running.json'));
  }

  set running(running: Running | undefined) {
    const file = join(this.folder, 'running.json');
    if (running) writeWhole(file, JSON.stringify(running));
    else rmSync(file, { force: true });
  }

  /** The Neo4j version that last opened the data; `undefined` while there are none. */
  get storeVersion(): string | undefined {
    return readJson<{ version: string }>(join(this.folder, 'store.json'))?.version;
  }

  set storeVersion(version: string) {
    writeWhole(join(this.folder, 'store.json'), JSON.stringify({ version }));
  }

  /**
   * The generated password, made on first use and readable by the owner alone.
   * @throws EntenteError `database_not_ready` when there are data but their password is gone.
   */
  password(): string {
    const file = join(this.folder, 'password');
    if (!existsSync(file)) {
      if (this.storeVersion) {
        const remedy = 'Put it back, or move the folder away to start with an empty database.';
        throw new EntenteError(
          'database_not_ready',
          `The password of the data is missing: ${file}. ${remedy}`,
          { lasting: true },
        );
      }
      withFiles(file, undefined, () => writeWhole(file, randomBytes(24).toString('base64url'), 0o600));
    }
    return withFiles(file, undefined, () => readFileSync(file, 'utf8'));
  }
}
