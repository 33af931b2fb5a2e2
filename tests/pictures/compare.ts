import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Where the pictures are that all others are held against, and where a failure leaves what differs. */
const [REFERENCES, DIFFERENCES] = [import.meta.dirname, join(import.meta.dirname, '../../dist/differences')];

/** How far a picture may be from its reference: how different a pixel may look, and how many may look more so. */
export interface Tolerance {
  /** From 0 to 1, as pixelmatch has it: smoothed otherwise, the pixels along an edge differ by less. */
  threshold: number;
  /** As a share of all pixels. */
  share: number;
}

/** Pictures of few edges and no words, of which little is smoothed. */
const MARKS = /^(lines|parallels|shapes)/;

/**
 * Edges smoothed otherwise, as where all is moved by a twenty-fifth of a pixel, pass; what a reader would see does not:
 * parallel lines a tenth wider differ by more.
 */
export function toleranceOf(name: string): Tolerance {
  return { threshold: 0.1, share: MARKS.test(name) ? 0.0008 : 0.0075 };
}

/**
 * How much of a picture looks other than its reference, as a share of all pixels; 1 where it is of another size. With
 * `ENTENTE_PICTURES=write` the picture becomes the reference.
 *
 * @param name A folder and a name, such as `svg/story`.
 * @throws Error when there is no reference
 */
export function differenceFrom(name: string, picture: Uint8Array, { threshold, share }: Tolerance): number {
  const file = join(REFERENCES, `${name}.png`);
  if (process.env.ENTENTE_PICTURES === 'write') return write(file, picture);
  if (!existsSync(file))
    throw new Error(
      `There is no reference ${file}. Write it by: ENTENTE_PICTURES=write npm test -- pictures`,
    );
  const [before, now] = [readFileSync(file), picture].map((each) => PNG.sync.read(Buffer.from(each)));
  if (!before || !now || before.width !== now.width || before.height !== now.height) return 1;
  const { width, height } = before;
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(before.data, now.data, difference.data, width, height, {
    threshold,
    includeAA: true,
  });
  if (pixels / (width * height) > share) {
    write(join(DIFFERENCES, `${name}.png`), PNG.sync.write(difference));
    write(join(DIFFERENCES, `${name}-now.png`), picture);
  }
  return pixels / (width * height);
}

function write(file: string, picture: Uint8Array): 0 {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture);
  return 0;
}
