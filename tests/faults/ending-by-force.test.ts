import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ManagedDatabase, startManagedDatabase } from '../../server/database/managed/start.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { createWatchdog } from '../../server/guard/watchdog.ts';
import { readSettings } from '../../server/settings.ts';
import { ENGINE_VERSIONS } from '../setup/engine-versions.ts';

/** Work that never looks whether it should end, by what does it; the guard would refuse each. */
const STUCK = {
  'a loop in a loop':
    'WITH {a: range(1, 200000)} AS m RETURN size([x IN m.a WHERE size([y IN m.a WHERE y > x]) < 0]) AS n',
  'a regular expression': "RETURN $commas =~ '.*,.*;' AS m",
};

describe.each(ENGINE_VERSIONS)(
  'a statement that does not look whether it should end, on Neo4j %s',
  (version) => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-force-'));
    let managed: ManagedDatabase;
    let database: Database;
    beforeAll(async () => {
      const { cacheFolder } = readSettings(process.env);
      managed = await startManagedDatabase({ folder, cacheFolder, version });
      database = openNeo4j(managed.connection);
      await database.transactions();
    }, 120_000);
    afterAll(async () => {
      await database.close();
      await managed.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it.each(Object.entries(STUCK))(
      'is ended by force, %s, and the database runs on',
      async (_, text) => {
        let restarts = 0;
        const { endWork } = managed;
        expect(endWork).toBeDefined();
        const watchdog = createWatchdog({
          ...(endWork ? { endWork } : {}),
          restart: () => {
            restarts += 1;
          },
          patience: 60_000,
        });
        const query = database
          .query(text, { commas: ','.repeat(900_000) }, { timeout: 500, tag: 'stuck' })
          .then((running) => running.next());
        // Some versions look now and then, after all, and end it themselves before it is given up.
        await expect(query).rejects.toMatchObject({ code: expect.stringMatching(/^(timeout|too_long)$/) });
        watchdog.watch(database, 'stuck');
        await expect.poll(() => database.transactions(), { timeout: 30_000 }).toEqual([]);
        expect(restarts).toBe(0);
        watchdog.close();
        const next = await database.query('RETURN 1 AS one', {}, { timeout: 5_000 });
        expect(await next.next()).toEqual([{ $type: 'Integer', _value: '1' }]);
        next.close();
      },
      60_000,
    );
  },
);
