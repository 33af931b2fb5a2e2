import { type GroupTitle, groupTitles } from '../../server/core/labels/group-titles.ts';
import { MOST_SIZE } from '../../server/core/looks/sizes.ts';
import { isPlain } from '../../server/core/looks/weights.ts';
import { type PictureParts, pictureOf } from '../../server/core/picture/picture-of.ts';
import { buildGraph } from '../../server/core/scene/build.ts';
import type { ExplorerState } from '../state/store.ts';
import type { CameraControl } from './camera.ts';
import type { Drawing } from './drawing.ts';
import type { Brush } from './emphasis/brush.ts';
import { emphasisIn } from './emphasis/emphasis.ts';
import type { Glide } from './emphasis/glide.ts';
import type { OverviewLater } from './overview/overview-later.ts';
import type { Appearance, Picture } from './sigma/picture.ts';
import type { QuietGraph } from './sigma/quiet-graph.ts';
import type { Stage } from './stage.ts';

export interface ShowOptions {
  stage: Stage;
  picture: Picture;
  drawn: QuietGraph;
  appearance: Appearance;
  overview: OverviewLater;
  camera: CameraControl;
  drawing: Drawing;
  brush: Brush;
  glide: Glide;
}

/** Puts what the state says into the picture. */
export interface Show {
  /** Another graph, or the same with other nodes hidden or sized otherwise. */
  graph(state: ExplorerState): void;
  /** The same graph, some of whose nodes have moved. */
  positions(state: ExplorerState): void;
  emphasis(state: ExplorerState): void;
  /** The names of groups, which are there when their nodes are in place. */
  titles(state: ExplorerState): void;
  /** Of a big graph, what is drawn in full depends on what is in sight and what is raised. */
  detail(state: ExplorerState): void;
}

export function createShow(options: ShowOptions): Show {
  const { stage, picture, drawn, appearance, overview, camera, drawing, brush, glide } = options;
  let [shown, big] = [false, false];
  const emphasis = (state: ExplorerState) => brush.emphasise(emphasisIn(drawn, state));
  const redraw = (state: ExplorerState) => {
    appearance.plain = big && !overview.now()?.near();
    appearance.emphasis = undefined;
    brush.dip(state.view);
    drawing.take();
    picture.hold(() => emphasis(state));
    // Drawn in the next frame, with all else that changes until then: without a card each drawing takes long.
    picture.refresh({ schedule: true });
  };
  const detail = (state: ExplorerState) => {
    if (overview.now()?.choose(raisedBy(state), drawn)) redraw(state);
  };
  return {
    emphasis,
    detail,
    titles(state) {
      appearance.titles = titlesOf(state, pictureOf(state));
      drawing.rearrange();
    },
    graph(state) {
      glide.end();
      const parts = pictureOf(state);
      const { graph: visible, positions, looks } = parts;
      appearance.titles = titlesOf(state, parts);
      const { nodes, edges } = visible;
      big = isPlain(visible);
      const inPart = big ? overview.now() : undefined;
      if (inPart) inPart.take(visible, state.view, positions, looks);
      else {
        overview.now()?.clear();
        picture.hold(() => drawn.dropAllBut(keysOf(nodes), keysOf(edges)));
        drawn.quietly(() => {
          drawn.clear();
          buildGraph(visible, state.view, positions, drawn, looks);
        });
      }
      if (!inPart) redraw(state);
      stage.root.setAttribute(
        'aria-label',
        `Graph of ${counted(nodes.length, 'node')} and ${counted(edges.length, 'edge')}`,
      );
      camera.show(state.view.camera, shown);
      shown = true;
      if (inPart) detail(state);
    },
    positions(state) {
      const parts = pictureOf(state);
      const { positions } = parts;
      appearance.titles = titlesOf(state, parts);
      const before = new Map(drawn.mapNodes((key, { x, y }) => [key, { x, y }]));
      overview.now()?.move(positions);
      drawn.updateEachNodeAttributes((key, attributes) => {
        const { x, y } = positions.get(key) ?? attributes;
        return { ...attributes, x, y };
      });
      camera.show(state.view.camera, true);
      if (!big) glide.from(before);
      drawing.rearrange();
    },
  };
}

/** What is drawn in full wherever it is. */
function raisedBy({ view, hovered, path }: ExplorerState): string[] {
  const found = path?.found.state === 'ready' ? path.found.value.graph.edges.map(({ key }) => key) : [];
  return [...new Set([...(view.select ?? []), ...(hovered === undefined ? [] : [hovered]), ...found])];
}

/** The names of the groups that nodes are arranged by, and where. */
function titlesOf(
  { arranging }: ExplorerState,
  { graph, positions, looks: { groups, sizes } }: PictureParts,
): GroupTitle[] {
  if (!groups || arranging !== undefined) return [];
  const nodes = graph.nodes.flatMap(({ key }) => {
    const at = positions.get(key);
    return at ? [{ key, ...at, radius: sizes?.get(key) ?? MOST_SIZE }] : [];
  });
  return groupTitles(nodes, groups);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function keysOf(items: readonly { key: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ key }) => key));
}
