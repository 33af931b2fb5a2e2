import type { Picture } from './sigma/picture.ts';
import type { Stage } from './stage.ts';

/** What is on the canvas at this moment as a bitmap of its own, which outlives the picture. */
export function stillOf(picture: Picture, { host, overlay }: Stage): HTMLCanvasElement {
  // A browser keeps what WebGL has drawn only until the end of the task that drew it.
  picture.refresh({ skipIndexation: true });
  return flattened(overlay, [...host.querySelectorAll('canvas'), overlay]);
}

/** Several canvases as one of the size of the first. */
export function flattened(
  { width, height }: HTMLCanvasElement,
  layers: Iterable<HTMLCanvasElement>,
): HTMLCanvasElement {
  const still = document.createElement('canvas');
  Object.assign(still, { width, height });
  const context = still.getContext('2d');
  for (const canvas of layers) context?.drawImage(canvas, 0, 0, width, height);
  return still;
}
