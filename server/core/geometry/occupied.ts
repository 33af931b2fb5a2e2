import { type Box, overlap } from './box.ts';

/** Boxes that are taken, in a grid, so that asking about a place costs about as much as is near it. */
export class Occupied {
  readonly #cell: number;
  readonly #cells = new Map<string, Box[]>();

  /** Takes about the usual length of a box's side. */
  constructor(cell: number) {
    this.#cell = Math.max(1, cell);
  }

  add(box: Box): void {
    for (const at of this.#cellsOf(box)) {
      const boxes = this.#cells.get(at);
      if (boxes) boxes.push(box);
      else this.#cells.set(at, [box]);
    }
  }

  /** Whether a box overlaps none of those taken. */
  isFree(box: Box): boolean {
    for (const at of this.#cellsOf(box)) {
      if (this.#cells.get(at)?.some((taken) => overlap(taken, box))) return false;
    }
    return true;
  }

  /** The boxes taken in the neighbourhood of a box; some may be named twice. */
  near(box: Box): Box[] {
    return [...this.#cellsOf(box)].flatMap((at) => this.#cells.get(at) ?? []);
  }

  /**
   * The free place nearest to where a box is, looking outwards in rings. Gives the middle of that place.
   */
  nearestFree(box: Box): { x: number; y: number } {
    if (this.isFree(box)) return { x: box.x, y: box.y };
    const [stepX, stepY] = [Math.max(4, box.width / 4), Math.max(4, box.height / 3)];
    for (let ring = 1; ; ring++) {
      for (const [right, up] of ringOf(ring)) {
        const place = { ...box, x: box.x + right * stepX, y: box.y + up * stepY };
        if (this.isFree(place)) return { x: place.x, y: place.y };
      }
    }
  }

  *#cellsOf({ x, y, width, height }: Box): Iterable<string> {
    const column = (value: number) => Math.floor(value / this.#cell);
    for (let i = column(x - width / 2); i <= column(x + width / 2); i++) {
      for (let j = column(y - height / 2); j <= column(y + height / 2); j++) yield `${i},${j}`;
    }
  }
}

/** The steps to the cells of a square ring, the nearest to its middle first. */
function ringOf(ring: number): [number, number][] {
  const cells: [number, number][] = [];
  for (let at = -ring; at <= ring; at++) {
    cells.push([at, ring], [at, -ring]);
    if (Math.abs(at) < ring) cells.push([ring, at], [-ring, at]);
  }
  return cells.sort((a, b) => a[0] ** 2 + a[1] ** 2 - b[0] ** 2 - b[1] ** 2 || a[0] - b[0] || a[1] - b[1]);
}
