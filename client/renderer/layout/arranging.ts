import { type Arrangement, nameOf } from '../../../server/core/layout/arrangement.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { arrangementOf, laidGraph } from '../../../server/core/picture/arrangement.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import type { ExplorerState, ExplorerStore } from '../../state/store.ts';
import type { RendererActions } from '../actions.ts';
import { type Arranger, createArranger } from './arrange-nodes.ts';

/**
 * Sees to it, now and whenever the state changes, that every node of the state's graph gets a position. It
 * needs no picture, and so may begin before there is one: both take long, and neither waits for the other.
 *
 * @param options.meanwhile Whether nodes without a place get the usual one while the groups that they are to
 * be arranged by are being found, which may take long.
 */
export function startArranging(
  store: ExplorerStore,
  actions: Pick<RendererActions, 'setPositions' | 'layoutProgress' | 'failed'>,
  { meanwhile = false } = {},
): { kill(): void } {
  const arranger = createArranger(actions);
  let seen: ExplorerState | undefined;
  let [arranged, laid] = ['', undefined as Graph | undefined];
  const keepUp = () => {
    const [state, before] = [store.getState(), seen];
    if (state === before) return;
    seen = state;
    const arrangement = arrangementOf(state) ?? (meanwhile ? usualUntilFound(state) : undefined);
    const relaid = arrangement !== undefined && nameOf(arrangement) !== arranged;
    if (arrangement) arranged = nameOf(arrangement);
    const was = laid;
    laid = state.graph.state === 'ready' ? laidGraph(state.graph.value, shownGraph(state)) : undefined;
    if (laid && (relaid || laid !== was || state.base !== before?.base))
      arrange(state, laid, arrangement, arranger);
  };
  const unsubscribe = store.subscribe(keepUp);
  keepUp();
  return {
    kill: () => {
      unsubscribe();
      arranger.kill();
    },
  };
}

/** The usual arrangement, where nothing has a place yet. */
function usualUntilFound({ positions, view: { seed } }: ExplorerState): Arrangement | undefined {
  return positions.size > 0 ? undefined : seed === undefined ? {} : { seed };
}

/** Once it is known what decides the positions. */
function arrange(
  { base, positions }: ExplorerState,
  laid: Graph,
  arrangement: Arrangement | undefined,
  arranger: Arranger,
): void {
  if (base?.state === 'loading' || !arrangement) return;
  arranger.arrange(laid, arrangement, positions, base?.state === 'ready' ? base.value : undefined);
}
