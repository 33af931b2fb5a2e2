import { THEMES } from '../../../server/core/looks/theme.ts';
import type { Emphasis } from '../../../server/core/scene/emphasis.ts';
import type { View } from '../../../server/core/view/view.ts';
import type { Appearance, Picture } from '../sigma/picture.ts';
import type { Surroundings } from '../surroundings.ts';
import { createFade } from './fade.ts';

/** Sets what the picture is drawn by, and has it drawn. */
export interface Brush {
  /** Takes theme and selection up; whoever calls it has them drawn. */
  dip(view: View): void;
  /** Theme and selection. */
  paint(view: View): void;
  /** Fades all but what is in emphasis; without any it brings all back. */
  emphasise(wanted: Emphasis | undefined): void;
  kill(): void;
}

export function createBrush(picture: Picture, appearance: Appearance, surroundings: Surroundings): Brush {
  let fading = false;
  const repaint = () => {
    picture.refresh({ skipIndexation: true, schedule: true });
  };
  const fade = createFade(() => {
    appearance.fade = fade.amount();
    if (appearance.fade === 0 && !fading) {
      appearance.emphasis = undefined;
    }
    repaint();
  });
  const dip = (view: View) => {
    appearance.theme = THEMES[view.theme ?? surroundings.theme()];
    appearance.selected = new Set(view.select);
    appearance.textSize = view.textSize;
    picture.getContainer().style.backgroundColor = appearance.theme.ground;
  };
  return {
    dip,
    paint(view) {
      dip(view);
      repaint();
    },
    emphasise(wanted) {
      fading = wanted !== undefined;
      if (wanted) {
        appearance.emphasis = wanted;
        if (appearance.fade === 1) return repaint();
      }
      fade.to(wanted ? 1 : 0, surroundings.isStill());
    },
    kill: fade.kill,
  };
}
