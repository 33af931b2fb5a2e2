import { Program } from 'sigma/rendering';

const prototype = Program.prototype as unknown as { getProgramInfo: unknown };
// Evaluated before the product changes it.
const { getProgramInfo } = prototype;

/** Has Sigma compile all its programs from now on, as it does without the product. */
export function letSigmaCompile(): void {
  prototype.getProgramInfo = getProgramInfo;
}
