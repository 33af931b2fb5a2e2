import { nameOf } from '../graph/arrangement.ts';
import { arrangementOf } from '../state/arrangement.ts';
import type { ExplorerState, ExplorerStore } from '../state/store.ts';
import type { RendererActions } from './actions.ts';
import { type Arranger, createArranger } from './arrange-nodes.ts';

/**
 * Sees to it, now and whenever the state changes, that every node of the state's graph gets a position. It
 * needs no picture, and so may begin before there is one: both take long, and neither waits for the other.
 */
export function startArranging(
  store: ExplorerStore,
  actions: Pick<RendererActions, 'setPositions' | 'layoutProgress' | 'failed'>,
): { kill(): void } {
  const arranger = createArranger(actions);
  let seen: ExplorerState | undefined;
  let arranged = '';
  const keepUp = () => {
    const [state, before] = [store.getState(), seen];
    if (state === before) return;
    seen = state;
    const arrangement = arrangementOf(state);
    const relaid = arrangement !== undefined && nameOf(arrangement) !== arranged;
    if (arrangement) arranged = nameOf(arrangement);
    if (relaid || state.graph !== before?.graph || state.base !== before?.base) arrange(state, arranger);
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

/** Once it is known what decides the positions. */
function arrange(state: ExplorerState, arranger: Arranger): void {
  const { graph, base, positions } = state;
  const arrangement = arrangementOf(state);
  if (graph.state !== 'ready' || base?.state === 'loading' || !arrangement) return;
  arranger.arrange(graph.value, arrangement, positions, base?.state === 'ready' ? base.value : undefined);
}
