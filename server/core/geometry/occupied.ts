import { type Box, overlap } from './box.ts';

/** Columns and rows of cells are told apart by one number: this many of each, counted round. */
const CELLS = 1 << 16;

/** Boxes that are taken, in a grid, so that asking about a place costs about as much as is near it. */
export class Occupied<B extends Box = Box> {
  readonly #cell: number;
  readonly #cells = new Map<number, B[]>();

  /** Takes about the usual length of a box's side. */
  constructor(cell: number, boxes: Iterable<B> = []) {
    this.#cell = Math.max(1, cell);
    for (const box of boxes) this.add(box);
  }

  add(box: B): void {
    this.#some(box, (at) => {
      const boxes = this.#cells.get(at);
      if (boxes) boxes.push(box);
      else this.#cells.set(at, [box]);
      return false;
    });
  }

  /** Whether a box overlaps none of those taken. */
  isFree(box: Box): boolean {
    return !this.#some(box, (at) => this.#cells.get(at)?.some((taken) => overlap(taken, box)));
  }

  /** Those taken that a box overlaps. */
  under(box: Box): B[] {
    const found = new Set<B>();
    this.#some(box, (at) => {
      for (const taken of this.#cells.get(at) ?? []) if (overlap(taken, box)) found.add(taken);
      return false;
    });
    return [...found];
  }

  /** Whether a test holds for any of the cells under a box. */
  #some({ x, y, width, height }: Box, test: (cell: number) => boolean | undefined): boolean {
    const at = (value: number) => Math.floor(value / this.#cell);
    const [right, top] = [at(x + width / 2), at(y + height / 2)];
    for (let i = at(x - width / 2); i <= right; i++)
      for (let j = at(y - height / 2); j <= top; j++) if (test(i * CELLS + j)) return true;
    return false;
  }
}
