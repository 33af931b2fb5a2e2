import type { CameraControl } from './camera.ts';
import type { Drawing } from './drawing.ts';
import type { Picture } from './sigma/picture.ts';

interface ResizingOptions {
  element: HTMLElement;
  picture: Picture;
  camera: CameraControl;
  drawing: Drawing;
  /** The view's camera. */
  wanted(): Parameters<CameraControl['show']>[0];
}

/** Has the picture fill its element, whatever size that gets. */
export function followSize({ element, picture, camera, drawing, wanted }: ResizingOptions): { kill(): void } {
  const observer = new ResizeObserver(([entry]) => {
    if (!entry?.contentRect.width || !entry.contentRect.height) return;
    const before = picture.getDimensions();
    picture.resize();
    // The caption of a story's step makes more or less room for the picture, which must not end the way to it.
    camera.show(wanted(), camera.isTravelling());
    drawing.rearrange();
    const { width, height } = picture.getDimensions();
    // A canvas of another size is empty: drawn in the next frame, it would flash.
    if (width !== before.width || height !== before.height)
      picture.refresh({ partialGraph: {}, skipIndexation: true });
  });
  observer.observe(element);
  return { kill: () => observer.disconnect() };
}
