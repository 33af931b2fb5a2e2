import type { Value } from './rows.ts';

/** A node has one of these labels, by which data sets are found. */
export const NODE_LABELS = ['Actor', 'Event', 'Issue', 'Source'] as const;

export interface StoredNode {
  id: string;
  labels: string[];
  properties: Record<string, Value>;
}
export interface StoredEdge {
  id: string;
  type: string;
  from: string;
  to: string;
  properties: Record<string, Value>;
}
export interface Stored {
  nodes: StoredNode[];
  edges: StoredEdge[];
}
