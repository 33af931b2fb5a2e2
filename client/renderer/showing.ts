import { titlePoints } from '../../server/core/labels/group-titles.ts';
import type { ExplorerStore } from '../state/store.ts';
import type { RendererActions } from './actions.ts';
import { createCamera } from './camera.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { createBrush } from './emphasis/brush.ts';
import { createGlide } from './emphasis/glide.ts';
import { createOverviewLater } from './overview/overview-later.ts';
import { createShow, type Show, type ShowOptions } from './show-graph.ts';
import { bentLines } from './sigma/scene.ts';
import { type Surroundings, watchSurroundings } from './surroundings.ts';

interface ShowingOptions extends Pick<ShowOptions, 'stage' | 'picture' | 'drawn' | 'appearance'> {
  store: ExplorerStore;
  actions: RendererActions;
  focused(): string | undefined;
}

/** What shows the state in a picture, each of which tells the others when something has moved. */
export interface Showing extends Omit<ShowOptions, keyof ShowingOptions> {
  show: Show;
  kill(): void;
}

export function createShowing({ store, actions, focused, ...given }: ShowingOptions): Showing {
  const { picture, appearance, drawn } = given;
  const view = () => store.getState().view;
  const surroundings: Surroundings = watchSurroundings(() => {
    drawing.forgetFonts();
    brush.paint(view());
    drawing.rearrange();
  });
  const brush = createBrush(picture, appearance, surroundings);
  const overview = createOverviewLater(picture, appearance);
  const started = () => drawing.setMoving(true);
  const camera = createCamera({
    picture,
    appearance,
    isStill: surroundings.isStill,
    positions: () => [
      ...(overview.now()?.positions() ?? drawn.mapNodes((_, { x, y }) => ({ x, y }))),
      ...titlePoints(appearance.titles),
    ],
    lines: (scale) => (appearance.plain ? [] : bentLines(drawn, scale)),
    moved: actions.moveCamera,
    started,
    settled: () => {
      drawing.setMoving(false);
      show.detail(store.getState());
    },
  });
  const selected = () => view().select ?? [];
  const drawing: Drawing = createDrawing({ ...given, view: camera.seen, selected, focused });
  const glide = createGlide({
    drawn,
    isStill: surroundings.isStill,
    started,
    settled: () => {
      drawing.setMoving(false);
      drawing.rearrange();
    },
  });
  const parts = { overview, camera, drawing, brush, glide };
  const show: Show = createShow({ ...given, ...parts });
  return {
    ...parts,
    show,
    kill: () => {
      for (const part of [drawing, brush, glide, surroundings, camera, overview]) part.kill();
    },
  };
}
