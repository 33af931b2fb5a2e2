import type { Notification, Plan, ProfiledPlan } from 'neo4j-driver';
import type { CypherNotification, PlanNode } from '../../core/contract/cypher.ts';

/** The driver's plan or profile as the contract's tree. */
export function toPlanNode(plan: Plan | ProfiledPlan): PlanNode {
  const { operatorType, identifiers, arguments: found, children } = plan;
  const figures = found as Record<string, unknown>;
  const node: PlanNode = {
    operator: operatorType.replace(/@.*$/, ''),
    details: typeof figures.Details === 'string' ? figures.Details : '',
    identifiers,
    children: children.map(toPlanNode),
  };
  const add = (name: 'estimatedRows' | 'rows' | 'dbHits' | 'pageCacheHits' | 'time', value: unknown) => {
    if (value !== undefined && Number.isFinite(Number(value))) node[name] = Math.max(0, Number(value));
  };
  add('estimatedRows', figures.EstimatedRows);
  add('rows', figures.Rows);
  add('dbHits', figures.DbHits);
  add('pageCacheHits', figures.PageCacheHits);
  // Told in nanoseconds, and by some runtimes only.
  if (figures.Time !== undefined) add('time', Number(figures.Time) / 1e6);
  return node;
}

/**
 * Notifications whose places are those of the caller's own text.
 * @param prefix what was put before the text, on a line of its own
 */
export function toNotifications(given: Notification[], prefix: string): CypherNotification[] {
  return given.map(({ code, severityLevel, title, description, position }) => ({
    code,
    severity: severityLevel === 'WARNING' ? 'WARNING' : 'INFORMATION',
    title,
    description,
    ...placed(position, prefix),
  }));
}

function placed(position: Notification['position'], prefix: string): Pick<CypherNotification, 'position'> {
  const { offset, line, column } = (position ?? {}) as Record<string, unknown>;
  if (line === undefined || column === undefined) return {};
  const place = { offset: Number(offset), line: Number(line), column: Number(column) };
  if (prefix) {
    place.offset -= prefix.length;
    place.line -= 1;
  }
  return place.line >= 1 && place.column >= 1 && place.offset >= 0 ? { position: place } : {};
}
