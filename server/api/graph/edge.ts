import { readEdge } from '../../graph/edge.ts';
import { readsGraph } from './graph-read.ts';

export const edgeHandler = readsGraph('edge', (reader, { path }) => readEdge(reader, path.id));
