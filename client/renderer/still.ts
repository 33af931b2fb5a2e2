import type { Picture } from './picture.ts';
import type { Stage } from './stage.ts';

/** What is on the canvas at this moment as a bitmap of its own, which outlives the picture. */
export function stillOf(picture: Picture, { host, overlay }: Stage): HTMLCanvasElement {
  const still = document.createElement('canvas');
  still.width = overlay.width;
  still.height = overlay.height;
  const context = still.getContext('2d');
  // A browser keeps what WebGL has drawn only until the end of the task that drew it.
  picture.refresh({ skipIndexation: true });
  for (const canvas of [...host.querySelectorAll('canvas'), overlay])
    context?.drawImage(canvas, 0, 0, still.width, still.height);
  return still;
}
