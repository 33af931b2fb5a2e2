import type { DrawnGraph } from '../../../server/core/scene/build.ts';
import type { Appearance, Picture } from '../sigma/picture.ts';
import type { Scene } from '../sigma/scene.ts';
import type { Stage } from '../stage.ts';

interface SlideOptions {
  picture: Picture;
  stage: Stage;
  appearance: Appearance;
  graph: DrawnGraph;
  /** What the camera shows now. */
  view(): Pick<Scene, 'scale'>;
}

/**
 * Moves what is written along with a picture that is panned: writing it anew costs as much as drawing it all.
 *
 * @returns Takes what is written, and gives whether it could be moved.
 */
export function createSlide({ picture, stage, appearance, view, graph }: SlideOptions) {
  let slid: typeof appearance.emphasis;
  return (scene: Scene | undefined): boolean => {
    const { scale } = view();
    const [before] = scene?.nodes.values() ?? [];
    if (scene?.scale !== scale || !before || !graph.hasNode(before.key)) return false;
    if (appearance.emphasis !== slid) {
      slid = appearance.emphasis;
      return false;
    }
    const now = picture.graphToViewport(graph.getNodeAttributes(before.key));
    stage.overlay.style.transform = `translate(${now.x - before.x}px, ${now.y - before.y}px)`;
    return true;
  };
}
