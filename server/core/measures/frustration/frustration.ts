import { disjointNegativeCycles } from '../balance/negative-cycles.ts';
import { isFrustrated } from '../balance/two-colouring.ts';
import { randomFrom } from '../random.ts';
import type { SignedGraph } from '../signed-graph.ts';
import { type Block, blocksOf, joinBlocks } from './blocks.ts';
import { bestByEnumeration, MOST_ENUMERATED } from './enumerate.ts';
import { searchSplit } from './local-search.ts';
import { type Ledger, openLedger } from './lower-bound/bounds.ts';
import { tighten } from './lower-bound/tighten.ts';
import { reduce } from './reduce.ts';
import { type LoadSolver, loadSolver } from './solver.ts';
import { spectralSplit } from './spectral.ts';
import { weightedOf } from './weighted.ts';

export interface FrustrationOptions {
  seed?: number;
  /** Milliseconds after which the bounds known by then are given. */
  timeLimit?: number;
  solver?: LoadSolver;
  /** Told the bounds whenever they move. */
  onProgress?: (bounds: { lower: number; upper: number }) => void;
}

export interface Frustration {
  /** No split contradicts fewer edges than this. */
  lower: number;
  /** The split given contradicts this many; equal to `lower` when it is proved to be the best. */
  upper: number;
  /** The camp of each node, 0 or 1; the lowest node of every connected part is in camp 0. */
  camps: Uint8Array;
  /** The edges that the split contradicts, ascending. */
  edges: number[];
  /** 1 − 2L/m of the upper bound, from 0 to 1 (Aref and Wilson 2018); null without edges. */
  normalised: number | null;
}

/**
 * The frustration index: the fewest edges that contradict a split into two camps (Harary 1959). It is hard
 * to compute in general, so that a lower and an upper bound are given; they meet when the split is proved.
 *
 * The graph is reduced and taken apart without loss; parts of few nodes are solved by trying all splits. For
 * the rest the upper bound is found by local search and the lower by linear, semidefinite and integer
 * programming. All but what the time limit cuts off depends on the graph and the seed alone.
 *
 * @throws whatever loading the solver throws
 */
export async function frustrationIndex(
  graph: SignedGraph,
  options: FrustrationOptions = {},
): Promise<Frustration> {
  const { seed = 0, timeLimit = 25_000, solver = loadSolver, onProgress = () => {} } = options;
  const deadline = performance.now() + timeLimit;
  const { kernel, constant, lift } = reduce(weightedOf(graph));
  const blocks = blocksOf(kernel);
  const ledger = openLedger(blocks, constant);
  blocks.forEach((block, at) => {
    begin(block, at, ledger, seed, performance.now() + timeLimit / 4);
  });
  let atLeast = 0;
  const bounds = () => ({ lower: Math.max(atLeast, ledger.lower()), upper: ledger.upper() });
  if (ledger.lower() < ledger.upper()) {
    atLeast = disjointNegativeCycles(graph).length;
    onProgress(bounds());
    await tighten(blocks, ledger, { deadline, solver, seed, onProgress: () => onProgress(bounds()) });
  }
  const camps = fromZero(
    graph,
    lift(
      joinBlocks(
        kernel,
        blocks,
        ledger.best.map(({ camps }) => camps),
      ),
    ),
  );
  const edges = Array.from(graph.sign.keys()).filter((edge) => isFrustrated(graph, camps, edge));
  const { lower, upper } = bounds();
  onProgress({ lower, upper });
  const all = graph.sign.length;
  return { lower, upper, camps, edges, normalised: all === 0 ? null : 1 - (2 * upper) / all };
}

/** Beginnings of the local search; fewer where one takes long. */
const RESTARTS = [100, 30] as const;
const MANY_NODES = 500;

/** A first split of a block; small ones are done with. */
function begin(block: Block, at: number, ledger: Ledger, seed: number, until: number): void {
  if (block.nodes <= MOST_ENUMERATED) {
    const split = bestByEnumeration(block);
    ledger.offer(at, split);
    ledger.raise(at, split.cost);
    return;
  }
  const random = randomFrom(seed, `frustration ${at}`);
  const starts = [spectralSplit(block, random)];
  ledger.offer(
    at,
    searchSplit(block, {
      random,
      restarts: RESTARTS[block.nodes > MANY_NODES ? 1 : 0],
      starts,
      enough: () => performance.now() > until,
    }),
  );
}

/** The same split with the lowest node of every connected part in camp 0. */
function fromZero(graph: SignedGraph, camps: Uint8Array): Uint8Array {
  const { nodes, offsets, neighbours } = graph;
  const turned = new Uint8Array(nodes).fill(2);
  for (let root = 0; root < nodes; root++) {
    if (turned[root] !== 2) continue;
    const turn = camps[root] as number;
    turned[root] = 0;
    for (const open = [root]; open.length > 0; ) {
      const node = open.pop() as number;
      for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
        const next = neighbours[at] as number;
        if (turned[next] !== 2) continue;
        turned[next] = (camps[next] as number) ^ turn;
        open.push(next);
      }
    }
  }
  return turned;
}
