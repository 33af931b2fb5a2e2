import type { ErrorDetail } from '../../../server/core/model/errors.ts';
import type { TypedValue } from '../../../server/core/model/typed-value.ts';
import { amount } from '../../../server/core/words/words.ts';
import type { Outcome } from './stream.ts';

/** One run of a statement, from its start on. */
export interface Run {
  state: 'running' | 'done' | 'failed' | 'cancelled';
  statement: string;
  parameters: Record<string, unknown>;
  /** Milliseconds, of the page's clock. */
  startedAt: number;
  endedAt?: number;
  columns: readonly string[];
  /** Grows in place while rows arrive; `count` tells how far. */
  rows: TypedValue[][];
  count: number;
  outcome?: Outcome;
  problem?: { message: string; details: readonly ErrorDetail[] };
}

/** A run that has just begun. */
export function newRun(statement: string, parameters: Record<string, unknown>, startedAt: number): Run {
  return { state: 'running', statement, parameters, startedAt, columns: [], rows: [], count: 0 };
}

/** What a run gave, in words. */
export function outcomeInWords({ graph, truncated }: Outcome, rows: number): string {
  const parts = [amount(rows, 'row')];
  if (graph.nodes.length > 0)
    parts.push(amount(graph.nodes.length, 'node'), amount(graph.edges.length, 'edge'));
  return `${parts.join(', ')}${truncated ? ', cut off at a limit' : ''}.`;
}
