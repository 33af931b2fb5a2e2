import Sigma from 'sigma';
import type { Position } from '../../../server/core/geometry/position.ts';
import type { DrawnEdge, DrawnNode } from '../../../server/core/scene/build.ts';

/**
 * Sigma, but that it can be told to wait. For each single node or edge that is dropped, Sigma 4.0.4 goes over all that
 * are left. Needless once its refreshes can be put off, or dropping many at once is one refresh.
 */
export class HeldSigma extends Sigma<DrawnNode, DrawnEdge> {
  isHeld = false;
  /** The node at a point of the canvas, in pixels. */
  nodeAt: (point: Position) => string | undefined = () => undefined;

  /** Runs changes of the graph that Sigma hears of but does not draw; the caller refreshes afterwards. */
  hold(change: () => void): void {
    this.isHeld = true;
    try {
      change();
    } finally {
      this.isHeld = false;
    }
  }

  override refresh(options?: Parameters<Sigma['refresh']>[0]): this {
    return this.isHeld ? this : super.refresh(options);
  }
}
