import { readNode } from '../../graph/node.ts';
import { readsGraph } from './graph-read.ts';

export const nodeHandler = readsGraph('node', (reader, { path }) => readNode(reader, path.id));
