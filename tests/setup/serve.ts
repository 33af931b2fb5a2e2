import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DrawPdf } from '../../server/api/pictures/pdf.ts';
import { createApp } from '../../server/app.ts';
import type { Story } from '../../server/core/model/story.ts';
import type { Database } from '../../server/database/port.ts';
import type { SetLooks } from '../../server/graph/context.ts';
import type { CypherLimits } from '../../server/guard/limits.ts';
import { openStills } from '../../server/pictures/still.ts';
import { loadStatements } from '../../server/statements/load.ts';
import type { ThreadLimits } from '../../server/threads/thread.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** The HTTP surface on a database that is ready, on a free port of this machine. */
export interface Served {
  url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  rowLimit?: number;
  cypher?: Partial<CypherLimits>;
  trustProxy?: number;
  frameAncestors?: string;
  stories?: readonly Story[];
  looks?: readonly SetLooks[];
  /** Of the thread that draws still pictures, where they differ from the normal. */
  stills?: Partial<ThreadLimits>;
  /** What draws PDF instead of that thread. */
  drawPdf?: DrawPdf;
}

export async function serveDatabase(database: Database, limits: ServeOptions = {}): Promise<Served> {
  const stills = openStills(limits.stills);
  const app = createApp({
    version: '0.0.0-test',
    source: {
      status: () => ({ state: 'ready', kind: 'configured', product: 'Neo4j' }),
      database: () => database,
    },
    statements: loadStatements(join(PROJECT, 'cypher'), 'server'),
    drawStill: stills.draw,
    drawPdf: limits.drawPdf ?? stills.drawPdf,
    drawCard: stills.drawCard,
    clientFolder: join(PROJECT, 'dist/page'),
    rowLimit: limits.rowLimit ?? 100_000,
    readTimeout: 10_000,
    ...(limits.cypher ? { cypher: limits.cypher } : {}),
    ...(limits.frameAncestors ? { frameAncestors: limits.frameAncestors } : {}),
    ...(limits.stories ? { stories: limits.stories } : {}),
    ...(limits.looks ? { looks: limits.looks } : {}),
    ...(limits.trustProxy ? { trustProxy: limits.trustProxy } : {}),
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await stills.close();
      await app.close();
    },
  };
}
