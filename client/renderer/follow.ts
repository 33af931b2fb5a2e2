import { sameCamera } from '../../server/core/geometry/frame.ts';
import type { PictureLooks } from '../../server/core/looks/looks.ts';
import type { Graph } from '../../server/core/model/graph.ts';
import { nodeLooks } from '../../server/core/picture/find-looks.ts';
import { shownGraph } from '../../server/core/picture/graph-index.ts';
import { isPlaced } from '../state/shown/placed.ts';
import type { ExplorerState, ExplorerStore } from '../state/store.ts';
import type { CameraControl } from './camera.ts';
import type { Drawing } from './drawing.ts';
import type { Brush } from './emphasis/brush.ts';
import type { OverviewLater } from './overview/overview-later.ts';
import type { Show } from './show-graph.ts';

export interface FollowOptions {
  store: ExplorerStore;
  show: Show;
  overview: OverviewLater;
  camera: CameraControl;
  drawing: Drawing;
  brush: Brush;
}

/** Makes the picture show what the state says, now and whenever that changes. */
export function follow(options: FollowOptions): { kill(): void } {
  const { store, camera, show, overview } = options;
  let seen: ExplorerState | undefined;
  let killed = false;
  let [shown, drawnBy] = [undefined as Graph | undefined, undefined as PictureLooks | undefined];
  const draw = (state: ExplorerState, before: ExplorerState | undefined) => {
    const { view, positions, graph } = state;
    if (graph.state !== 'ready') return;
    const was = before?.view;
    const looks = nodeLooks(state);
    // The picture before stays until every node of the next has its place.
    if (!isPlaced(state)) return;
    const visible = shownGraph(state);
    if (!overview.isReadyFor(visible)) return void overview.load().then(again);
    if (shown !== visible || looks !== drawnBy) {
      [shown, drawnBy] = [visible, looks];
      show.graph(state);
    } else if (positions !== before?.positions || view.pins !== was?.pins) show.positions(state);
    else if (!sameCamera(view.camera, was?.camera)) camera.show(view.camera, true);
  };
  // Each change until then asks for it.
  const again = () => {
    const state = store.getState();
    if (!killed && shown !== shownGraph(state)) draw(state, undefined);
  };
  const keepUp = () => {
    const [state, before] = [store.getState(), seen];
    if (state === before) return;
    seen = state;
    const { view } = state;
    draw(state, before);
    const was = before?.view;
    if (view.theme !== was?.theme || view.select !== was?.select || view.textSize !== was?.textSize) {
      show.detail(state);
      options.brush.paint(view);
      options.drawing.rearrange();
    }
    const chosen = view.select !== before?.view.select;
    if (chosen || state.hovered !== before?.hovered || state.path !== before?.path) {
      show.detail(state);
      show.emphasis(state);
    }
    if ((state.arranging === undefined) !== (before?.arranging === undefined)) show.titles(state);
  };
  const unsubscribe = store.subscribe(keepUp);
  keepUp();
  return {
    kill: () => {
      killed = true;
      unsubscribe();
    },
  };
}
