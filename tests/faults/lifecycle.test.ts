import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findJavas } from '../../server/database/managed/java/java.ts';
import { newestFor } from '../../server/database/managed/releases.ts';
import { hasBrowser } from '../setup/browser.ts';
import { openPages } from './open-pages.ts';
import { isRunning, type Product, runningDatabase, startExpectingEnd, startProduct } from './product.ts';

const canRun = newestFor(await findJavas()) !== undefined;
if (!canRun && process.env.CI === 'true') throw new Error('Under CI there must be a Java.');

async function counts(product: Product): Promise<unknown> {
  return ((await (await fetch(`${product.url}/api/status`)).json()) as { counts: unknown }).counts;
}

// One product lives through all of it, each test going on from where the last one left it.
describe.skipIf(!canRun)('the product on one data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-faults-'));
  const started: Product[] = [];
  let product: Product;
  let seeded: unknown;
  const start = async () => {
    product = await startProduct(folder, { ENTENTE_CYPHER_TIMEOUT: '2000' });
    started.push(product);
  };

  beforeAll(async () => {
    await start();
    // Before the database is there, the page answers and says what is being waited for.
    expect((await fetch(`${product.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(503);
    expect((await product.status()).state).toBe('starting');
    await product.ready();
    seeded = await counts(product);
  }, 120_000);

  afterAll(async () => {
    for (const each of started) if (isRunning(each.process.pid ?? 0)) each.process.kill('SIGKILL');
    try {
      process.kill(runningDatabase(folder).pid, 'SIGKILL');
    } catch {
      // Stopped in good order, as it should be.
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('seeds a database that is new', () => {
    expect(seeded).toEqual({ nodes: expect.any(Number), edges: expect.any(Number) });
    expect((seeded as { nodes: number }).nodes).toBeGreaterThan(0);
  });

  it('keeps the password to its owner', () => {
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('refuses a second start within seconds, and says where the first one is', async () => {
    const since = performance.now();
    const second = await startExpectingEnd(folder);
    expect(second.code).not.toBe(0);
    expect(second.output).toContain(product.url);
    expect(performance.now() - since).toBeLessThan(10_000);
  });

  it('starts a killed database again by itself, the data intact', async () => {
    const { pid } = runningDatabase(folder);
    process.kill(pid, 'SIGKILL');
    await expect.poll(async () => (await product.status()).state, { interval: 50 }).not.toBe('ready');
    await product.ready();
    expect(runningDatabase(folder).pid).not.toBe(pid);
    expect(await counts(product)).toEqual(seeded);
  });

  it.skipIf(!hasBrowser)(
    'costs readers nothing but a notice when its database is killed, and those who come meanwhile neither',
    async () => {
      const pages = await openPages(product.url);
      try {
        const { pid } = runningDatabase(folder);
        process.kill(pid, 'SIGKILL');
        // Held up at its start, the next one leaves as much time as it takes to look.
        const next = () => (runningDatabaseOrNone(folder) as { pid: number } | undefined)?.pid ?? pid;
        await expect.poll(next, { timeout: 60_000, interval: 20 }).not.toBe(pid);
        process.kill(next(), 'SIGSTOP');
        expect((await product.status()).state).not.toBe('ready');
        const graph = await fetch(`${product.url}/api/graph`);
        expect([graph.status, graph.headers.get('entente-stale')]).toEqual([200, 'true']);
        const unread = await fetch(`${product.url}/api/graph?limit=17`);
        expect([unread.status, unread.headers.has('retry-after')]).toEqual([503, true]);
        await pages.away();
        process.kill(next(), 'SIGCONT');
        await product.ready();
        await pages.back();
        const again = await fetch(`${product.url}/api/graph`);
        expect(again.headers.has('entente-stale')).toBe(false);
        expect(await again.text()).toBe(await graph.text());
      } finally {
        await pages.close();
      }
    },
    600_000,
  );

  it('ends a statement under which the database froze, starts another database, and goes on', async () => {
    const { pid } = runningDatabase(folder);
    const run = (statement: string) =>
      fetch(`${product.url}/api/cypher`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ statement }),
      });
    expect((await run('RETURN 1 AS one')).status).toBe(200);
    process.kill(pid, 'SIGSTOP');
    const frozen = await run('MATCH (a)--(b) RETURN count(*) AS edges');
    expect(frozen.status).toBe(503);
    expect(await frozen.json()).toMatchObject({ error: { code: 'timeout' } });
    expect((await fetch(`${product.url}/health/live`)).status).toBe(200);
    await expect.poll(() => isRunning(pid), { timeout: 60_000, interval: 200 }).toBe(false);
    // The state is that of the frozen one until its end is noticed.
    const next = () => (runningDatabaseOrNone(folder) as { pid: number } | undefined)?.pid ?? pid;
    await expect.poll(next, { timeout: 60_000, interval: 200 }).not.toBe(pid);
    await product.ready();
    expect(await counts(product)).toEqual(seeded);
    expect((await run('RETURN 1 AS one')).status).toBe(200);
  }, 120_000);

  it('adopts the database that a killed server left running', async () => {
    const { pid } = runningDatabase(folder);
    product.process.kill('SIGKILL');
    await product.exitCode();
    expect(isRunning(pid)).toBe(true);
    await start();
    await product.ready();
    expect(runningDatabase(folder).pid).toBe(pid);
    expect(getPriority(pid)).toBe(Math.min(getPriority() + 3, 19));
    expect(await counts(product)).toEqual(seeded);
  });

  it('stops a database that it adopted like one of its own', async () => {
    const { pid } = runningDatabase(folder);
    product.process.kill('SIGTERM');
    expect(await product.exitCode()).toBe(0);
    expect(isRunning(pid)).toBe(false);
    expect(runningDatabaseOrNone(folder)).toBeUndefined();
    await start();
    await product.ready();
  });

  it('replaces a database that a killed server left behind and that answers no more', async () => {
    const { pid } = runningDatabase(folder);
    product.process.kill('SIGKILL');
    await product.exitCode();
    process.kill(pid, 'SIGSTOP');
    await start();
    await product.ready();
    expect(runningDatabase(folder).pid).not.toBe(pid);
    expect(await counts(product)).toEqual(seeded);
  }, 120_000);

  it('comes back with its data after both were killed', async () => {
    process.kill(runningDatabase(folder).pid, 'SIGKILL');
    product.process.kill('SIGKILL');
    await product.exitCode();
    await start();
    await product.ready();
    expect(await counts(product)).toEqual(seeded);
  });

  it('stops cleanly, the database too, on a Ctrl+C that reaches the whole group several times', async () => {
    const { pid } = runningDatabase(folder);
    product.signalGroup('SIGINT');
    product.signalGroup('SIGINT');
    expect(await product.exitCode()).toBe(0);
    expect(isRunning(pid)).toBe(false);
  });

  it('stops cleanly on SIGTERM while the database is still starting', async () => {
    await start();
    await expect.poll(() => runningDatabaseOrNone(folder)).toBeDefined();
    const { pid } = runningDatabase(folder);
    product.process.kill('SIGTERM');
    expect(await product.exitCode()).toBe(0);
    expect(isRunning(pid)).toBe(false);
  });

  it('stops cleanly on SIGTERM once ready', async () => {
    await start();
    await product.ready();
    const { pid } = runningDatabase(folder);
    product.process.kill('SIGTERM');
    expect(await product.exitCode()).toBe(0);
    expect(isRunning(pid)).toBe(false);
    expect(runningDatabaseOrNone(folder)).toBeUndefined();
  });
});

function runningDatabaseOrNone(folder: string) {
  try {
    return runningDatabase(folder);
  } catch {
    return undefined;
  }
}
