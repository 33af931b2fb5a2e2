import type { Picture } from './sigma/picture.ts';
import type { Stage } from './stage.ts';
import { flattened } from './still.ts';

/** How long between looks whether the graphics card has answered, in milliseconds. */
const AGAIN = 16;

/**
 * What is on the canvas at this moment as a bitmap of its own, as `stillOf` gives it, but that the page need not
 * stand still until the graphics card has drawn: it may be busy with other pictures, and a machine without one
 * takes up to a second.
 *
 * @param idle Settles when the graphics have nothing to do.
 * @returns Undefined where the context was lost meanwhile.
 */
export async function stillLater(
  picture: Picture,
  { host, overlay }: Stage,
  idle: () => Promise<void>,
): Promise<HTMLCanvasElement | undefined> {
  const gl = host.querySelector('canvas')?.getContext('webgl2');
  if (!gl) return undefined;
  picture.refresh({ skipIndexation: true });
  const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
  const written = flattened(overlay, [overlay]);
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, width * height * 4, gl.STREAM_READ);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, 0);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  while (fence && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) {
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
    if (gl.isContextLost()) return undefined;
  }
  // What is drawn already is handed over by graphics that may have begun with something else.
  await idle();
  if (gl.isContextLost()) return undefined;
  const pixels = new Uint8ClampedArray(width * height * 4);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, pixels);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  gl.deleteBuffer(buffer);
  gl.deleteSync(fence);
  const drawn = document.createElement('canvas');
  Object.assign(drawn, { width, height });
  drawn.getContext('2d')?.putImageData(new ImageData(upright(pixels, width), width), 0, 0);
  return flattened(overlay, [drawn, written]);
}

/** Pixels as WebGL gives them, from the bottom and multiplied by their opacity, as an image has them. */
function upright(pixels: Uint8ClampedArray, width: number): Uint8ClampedArray<ArrayBuffer> {
  const image = new Uint8ClampedArray(pixels.length);
  const row = width * 4;
  for (let from = 0; from < pixels.length; from += row)
    image.set(pixels.subarray(from, from + row), pixels.length - row - from);
  for (let at = 0; at < image.length; at += 4) {
    const opacity = (image[at + 3] ?? 0) / 255;
    if (opacity === 0 || opacity === 1) continue;
    for (let channel = at; channel < at + 3; channel += 1) image[channel] = (image[channel] ?? 0) / opacity;
  }
  return image;
}
