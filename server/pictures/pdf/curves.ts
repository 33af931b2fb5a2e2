import { EntenteError } from '../../core/model/errors.ts';

/** How many numbers follow each command of a path that resvg has simplified. */
const LENGTHS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/**
 * A simplified SVG path with its quadratic curves as cubic ones, as PDF has no others: the ends stay, both control
 * points lie two thirds of the way to that of the quadratic curve.
 *
 * @throws EntenteError `not_implemented` for other commands than absolute M, L, Q, C and Z
 */
export function withCubicCurves(path: string): string {
  let at: readonly number[] = [0, 0];
  const commands = path.match(/[a-z][^a-z]*(?:e-?\d[^a-z]*)*/gi) ?? [];
  return commands
    .map((command) => {
      const name = command.charAt(0);
      const numbers = command
        .slice(1)
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number);
      if (numbers.length !== LENGTHS[name] || !numbers.every(Number.isFinite)) throw unknown(command);
      const from = at;
      if (numbers.length > 0) at = numbers.slice(-2);
      return name === 'Q' ? `C ${cubic(from, numbers).join(' ')}` : `${name} ${numbers.join(' ')}`.trim();
    })
    .join(' ');
}

function cubic(
  [fromX = 0, fromY = 0]: readonly number[],
  [controlX = 0, controlY = 0, x = 0, y = 0]: number[],
) {
  const toward = (end: number, control: number) => end + (2 / 3) * (control - end);
  return [toward(fromX, controlX), toward(fromY, controlY), toward(x, controlX), toward(y, controlY), x, y];
}

function unknown(command: string): EntenteError {
  const message = `The picture has the path command ${command.slice(0, 40)}, which cannot be written as PDF yet. Take it as SVG.`;
  return new EntenteError('not_implemented', message);
}
