import type { Graph } from './graph.ts';

/** Of every graph. Apart from its schema, which is much more and which a page that only draws does not need. */
export const GRAPH_OPTIONS: Graph['options'] = { type: 'directed', multi: true, allowSelfLoops: true };
