/** A rectangle by its middle. Layout coordinates: y grows upwards. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whether two boxes share more than a border. */
export function overlap(a: Box, b: Box): boolean {
  return (
    2 * Math.abs(a.x - b.x) < a.width + b.width - 1e-6 && 2 * Math.abs(a.y - b.y) < a.height + b.height - 1e-6
  );
}
