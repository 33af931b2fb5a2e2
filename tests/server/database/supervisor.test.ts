import { expect, it } from 'vitest';
import { EntenteError } from '../../../server/core/model/errors.ts';
import type { ManagedDatabase } from '../../../server/database/managed/start.ts';
import { openNeo4j } from '../../../server/database/neo4j.ts';
import { createSupervisor, type Supervisor } from '../../../server/database/supervisor.ts';
import { describeOnEveryEngine, type Engine } from '../../setup/engines.ts';

const folders = {
  dataFolder: '/nowhere',
  cacheFolder: '/nowhere',
  managedVersion: '',
  heap: 512,
  pageCache: 8,
  offline: 'true',
  javaMirror: '',
  neo4jMirror: '',
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

  it('fails at once on a wrong password, naming the variable', async () => {
    const supervisor = supervise(engine(), { password: 'wrong' });
    supervisor.start();
    await expect.poll(() => supervisor.status().state, { timeout: 10_000 }).toBe('failed');
    expect(supervisor.status().problem).toContain('NEO4J_PASSWORD');
    await supervisor.close();
  });

  const managedOn = ({ connection, version }: Engine, exited: Promise<void> = new Promise(() => {})) => ({
    ...{ connection, version, exited, pid: 0, adopted: false },
    stop: async () => {},
  });
  const superviseManaged = (startManaged: () => Promise<ManagedDatabase>) =>
    createSupervisor({
      settings: { ...folders, uri: '', username: '', password: '', database: '' },
      connect: (each) => openNeo4j(each),
      startManaged,
    });
  const becomes = (supervisor: Supervisor, state: string) =>
    expect.poll(() => supervisor.status().state, { timeout: 15_000, interval: 20 }).toBe(state);

  it('tries a start again that failed by what may pass, and says what that was meanwhile', async () => {
    let tries = 0;
    const supervisor = superviseManaged(async () => {
      tries += 1;
      if (tries <= 2) throw new EntenteError('database_not_ready', 'The machine was busy.');
      return managedOn(engine());
    });
    supervisor.start();
    await expect.poll(() => supervisor.status().problem).toBe('The machine was busy.');
    expect(supervisor.status().state).toBe('starting');
    await becomes(supervisor, 'ready');
    expect(supervisor.status().problem).toBeUndefined();
    await supervisor.close();
  });

  it('tells what somebody has to mend as failed, and goes on at once when told to try again', async () => {
    let mended = false;
    const supervisor = superviseManaged(async () => {
      if (!mended) throw new EntenteError('database_not_ready', 'The disk is full.', { lasting: true });
      return managedOn(engine());
    });
    supervisor.start();
    await becomes(supervisor, 'failed');
    expect(supervisor.status().problem).toBe('The disk is full.');
    mended = true;
    supervisor.hurry();
    await becomes(supervisor, 'ready');
    await supervisor.close();
  });

  it('starts a database anew that ended many times within a minute', async () => {
    let end = () => {};
    const supervisor = superviseManaged(async () =>
      managedOn(
        engine(),
        new Promise((resolve) => {
          end = resolve;
        }),
      ),
    );
    supervisor.start();
    for (let crashes = 0; crashes < 7; crashes += 1) {
      await becomes(supervisor, 'ready');
      end();
      await becomes(supervisor, 'lost');
      supervisor.hurry();
    }
    await becomes(supervisor, 'ready');
    await supervisor.close();
  }, 60_000);

  it('prepares a database again that was too busy the first time', async () => {
    let tries = 0;
    const { connection } = engine();
    const { uri, username, password } = connection;
    const supervisor = createSupervisor({
      settings: { ...folders, uri, username, password, database: '' },
      connect: (each) => openNeo4j(each),
      onReady: async () => {
        tries += 1;
        if (tries === 1) throw new EntenteError('timeout', 'It took longer than the time limit.');
      },
    });
    supervisor.start();
    await becomes(supervisor, 'ready');
    expect(tries).toBe(2);
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
