import type { Identity } from '../core/answers/identity.ts';
import type { ReadDatabase } from '../database/port.ts';
import type { Statements } from '../statements/load.ts';

/**
 * Finds out from the database's own constraints what `id` identifies. A guarantee within one label
 * is not one across labels, so an id that two nodes (or edges) share makes all fall back to elementId.
 * A user who may not see constraints gets none.
 */
export async function readIdentity(database: ReadDatabase, statements: Statements): Promise<Identity> {
  const names = async (statement: string) => {
    const { rows } = await database.read(statements.get(statement)).catch(() => ({ rows: [] }));
    return rows.map((row) => String(row.name));
  };
  const [idLabels, idTypes] = await Promise.all([
    names('describe/node-constraints'),
    names('describe/edge-constraints'),
  ]);
  const clashes = async (statement: string, parameters: object) =>
    (await database.read(statements.get(statement), { ...parameters })).rows.length > 0;
  const nodesClash = idLabels.length > 1 && (await clashes('describe/node-id-clash', { idLabels }));
  const edgesClash = idTypes.length > 1 && (await clashes('describe/edge-id-clash', { idTypes }));
  return { idLabels: nodesClash ? [] : idLabels, idTypes: edgesClash ? [] : idTypes };
}
