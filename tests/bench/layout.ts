import { pathToFileURL } from 'node:url';
import { UndirectedGraph } from 'graphology';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import { CHUNK, startForce } from '../../server/core/layout/force.ts';
import type { Network } from '../../server/core/layout/network.ts';
import { randomFrom } from './network.ts';
import { line, ms } from './statistics.ts';

const [NODES, EDGES, GROUPS, INSIDE] = [10_000, 50_000, 100, 0.92];
/** Mean length of an edge as a share of the mean distance of two nodes at random, at which a layout is done. */
const WANTED = 0.16;
/** The library is given up once it has taken this many times as much. */
const MOST = 8;
const PAIRS = 20_000;

// A CommonJS module, whose types speak of a default that Node does not see.
const forceAtlas2 = forceAtlas2Module as unknown as (typeof forceAtlas2Module)['default'];

type Point = { x: number; y: number };

/** A network with groups that are linked more within than between, as real ones have them. */
function groupedNetwork(): Network {
  const random = randomFrom(3);
  const size = NODES / GROUPS;
  const counts = new Map<number, number>();
  while (counts.size < EDGES) {
    const from = Math.floor(random() * NODES);
    const group = random() < INSIDE ? Math.floor(from / size) : Math.floor(random() * GROUPS);
    const to = group * size + Math.floor(random() ** 2 * size);
    if (from !== to) counts.set(Math.min(from, to) * NODES + Math.max(from, to), 1);
  }
  const keys = Array.from({ length: NODES }, (_, at) => `node ${at}`);
  return {
    keys,
    footprints: keys.map(() => ({ width: 20, height: 20, drop: 0 })),
    links: [...counts].map(([link, count]) => ({ a: Math.floor(link / NODES), b: link % NODES, count })),
  };
}

function quality({ links }: Network, at: (node: number) => Point): number {
  const random = randomFrom(5);
  const far = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
  const any = () => at(Math.floor(random() * NODES));
  const edges = links.reduce((sum, { a, b }) => sum + far(at(a), at(b)), 0) / links.length;
  let pairs = 0;
  for (let pair = 0; pair < PAIRS; pair += 1) pairs += far(any(), any());
  return edges / (pairs / PAIRS);
}

/** Milliseconds of processor time until a layout is done, or `most`; what looking at it takes apart. */
function timeUntil(advance: () => void, look: () => number, most: number) {
  let [spent, reached, iterations] = [0, Infinity, 0];
  while (reached > WANTED && spent < most) {
    const before = process.cpuUsage();
    advance();
    const { user, system } = process.cpuUsage(before);
    spent += (user + system) / 1000;
    iterations += CHUNK;
    reached = look();
  }
  return { spent, reached, iterations };
}

/** The product's layout against the library's own settings, on one network from one start, in one run. */
export function benchLayout(): string[] {
  const network = groupedNetwork();
  const all = network.keys.map((_, at) => at);
  const own = startForce(network, all, 1);
  const start = own.positions();
  let here: readonly Point[] = start;
  const mine = timeUntil(
    own.advance,
    () => {
      here = own.positions();
      return quality(network, (node) => here[node] as Point);
    },
    3 * 60_000,
  );
  const graph = new UndirectedGraph<Point>();
  network.keys.forEach((key, at) => void graph.addNode(key, { ...(start[at] as Point) }));
  for (const { a, b } of network.links) graph.addEdge(network.keys[a], network.keys[b]);
  const settings = forceAtlas2.inferSettings(graph);
  const usual = timeUntil(
    () => forceAtlas2.assign(graph, { iterations: CHUNK, settings }),
    () => quality(network, (node) => graph.getNodeAttributes(network.keys[node])),
    MOST * mine.spent,
  );
  const told = ({ spent, reached, iterations }: typeof mine) =>
    `${ms(spent)} of CPU, ${iterations} iterations, at ${reached.toFixed(3)}`;
  const gaveUp = usual.reached > WANTED ? 'more than ' : '';
  return [
    line(`layout of ${NODES} nodes and ${EDGES} edges to ${WANTED} of a random distance`, told(mine)),
    line('the same with ForceAtlas2 by inferSettings', told(usual)),
    line('times as much', `${gaveUp}${(usual.spent / mine.spent).toFixed(1)}`, '≥ 6'),
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.stdout.write(`${benchLayout().join('\n')}\n`);
