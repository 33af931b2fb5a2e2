/// <reference path="./forceatlas2.d.ts" />
import defaults from 'graphology-layout-forceatlas2/defaults.js';
import iterateModule from 'graphology-layout-forceatlas2/iterate.js';
import type { Position } from '../geometry/position.ts';
import { hashed } from '../numbers/random.ts';
import type { Network } from './network.ts';

// The library's engine on its own matrices: its door is a graphology graph, which would double what a page
// fetches for the layout's worker.
type Iterate = (settings: object, nodes: Float32Array, edges: Float32Array) => void;

// A CommonJS module: bundlers give its function, Node wraps it once more.
const iterate = unwrapped(iterateModule) as Iterate;
const usual = unwrapped(defaults) as object;

/** Where the fields of a node are in its matrix; of an edge they are source, target and weight. */
const NODE = { x: 0, y: 1, mass: 6, convergence: 7, size: 8, fields: 10 } as const;
const EDGE = { fields: 3 } as const;

const LARGE = 300;
/** Iterations between two reports of progress. */
export const CHUNK = 25;

/**
 * ForceAtlas2 on one connected part of a network (Jacomy, Venturini, Heymann, Bastian 2014), from
 * positions that depend on the seed and the keys alone.
 *
 * @param members Places in the network's keys; links to others are left out.
 * @param progress Called now and then with how much is done, from 0 to 1.
 * @returns Positions in the members' order, in no particular unit.
 */
export function force(
  network: Network,
  members: readonly number[],
  seed: number,
  progress: (done: number) => void = () => {},
): Position[] {
  const large = members.length > LARGE;
  const iterations = large ? Math.max(150, Math.min(400, Math.round(2e6 / members.length))) : 600;
  const run = startForce(network, members, seed);
  for (let done = 0; done < iterations; done += CHUNK) {
    run.advance();
    progress(Math.min(1, (done + CHUNK) / iterations));
  }
  return run.positions();
}

/** The same in chunks of some iterations, for as long as it is wanted. */
export function startForce(network: Network, members: readonly number[], seed: number) {
  const { nodes, edges, masses } = matricesOf(network, members, seed);
  const large = members.length > LARGE;
  const settings = {
    ...usual,
    barnesHutOptimize: large,
    barnesHutTheta: 1.2,
    slowDown: 1,
    gravity: large ? 0.05 : 0.6,
    scalingRatio: 10,
    edgeWeightInfluence: 1,
  };
  return {
    advance(): void {
      rest(nodes, masses);
      for (let step = 0; step < CHUNK; step += 1) iterate(settings, nodes, edges);
    },
    positions: (): Position[] =>
      members.map((_, at) => ({
        x: nodes[at * NODE.fields + NODE.x] ?? 0,
        y: nodes[at * NODE.fields + NODE.y] ?? 0,
      })),
  };
}

function matricesOf({ keys, links }: Network, members: readonly number[], seed: number) {
  const nodes = new Float32Array(members.length * NODE.fields);
  const spread = 10 * Math.sqrt(members.length);
  const places = new Map<number, number>();
  members.forEach((member, at) => {
    const key = keys[member] ?? '';
    const offset = at * NODE.fields;
    places.set(member, offset);
    nodes[offset + NODE.x] = (hashed(`${key}:x`, seed) - 0.5) * spread;
    nodes[offset + NODE.y] = (hashed(`${key}:y`, seed) - 0.5) * spread;
    nodes[offset + NODE.size] = 1;
  });
  const inside = links.filter(({ a, b }) => places.has(a) && places.has(b));
  const edges = new Float32Array(inside.length * EDGE.fields);
  // A node's own mass is 1, and each edge adds its weight.
  const masses = new Float32Array(members.length).fill(1);
  inside.forEach(({ a, b, count }, at) => {
    const [from = 0, to = 0] = [places.get(a), places.get(b)];
    const weight = Math.sqrt(count);
    edges.set([from, to, weight], at * EDGE.fields);
    for (const end of [from, to]) masses[end / NODE.fields] = (masses[end / NODE.fields] ?? 0) + weight;
  });
  return { nodes, edges, masses };
}

/** Brings all nodes to a stand, as each run of the library begins. */
function rest(nodes: Float32Array, masses: Float32Array): void {
  for (let at = 0; at < masses.length; at += 1) {
    const offset = at * NODE.fields;
    nodes.fill(0, offset + NODE.y + 1, offset + NODE.mass);
    nodes[offset + NODE.mass] = masses[at] ?? 1;
    nodes[offset + NODE.convergence] = 1;
  }
}

function unwrapped(module: unknown): unknown {
  return (module as { default?: unknown }).default ?? module;
}
