import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { BUILT_IN_SET, openDataSet, seedFolder } from '../../seed/seed.ts';
import { createApp } from '../../server/app.ts';
import type { Status } from '../../server/core/contract/status.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import { openStills } from '../../server/pictures/still.ts';
import { loadStatements } from '../../server/statements/load.ts';
import { launchBrowser } from './browser.ts';
import { type Engine, emptyDatabase } from './engines.ts';

const PROJECT = join(import.meta.dirname, '../..');
const READY: Status['database'] = { state: 'ready', kind: 'managed', product: 'Neo4j' };

/** The built page on a real server, a real database with the built-in data and a real browser. */
export interface ExplorerPage {
  /** A new page on a link, waiting for nothing; it fails the test when the page raises or logs an error. */
  open: (search?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** What the server says of its database from now on; undefined is ready. */
  pretend: (database: Status['database'] | undefined) => void;
  graph: Graph;
  /** Where the server is, without a slash at its end. */
  url: string;
  /** What went wrong on pages since last asked. */
  faults: () => string[];
  /** Closes every page. */
  tidy: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts everything that the page needs, on an engine that it empties first. */
export async function startExplorerPage(engine: Engine): Promise<ExplorerPage> {
  await emptyDatabase(engine);
  const database = openNeo4j(engine.connection);
  await seedFolder(
    database,
    loadStatements(join(PROJECT, 'cypher'), 'seed'),
    join(PROJECT, 'seed/data', BUILT_IN_SET),
  );
  let pretended: Status['database'] | undefined;
  // It starts from its source, which takes seconds: once for all tests.
  const stills = openStills({ idle: 3_600_000 });
  const app = createApp({
    version: '0.0.0-test',
    source: { status: () => pretended ?? READY, database: () => database },
    statements: loadStatements(join(PROJECT, 'cypher'), 'server'),
    stories: openDataSet(join(PROJECT, 'seed/data', BUILT_IN_SET)).stories,
    drawStill: stills.draw,
    drawPdf: stills.drawPdf,
    drawCard: stills.drawCard,
    clientFolder: join(PROJECT, 'dist/page'),
    // Articles of the tests are on other ports of this machine.
    frameAncestors: 'http://127.0.0.1:*',
    rowLimit: 100_000,
    readTimeout: 10_000,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await (await fetch(`${url}/embed.svg`)).text();
  const browser = await launchBrowser();
  let faults: string[] = [];
  return {
    url,
    graph: (await (await fetch(`${url}/api/graph`)).json()) as Graph,
    pretend: (status) => {
      pretended = status;
    },
    open: async (search = '', options = {}) => {
      const page = await newPage(browser, options, (fault) => faults.push(fault));
      await page.goto(`${url}/${search}`);
      return page;
    },
    faults: () => {
      const told = faults;
      faults = [];
      return told;
    },
    tidy: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await stills.close();
      await app.close();
      await database.close();
    },
  };
}

async function newPage(browser: Browser, options: BrowserContextOptions, fault: (told: string) => void) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => fault(String(error)));
  page.on('console', (message) => {
    // The browser logs every answer that is no success by itself; the page shows those in its own words.
    const own = !message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && own) fault(message.text());
  });
  return page;
}
