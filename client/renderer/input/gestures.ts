import { hintElsewhere } from '../sigma/gesture-hint.ts';
import type { Picture } from '../sigma/picture.ts';

/** How the picture shares wheel and fingers with the page it stands in. */
export interface Gestures {
  /**
   * `shared`: the wheel zooms with Ctrl or ⌘ only, and one finger scrolls the page; `page`: it is only pointed
   * at, and neither moved nor dragged.
   */
  target: 'shared' | 'page';
  /** Told when a person does what would move the picture on a page of its own. */
  hint?: (by: 'wheel' | 'touch') => void;
}

/** Leaves wheel and fingers to the page round the picture. */
export function shareGestures(picture: Picture, { target, hint }: Gestures): void {
  const still = target === 'page';
  picture.setSettings({ gestureTarget: target, ...(still && { enableNodeDrag: false }) });
  // Sigma's settings that forbid to pan and zoom forbid it to us as well, and the view would not be framed.
  if (still) picture.getMouseCaptor().on('mousemovebody', (event) => event.preventSigmaDefault());
  hintElsewhere(picture, (by) => hint?.(by));
}
