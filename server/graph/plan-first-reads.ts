import type { Database } from '../database/port.ts';
import type { Statements } from '../statements/load.ts';
import { readGraph } from './graph.ts';
import { readSchema } from './schema.ts';
import { createGraphService } from './service.ts';
import { readTimeline } from './timeline.ts';

/**
 * Asks a database what the page asks first, so that it has planned those statements by then: planning the
 * schema's takes a cold Neo4j about two seconds. What comes of it is nobody's; the page asks for itself.
 */
export async function planFirstReads(
  database: Database,
  statements: Statements,
  limits: { rowLimit: number; readTimeout: number },
): Promise<void> {
  const service = createGraphService(database, statements, limits);
  await Promise.allSettled([
    service.read((reader) => readSchema(reader)),
    service.read((reader) => readGraph(reader, {}, 1)),
    service.read((reader) => readTimeline(reader, {}, 'month')),
  ]);
}
