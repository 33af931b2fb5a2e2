import { readEgoNetwork } from '../core/answers/ego-network.ts';
import { readGraph } from '../core/answers/graph.ts';
import { readSchema } from '../core/answers/schema.ts';
import { readTimeline } from '../core/answers/timeline.ts';
import type { Database } from '../database/port.ts';
import type { Statements } from '../statements/load.ts';
import { createGraphService } from './service.ts';

/**
 * Asks a database what the page and stories ask first, so that it has planned those statements by then: planning the
 * schema's takes a cold Neo4j about two seconds. What comes of it is nobody's; the page asks for itself.
 */
export async function planFirstReads(
  database: Database,
  statements: Statements,
  limits: { rowLimit: number; readTimeout: number },
): Promise<void> {
  const service = createGraphService(database, statements, limits);
  const graph = service.read((reader) => readGraph(reader, {}, 1));
  await Promise.allSettled([
    service.read((reader) => readSchema(reader)),
    graph,
    service.read((reader) => readTimeline(reader, {}, 'month')),
  ]);
  const keys = (await graph.catch(() => undefined))?.value.nodes.map(({ key }) => key) ?? [];
  const request = { keys, depth: 1, direction: 'both', filters: {}, limit: 1 } as const;
  await service.read((reader) => readEgoNetwork(reader, request)).catch(() => undefined);
}
