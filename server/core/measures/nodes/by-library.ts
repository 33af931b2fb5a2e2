import louvain from 'graphology-communities-louvain';
import closeness from 'graphology-metrics/centrality/closeness.js';
import eigenvector from 'graphology-metrics/centrality/eigenvector.js';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import { randomFrom } from '../random.ts';
import { bySize, directed, exported, listed, SETTLING, undirected } from './graphs.ts';
import type { Measured } from './network.ts';

const WEIGHTED = { getEdgeWeight: 'weight', ...SETTLING } as const;

/** The values of `closeness`, which tells what they are. */
export function closenessOf(network: Measured): Float64Array {
  return listed(network, exported({ default: closeness })(undirected(network), { wassermanFaust: true }));
}

/** The values of `pagerank`. */
export function pagerankOf(network: Measured): Float64Array {
  return listed(network, exported({ default: pagerank })(directed(network), WEIGHTED));
}

/** The values of `eigenvector`. */
export function eigenvectorOf(network: Measured): Float64Array {
  const values = listed(network, exported({ default: eigenvector })(undirected(network), WEIGHTED));
  // What the steps have not yet brought down to nothing is no size to show or compare.
  const noise = network.keys.length * SETTLING.tolerance;
  return values.map((value) => (value < noise ? 0 : value));
}

/** The values of `communities`. */
export function communitiesOf(network: Measured): Float64Array {
  const friendly = undirected({ ...network, edges: network.edges.filter(({ sign }) => sign >= 0) });
  const options = { getEdgeWeight: 'weight', rng: randomFrom(1), randomWalk: true };
  return bySize(listed(network, exported({ default: louvain })(friendly, options)));
}
