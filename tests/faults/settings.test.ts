import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startExpectingEnd, startProduct } from './product.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('names a setting of the wrong form and ends', async () => {
  const { code, output } = await startExpectingEnd(folder, { PORT: 'many' });
  expect(code).toBe(1);
  expect(output).toContain('PORT is "many"; it takes a whole number from 0 to 65535.');
});

it('names a port that is in use and ends', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const { code, output } = await startExpectingEnd(folder, { PORT: String(port) });
  server.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${port} is in use`);
});

it('serves its page and waits for a configured database that is not there, then stops on SIGINT', async () => {
  const product = await startProduct(folder, { NEO4J_URI: 'bolt://127.0.0.1:1' });
  expect(await product.status()).toMatchObject({ state: 'starting', kind: 'configured' });
  expect((await fetch(`${product.url}/api/graph`)).status).toBe(503);
  product.signalGroup('SIGINT');
  expect(await product.exitCode()).toBe(0);
});

it('names the setting of a Neo4j that it cannot run, on the page that it serves all the same', async () => {
  const product = await startProduct(folder, { ENTENTE_NEO4J_VERSION: '5.1.0' });
  await expect.poll(async () => (await product.status()).state).toBe('failed');
  expect((await product.status()).problem).toContain('ENTENTE_NEO4J_VERSION');
  product.process.kill('SIGTERM');
  expect(await product.exitCode()).toBe(0);
});
