import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forWorkers } from '../../client/plugins.config.ts';
import { createApp } from '../../server/app.ts';
import type { MeasureReport } from '../../server/core/measures/report.ts';
import type { MeasureTask } from '../../server/core/measures/signed-network.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../server/core/model/graph-options.ts';
import { loadStatements } from '../../server/statements/load.ts';
import { hasBrowser, launchBrowser } from '../setup/browser.ts';

const PROJECT = join(import.meta.dirname, '../..');

interface Measuring {
  measure(graph: Graph, task: MeasureTask): Promise<{ report: MeasureReport }>;
}

/** The Highland tribes as the server would give them. */
function tribes(): Graph {
  const file = join(PROJECT, 'tests/server/core/measures/fixtures/tribes.csv');
  const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
  const edges = rows.map((row, at) => {
    const [source = '', target = '', sign] = row.split(',');
    const attributes = { type: 'STANDS', sign: Number(sign) as 1 | -1, properties: {} };
    return { key: `edge ${at}`, source, target, attributes };
  });
  const names = [...new Set(edges.flatMap(({ source, target }) => [source, target]))];
  const attributes = { labels: ['Actor'], properties: {}, degree: 0 };
  return {
    attributes: { truncated: false, total: { nodes: names.length, edges: edges.length }, snapshot: 'any' },
    options: GRAPH_OPTIONS,
    nodes: names.map((key) => ({ key, attributes: { caption: key, ...attributes } })),
    edges,
  };
}

/** A page that only offers the measures to the test, built as the client is. */
async function buildPage(folder: string): Promise<string> {
  const module = join(PROJECT, 'client/workers/run-measures.ts');
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>Measures</title><link rel="icon" href="data:,"><script type="module" src="./main.ts"></script>',
  );
  writeFileSync(
    join(folder, 'main.ts'),
    `import { createRunner } from ${JSON.stringify(module)};
     const { run } = createRunner();
     globalThis.measure = async (graph, task) => {
       const seen = [];
       const report = await run(graph, task, (bounds) => seen.push(bounds));
       return { report, seen };
     };`,
  );
  const outDir = join(folder, 'built');
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { outDir, assetsInlineLimit: 0 },
    plugins: forWorkers(),
    worker: { format: 'es', plugins: forWorkers },
  });
  return outDir;
}

describe.skipIf(!hasBrowser)('the measures in a real browser', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-measures-page-'));
  let [server, browser, page] = [] as unknown as [Server, Browser, Page];
  const faults: string[] = [];

  beforeAll(async () => {
    const app = createApp({
      version: '0.0.0-test',
      source: { status: () => ({ state: 'starting', kind: 'managed' }), database: () => undefined as never },
      statements: loadStatements(join(PROJECT, 'cypher'), 'server'),
      clientFolder: await buildPage(folder),
      rowLimit: 1000,
      readTimeout: 1000,
    });
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser();
    page = await browser.newPage();
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction('"measure" in globalThis');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('come from a worker, by a solver of our own origin, under the strict policy', async () => {
    const { report } = await page.evaluate(
      (graph) => (globalThis as unknown as Measuring).measure(graph, { network: 'direct' }),
      tribes() as never,
    );
    expect(report.counts).toMatchObject({ nodes: 16, edges: 58 });
    expect(report.found.frustration).toMatchObject({ lower: 7, upper: 7 });
    expect(report.found.blocs.clustering).toMatchObject({ lower: 2, upper: 2 });
    expect(faults).toEqual([]);
  });

  it('come from the worker that has measured before, which need not be loaded again', async () => {
    const before = page.workers();
    const { report } = await page.evaluate(
      (graph) => (globalThis as unknown as Measuring).measure(graph, { network: 'direct' }),
      tribes() as never,
    );
    expect(report.found.frustration.upper).toBe(7);
    expect(before).toHaveLength(1);
    expect(page.workers()).toEqual(before);
  });

  it('leave the page itself without leave to compile anything', async () => {
    const { headers } = await fetch(page.url());
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });
});
