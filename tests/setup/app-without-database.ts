import { join } from 'node:path';
import { type AppOptions, createApp } from '../../server/app.ts';
import { EntenteError } from '../../server/core/model/errors.ts';
import { loadStatements } from '../../server/statements/load.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** The whole HTTP surface while its database is still starting, which some of its pages do without. */
export function appWithoutDatabase(more: Partial<AppOptions> = {}) {
  return createApp({
    version: '0.0.0-test',
    source: {
      status: () => ({ state: 'starting', kind: 'managed' }),
      database: () => {
        throw new EntenteError('database_not_ready', 'The database is starting.');
      },
    },
    statements: loadStatements(join(PROJECT, 'cypher'), 'server'),
    clientFolder: join(PROJECT, 'dist/page'),
    rowLimit: 1_000,
    readTimeout: 1_000,
    ...more,
  });
}
