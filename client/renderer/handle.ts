import type { Position } from '../../server/core/geometry/position.ts';
import type { DrawnGraph } from '../../server/core/scene/build.ts';
import type { ExplorerStore } from '../state/store.ts';
import type { RendererActions, RendererHandle } from './actions.ts';
import type { CameraControl } from './camera.ts';
import type { Drawing } from './drawing.ts';
import type { OverviewLater } from './overview/overview-later.ts';

export interface HandleOptions {
  graph: DrawnGraph;
  store: ExplorerStore;
  actions: RendererActions;
  camera: CameraControl;
  drawing: Drawing;
  overview: OverviewLater;
}

/** What the page may ask of the picture. */
export function handleActs(
  options: HandleOptions,
): Omit<RendererHandle, 'kill' | 'element' | 'still' | 'stillLater'> {
  const { graph, store, actions, camera, drawing, overview } = options;
  return {
    fit: () => {
      if (store.getState().view.camera) actions.moveCamera(undefined);
      camera.show(undefined, true);
    },
    zoomIn: () => camera.zoomBy(1.4),
    zoomOut: () => camera.zoomBy(1 / 1.4),
    focusOn: (key) => {
      const at = centreOf(graph, key) ?? overview.now()?.centreOf(key);
      if (at) camera.centreOn(at);
    },
    setInsets: (insets, controls = []) => {
      camera.setInsets(
        insets,
        controls.map(({ left, top, width, height }) => ({
          x: left + width / 2,
          y: top + height / 2,
          width,
          height,
        })),
      );
      // Before anything is shown there is nothing whose movement is to be followed.
      camera.show(store.getState().view.camera, graph.order > 0);
      drawing.rearrange();
    },
    labelBoxes: drawing.labelBoxes,
    pointOf: (key) => drawing.pointOf(key) ?? overview.now()?.pointOf(key),
    middleOf: drawing.middleOf,
  };
}

function centreOf(graph: DrawnGraph, key: string): Position | undefined {
  if (graph.hasNode(key)) return graph.getNodeAttributes(key);
  if (!graph.hasEdge(key)) return undefined;
  const [from, to] = graph.extremities(key).map((end) => graph.getNodeAttributes(end));
  return from && to && { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}
