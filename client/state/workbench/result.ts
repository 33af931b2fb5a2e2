import type { Graph } from '../../../server/core/model/graph.ts';
import type { TypedValue } from '../../../server/core/model/typed-value.ts';
import { indexOf, shownGraph } from '../../../server/core/picture/graph-index.ts';
import { mergeGraphs } from '../../../server/core/view/merge-graphs.ts';
import { type Actions, createActions } from '../actions.ts';
import { createExplorerStore, type ExplorerStore } from '../store.ts';
import { elementsIn } from './typed-text.ts';

/** The picture of a result, and which rows hold which of its nodes and edges. */
export interface ResultStore {
  /** What the renderer draws; it shows what the query returned, and nothing loads into it. */
  store: ExplorerStore;
  actions: Actions;
  show: (graph: Graph, rows: readonly (readonly TypedValue[])[]) => void;
  forget: () => void;
  /** Adds edges among the nodes shown; gives how many were new. */
  connect: (more: Graph) => number;
  /** The keys of the nodes and edges of a row. */
  keysOf: (row: number) => readonly string[];
  /** The rows that hold a node or edge. */
  rowsOf: (key: string) => readonly number[];
  /** The key a node or edge of a row has in the picture. */
  keyOf: (value: TypedValue) => string | undefined;
  elementIds: () => string[];
}

/** An empty picture. */
export function createResult(): ResultStore {
  const store = createExplorerStore({});
  const nothing = () => undefined;
  const actions = createActions(store, {
    status: { retry: nothing },
    search: { search: nothing } as never,
    history: { undo: nothing, redo: nothing },
    playback: { play: nothing, pause: nothing, setSpeed: nothing },
  });
  let keys: (readonly string[])[] = [];
  let rows = new Map<string, number[]>();
  let ids = new Map<string, string>();
  const keyOf = (value: TypedValue) => {
    const index = indexOf(shownGraph(store.getState()));
    return keyIn(value, index.nodes, index.edges);
  };
  const forget = () => {
    keys = [];
    rows = new Map();
    ids = new Map();
    store.setState({ view: {}, graph: { state: 'idle' }, hovered: undefined, positions: new Map() });
  };
  return {
    store,
    // What would add to the picture or take away from it is left out: it shows what the query returned.
    actions: { ...actions, expand: nothing, expandBy: nothing, openMenu: nothing },
    forget,
    keyOf,
    show: (graph, given) => {
      forget();
      store.setState({ graph: { state: 'ready', value: graph } });
      const { nodes, edges } = indexOf(graph);
      keys = given.map((row, at) => {
        const own = new Set<string>();
        for (const element of row.flatMap(elementsIn)) {
          const key = keyIn(element, nodes, edges);
          if (key === undefined) continue;
          own.add(key);
          if (element.$type === 'Node') ids.set(key, element._value._element_id);
        }
        for (const key of own) {
          const held = rows.get(key);
          if (held) held.push(at);
          else rows.set(key, [at]);
        }
        return [...own];
      });
    },
    connect: (more) => {
      const before = shownGraph(store.getState());
      const known = indexOf(before).nodes;
      const edges = more.edges.filter(({ source, target }) => known.has(source) && known.has(target));
      const merged = mergeGraphs(before, [{ ...more, nodes: [], edges }]);
      store.setState({ graph: { state: 'ready', value: merged } });
      return merged.edges.length - before.edges.length;
    },
    keysOf: (row) => keys[row] ?? [],
    rowsOf: (key) => rows.get(key) ?? [],
    elementIds: () => [...ids.values()],
  };
}

function keyIn(
  value: TypedValue,
  nodes: ReadonlyMap<string, unknown>,
  edges: ReadonlyMap<string, unknown>,
): string | undefined {
  if (value.$type !== 'Node' && value.$type !== 'Relationship') return undefined;
  const all = value.$type === 'Node' ? nodes : edges;
  const { _element_id, _properties } = value._value;
  if (all.has(_element_id)) return _element_id;
  const id = Object.hasOwn(_properties, 'id') ? _properties.id?._value : undefined;
  return id !== undefined && all.has(String(id)) ? String(id) : undefined;
}
