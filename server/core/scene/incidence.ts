/** What {@link edgesAt} needs to know of a graph: how many edges each node has, and the ends of each edge in turn. */
export interface Connected {
  degree: Uint32Array;
  /** Source and target of each edge in turn, as places of nodes. */
  ends: Uint32Array;
}

/** How many edges each of so many nodes has; a self loop counts once. */
export function degreesIn(order: number, ends: Uint32Array): Uint32Array {
  const degree = new Uint32Array(order);
  for (let end = 0; end < ends.length; end += 1) {
    const node = ends[end] ?? 0;
    if (!isLoop(ends, end)) degree[node] = (degree[node] ?? 0) + 1;
  }
  return degree;
}

/** Whether an end is the second one of a self loop, which counts once. */
function isLoop(ends: Uint32Array, end: number): boolean {
  return end % 2 === 1 && ends[end] === ends[end - 1];
}

/** The edges of node `n` are `edges[first[n]]` to `edges[first[n + 1] - 1]`. */
interface Incidence {
  first: Uint32Array;
  edges: Uint32Array;
}

const incidences = new WeakMap<Connected, Incidence>();

/** Found when it is first asked for: what is drawn from afar needs none. */
function incidenceOf(connected: Connected): Incidence {
  const known = incidences.get(connected);
  if (known) return known;
  const { degree, ends } = connected;
  const first = new Uint32Array(degree.length + 1);
  for (let node = 0; node < degree.length; node += 1)
    first[node + 1] = (first[node] ?? 0) + (degree[node] ?? 0);
  const next = first.slice();
  const edges = new Uint32Array(first[degree.length] ?? 0);
  for (let end = 0; end < ends.length; end += 1) {
    if (isLoop(ends, end)) continue;
    const node = ends[end] ?? 0;
    edges[next[node] ?? 0] = end >> 1;
    next[node] = (next[node] ?? 0) + 1;
  }
  const incidence = { first, edges };
  incidences.set(connected, incidence);
  return incidence;
}

/** The edges of a node, as places; a self loop once. */
export function edgesAt(connected: Connected, node: number): Uint32Array {
  const { first, edges } = incidenceOf(connected);
  return edges.subarray(first[node], first[node + 1]);
}
