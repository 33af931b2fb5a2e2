import type { Graph } from '../../server/contract/graph.ts';
import { sameCamera } from '../graph/frame.ts';
import type { PictureLooks } from '../graph/looks.ts';
import { shownGraph } from '../state/graph-index.ts';
import { nodeLooks } from '../state/node-looks.ts';
import { isPlaced } from '../state/placed.ts';
import type { ExplorerState, ExplorerStore } from '../state/store.ts';
import type { Brush } from './brush.ts';
import type { CameraControl } from './camera.ts';
import type { Drawing } from './drawing.ts';
import type { Show } from './show-graph.ts';

export interface FollowOptions {
  store: ExplorerStore;
  show: Show;
  camera: CameraControl;
  drawing: Drawing;
  brush: Brush;
}

/** Makes the picture show what the state says, now and whenever that changes. */
export function follow(options: FollowOptions): { kill(): void } {
  const { store, camera, show } = options;
  let seen: ExplorerState | undefined;
  let [shown, drawnBy] = [undefined as Graph | undefined, undefined as PictureLooks | undefined];
  const draw = (state: ExplorerState, before: ExplorerState | undefined) => {
    const { view, positions, graph } = state;
    if (graph.state !== 'ready') return;
    const was = before?.view;
    const looks = nodeLooks(state);
    // The picture before stays until every node of the next has its place.
    if (!isPlaced(state)) return;
    const visible = shownGraph(state);
    if (shown !== visible || looks !== drawnBy) {
      [shown, drawnBy] = [visible, looks];
      show.graph(state);
    } else if (positions !== before?.positions || view.pins !== was?.pins) show.positions(state);
    else if (!sameCamera(view.camera, was?.camera)) camera.show(view.camera, true);
  };
  const keepUp = () => {
    const [state, before] = [store.getState(), seen];
    if (state === before) return;
    seen = state;
    const { view } = state;
    draw(state, before);
    if (view.theme !== before?.view.theme || view.select !== before?.view.select) {
      show.detail(state);
      options.brush.paint(view);
      options.drawing.rearrange();
    }
    const read = state.reading !== before?.reading || view.select !== before?.view.select;
    if (state.hovered !== before?.hovered || state.path !== before?.path || read) {
      show.detail(state);
      show.emphasis(state);
    }
    if ((state.arranging === undefined) !== (before?.arranging === undefined)) show.titles(state);
  };
  const unsubscribe = store.subscribe(keepUp);
  keepUp();
  return { kill: unsubscribe };
}
