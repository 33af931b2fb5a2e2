import { createHash } from 'node:crypto';
import type { Row, Value } from '../core/model/rows.ts';
import type { Stored } from '../core/model/stored.ts';
import type { ReadDatabase } from '../database/port.ts';
import type { Statements } from '../statements/load.ts';

/** Above this many seeded nodes or edges the digest would cost more than it tells. */
const MOST = 200_000;

/**
 * The snapshot id: a digest of all that seeding loaded, the same on every machine that holds the
 * same data. A database without seeded data gets one from its own version instead.
 * @param version the data version of the database, see the storage port
 */
export async function readSnapshot(
  database: ReadDatabase,
  statements: Statements,
  version: string,
): Promise<string> {
  const hash = createHash('sha256');
  let count = 0;
  for (const name of ['read/seeded-nodes', 'read/seeded-edges']) {
    let here = 0;
    for await (const row of database.stream(statements.get(name), { limit: BigInt(MOST) })) {
      hash.update(canonical(row));
      here += 1;
    }
    if (here >= MOST) return `v-${version}`;
    count += here;
  }
  return count === 0 ? `v-${version}` : hash.digest('base64url').slice(0, 16);
}

/** The snapshot id of data that are in no database: a digest of the same parts of them. */
export function snapshotOfStored({ nodes, edges }: Stored): string {
  const hash = createHash('sha256');
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  for (const { id, labels, properties } of nodes.toSorted(byId))
    hash.update(canonical({ id, labels, properties }));
  for (const { id, type, from: source, to: target, properties } of edges.toSorted(byId))
    hash.update(canonical({ id, type, source, target, properties }));
  return hash.digest('base64url').slice(0, 16);
}

/** Text that is equal for equal rows, whatever order the database keeps properties in. */
function canonical(row: Row): string {
  return JSON.stringify(row, (_, value: Value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
