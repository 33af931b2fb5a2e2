import { GRAPH_ANSWERS } from '../../core/answers/graph-answers.ts';
import { PACKED_MEDIA_TYPE } from '../../core/packed/media-type.ts';
import { writePacked } from '../../core/packed/write.ts';
import type { Handler } from '../http/endpoint.ts';
import { readsGraph } from './graph-read.ts';

const graph: Handler<'graph'> = {
  ...readsGraph('graph', GRAPH_ANSWERS.graph),
  streams: { [PACKED_MEDIA_TYPE]: writePacked },
};

/** One for each route that reads the graph. */
export const graphHandlers = [
  readsGraph('schema', GRAPH_ANSWERS.schema),
  graph,
  readsGraph('node', GRAPH_ANSWERS.node),
  readsGraph('neighbourhood', GRAPH_ANSWERS.neighbourhood),
  readsGraph('edge', GRAPH_ANSWERS.edge),
  readsGraph('paths', GRAPH_ANSWERS.paths),
  readsGraph('timeline', GRAPH_ANSWERS.timeline),
];
