import type { Position } from '../../../server/core/geometry/position.ts';
import { byImportance, meantBy } from '../../../server/core/scene/build.ts';
import type { ExplorerStore } from '../../state/store.ts';
import type { RendererActions, RendererHandle } from '../actions.ts';
import type { ShowOptions } from '../show-graph.ts';
import type { AreaOptions } from './area-selection.ts';
import type { Gestures } from './gestures.ts';
import { listenToKeys } from './keyboard.ts';
import { listenToPointer } from './pointer.ts';

interface ListenOptions
  extends Pick<
    ShowOptions,
    'stage' | 'picture' | 'drawn' | 'appearance' | 'camera' | 'drawing' | 'overview'
  > {
  store: ExplorerStore;
  actions: RendererActions;
  acts: Pick<RendererHandle, 'fit' | 'zoomIn' | 'zoomOut' | 'focusOn' | 'pointOf'>;
  gestures: Gestures | undefined;
  area: ((options: AreaOptions) => { kill(): void }) | undefined;
}

/** Hears what a person does to a picture by keys and pointer, and makes actions of it. */
export function listenToPerson(options: ListenOptions): {
  /** The node that keys have gone to. */
  focused(): string | undefined;
  kill(): void;
} {
  const { stage, picture, drawn, appearance, camera, drawing, overview, store, acts } = options;
  const actions: RendererActions = {
    ...options.actions,
    select: (keys, how) =>
      options.actions.select(
        keys.flatMap((key) => meantBy(drawn, key)),
        how,
      ),
  };
  const view = () => store.getState().view;
  const selected = () => view().select ?? [];
  const keyboard = listenToKeys({
    element: stage.root,
    actions,
    handle: acts,
    graph: drawn,
    order: () => overview.now()?.order() ?? byImportance(drawn),
    selected,
    zooms: options.gestures?.target !== 'page',
    redraw: () => picture.scheduleRender(),
  });
  const labelAt = (point: Position) => drawing.labelAt(point) ?? overview.now()?.nodeAt(point);
  const edgeAt = (point: Position) => drawing.edgeAt(point) ?? overview.now()?.edgeAt(point);
  const pointer = listenToPointer({
    picture,
    element: stage.root,
    host: stage.host,
    actions,
    labelAt,
    edgeAt,
    hoversEdges: () => !appearance.plain,
    dropped: () => {
      drawing.setMoving(false);
      camera.hold(view().camera);
    },
  });
  const found = { pointOf: acts.pointOf, labelAt, edgeAt };
  const area = options.area?.({ stage, store, actions, graph: drawn, drawing: found });
  // A node of the selection takes the rest of it along.
  picture.setSettings({
    getDraggedNodes: (key) =>
      selected().includes(key) ? selected().filter((other) => drawn.hasNode(other)) : [key],
  });
  picture.on('nodeDragStart', () => drawing.setMoving(true));
  return {
    focused: keyboard.focused,
    kill: () => {
      for (const part of [area, pointer, keyboard]) part?.kill();
    },
  };
}
