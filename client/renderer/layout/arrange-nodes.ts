import type { Position, Positions } from '../../../server/core/geometry/position.ts';
import { type Arrangement, nameOf } from '../../../server/core/layout/arrangement.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { createLayouts, unlaid } from '../../workers/run-layout.ts';
import type { RendererActions } from '../actions.ts';

/** Above this many new nodes at once a new layout serves better than fitting them in one by one. */
const MOST_NEW = 1500;

export interface Arranger {
  /**
   * Sees to it that every node of a graph gets a position, by `setPositions`.
   *
   * @param base The graph whose layout this one is a part of, where there is one.
   */
  arrange(graph: Graph, arrangement: Arrangement, positions: Positions, base?: Graph): void;
  kill(): void;
}

/**
 * Decides who gets a position and how: all nodes from a layout at first and when it is to be another one,
 * new nodes near their neighbours otherwise.
 */
export function createArranger(
  actions: Pick<RendererActions, 'setPositions' | 'layoutProgress' | 'failed'>,
): Arranger {
  let run: AbortController | undefined;
  const layouts = createLayouts();
  // While the picture is being set up.
  layouts.warm();
  let [laidOut, pending] = ['', ''];
  let laying: Graph | undefined;
  const cancel = () => {
    run?.abort();
    run = undefined;
    actions.layoutProgress?.(undefined);
  };
  const end = (mine: AbortController) => {
    if (run !== mine) return;
    run = undefined;
    actions.layoutProgress?.(undefined);
  };
  const begin = (
    graph: Graph,
    name: string,
    find: (signal: AbortSignal) => Promise<Map<string, Position>>,
  ) => {
    if (run) cancel();
    [pending, laying] = [name, graph];
    const mine = new AbortController();
    run = mine;
    find(mine.signal).then(
      (positions) => {
        if (mine.signal.aborted) return;
        laidOut = name;
        end(mine);
        actions.setPositions(positions);
      },
      (error: Error) => {
        if (mine.signal.aborted) return;
        end(mine);
        actions.failed?.(error);
      },
    );
  };
  const start = (graph: Graph, arrangement: Arrangement, kept: Positions, name: string) =>
    begin(graph, name, async (signal) => {
      actions.layoutProgress?.(0);
      const progress = (done: number) => actions.layoutProgress?.(done);
      const question = { graph: unlaid(graph, arrangement), arrangement };
      const positions = await layouts.ask(question, progress, signal);
      if (kept.size === 0) return positions;
      const { besideOthers } = await import('../../../server/core/layout/beside.ts');
      return new Map([...kept, ...besideOthers(positions, kept)]);
    });
  return {
    arrange(shown, arrangement, positions, base) {
      const graph = groundOf(shown, base);
      const data = graph === base ? graph.attributes.snapshot : '';
      const name = `${nameOf(arrangement)} ${data}`;
      const missing = graph.nodes.filter((node) => !positions.has(node.key)).length;
      const known = graph.nodes.length - missing;
      // Positions that were there before this arranger are taken to be of this layout.
      if (laidOut === '' && known > 0) laidOut = name;
      if (run && pending === name && laying === graph) return;
      // What was asked for before and is not wanted any more, as it was undone.
      if (run && pending !== name) cancel();
      if (name !== laidOut) {
        if (!run || pending !== name || missing > 0) start(graph, arrangement, new Map(), name);
      } else if (known === 0 || missing > MOST_NEW) {
        if (missing > 0) start(graph, arrangement, known === 0 ? positions : new Map(), name);
      } else if (missing > 0) {
        const { seed, groups } = arrangement;
        begin(graph, name, async () => {
          const { placeNewNodes } = await import('../../../server/core/layout/place-new-nodes.ts');
          return placeNewNodes(positions, graph, seed, groups);
        });
      }
    },
    kill: () => {
      cancel();
      layouts.close();
    },
  };
}

/** The base, unless the data has changed since and it lacks a node that is shown. */
function groundOf(shown: Graph, base: Graph | undefined): Graph {
  if (!base) return shown;
  const keys = new Set(base.nodes.map(({ key }) => key));
  return shown.nodes.every(({ key }) => keys.has(key)) ? base : shown;
}
