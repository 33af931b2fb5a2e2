import { Program } from 'sigma/rendering';

interface Compiling {
  ATTRIBUTES: readonly { name: string }[];
  getProgramInfo(name: 'normal' | 'pick', gl: WebGL2RenderingContext, ...rest: unknown[]): object | null;
}

/** What every program of labels has of each vertex, and no other program. */
const OF_LABELS = 'a_labelWidth';

const prototype = Program.prototype as unknown as Compiling;
const compile = prototype.getProgramInfo;

/**
 * Has Sigma compile only what this picture draws: nodes and edges. Sigma 4.0.4 compiles its labels, which are drawn on
 * the overlay, and each program once more to look clicks up in, which `hitByNodeAt` does without: that takes longer
 * than all the rest where there is no graphics card. A program that is not there for picking is one that Sigma
 * provides for and skips. Needless once Sigma compiles a program when it is first drawn.
 */
prototype.getProgramInfo = function getProgramInfo(this: Compiling, name, gl, ...rest) {
  if (name === 'pick') return null;
  // WebGL takes null for nothing to be deleted, which is all that Sigma does with what it never draws.
  if (this.ATTRIBUTES.some((attribute) => attribute.name === OF_LABELS))
    return { gl, program: null, buffer: null, vertexShader: null, fragmentShader: null };
  return compile.call(this, name, gl, ...rest);
};
