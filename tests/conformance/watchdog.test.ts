import { afterAll, beforeAll, expect, it } from 'vitest';
import { EntenteError } from '../../server/core/model/errors.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import type { Database } from '../../server/database/port.ts';
import { createWatchdog } from '../../server/guard/watchdog.ts';
import { describeOnEveryEngine, emptyDatabase } from '../setup/engines.ts';

/** One expression that never looks whether it should end; the guard would refuse it. */
const STUCK =
  'RETURN reduce(sum = 0, x IN range(1, 500000000) | sum + x % 7 + x % 11 - x % 13 + x % 17 - x % 19) AS sum';

describeOnEveryEngine('the watchdog', (engine) => {
  let database: Database;
  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    await database.transactions();
  });
  afterAll(() => database.close());

  it('shuts the door while a statement cannot be ended, asks once for a restart, and opens it again', async () => {
    let restarts = 0;
    const restart = () => {
      restarts += 1;
    };
    const watchdog = createWatchdog({ patience: 1_000, every: 200, restart });
    const closed = () => {
      try {
        watchdog.check(database);
        return false;
      } catch (cause) {
        return cause instanceof EntenteError && cause.code === 'database_not_ready';
      }
    };
    const query = database.query(STUCK, {}, { timeout: 500, tag: 'stuck' }).then((running) => running.next());
    await expect(query).rejects.toMatchObject({ code: expect.stringMatching(/^(timeout|too_long)$/) });
    watchdog.watch(database, 'stuck');
    expect(closed()).toBe(false);
    await expect.poll(closed, { timeout: 8_000 }).toBe(true);
    expect((await database.transactions()).map((each) => each.tag)).toContain('stuck');
    await expect.poll(closed, { timeout: 400_000, interval: 500 }).toBe(false);
    expect(restarts).toBe(1);
    watchdog.close();
  }, 450_000);
});
