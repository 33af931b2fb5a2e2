import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openApiDocument } from '../../server/api/pages/openapi.ts';
import { startProduct } from './product.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-discretion-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A port that refuses, as nothing listens to it any more. */
async function refusingPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.77');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('tells nobody where its database is and who signs in, in no answer and no line of its output', async () => {
  const port = await refusingPort();
  const product = await startProduct(folder, {
    NEO4J_URI: `bolt://leaky%40user:leaky%2Fword@127.0.0.77:${port}`,
    NEO4J_USERNAME: '',
    NEO4J_PASSWORD: '',
  });
  await expect.poll(async () => JSON.stringify(await product.status())).toContain('Waiting');
  const { paths } = openApiDocument('') as { paths: Record<string, object> };
  const addresses = Object.keys(paths).map((path) => path.replaceAll(/\{\w+\}/g, 'x'));
  const pages = [
    '/',
    '/cypher',
    '/docs',
    '/api/openapi.json',
    '/api/search?q=x',
    '/oembed?url=x',
    '/nothing',
  ];
  const told: string[] = [];
  for (const path of [...addresses, ...pages]) {
    const response = await fetch(product.url + path);
    told.push(`${path}\n${JSON.stringify([...response.headers])}\n${await response.text()}`);
  }
  const posted = await fetch(`${product.url}/api/cypher`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ statement: 'RETURN 1' }),
  });
  told.push(await posted.text());
  product.process.kill('SIGTERM');
  await product.exitCode();
  told.push(product.output());
  expect(told.length).toBeGreaterThan(20);
  for (const text of told)
    for (const secret of ['127.0.0.77', String(port), 'leaky']) expect(text, secret).not.toContain(secret);
});
