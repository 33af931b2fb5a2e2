import { expect, it } from 'vitest';
import { openNeo4j } from '../../../server/database/neo4j.ts';
import { createSupervisor } from '../../../server/database/supervisor.ts';
import { describeOnEveryEngine, type Engine } from '../../setup/engines.ts';

const folders = {
  dataFolder: '/nowhere',
  cacheFolder: '/nowhere',
  managedVersion: '',
  heap: 512,
  pageCache: 8,
};

function supervise({ connection }: Engine, given: { password?: string; database?: string } = {}) {
  const { uri, username, password } = connection;
  const settings = { ...folders, uri, username, password, database: '', ...given };
  return createSupervisor({ settings, connect: (each) => openNeo4j(each) });
}

describeOnEveryEngine('supervising a configured database', (engine) => {
  it('is not ready at first, says what it waits for, and gets ready by itself', async () => {
    const supervisor = supervise(engine());
    expect(supervisor.status()).toMatchObject({ state: 'starting', kind: 'configured' });
    expect(() => supervisor.database()).toThrow(/not ready yet/);
    supervisor.start();
    await expect
      .poll(() => supervisor.status(), { timeout: 10_000 })
      .toMatchObject({
        state: 'ready',
        version: engine().version,
      });
    expect(await supervisor.database().about()).toMatchObject({ version: engine().version });
    await supervisor.close();
    expect(() => supervisor.database()).toThrow();
  });

  it('fails at once and for good on a wrong password, naming the variable', async () => {
    const supervisor = supervise(engine(), { password: 'wrong' });
    supervisor.start();
    await expect.poll(() => supervisor.status().state, { timeout: 10_000 }).toBe('failed');
    expect(supervisor.status().problem).toContain('NEO4J_PASSWORD');
    await supervisor.close();
  });

  it('names the variable of a database that is not there', async () => {
    const supervisor = supervise(engine(), { database: 'elsewhere' });
    supervisor.start();
    await expect.poll(() => supervisor.status().state, { timeout: 10_000 }).toBe('failed');
    expect(supervisor.status().problem).toContain('NEO4J_DATABASE');
    await supervisor.close();
  });
});
