import Sigma from 'sigma';
import type { Position } from '../../../server/core/geometry/position.ts';
import type { DrawnEdge, DrawnNode } from '../../../server/core/scene/build.ts';
import { leaveOut } from './leave-out.ts';

interface Hit {
  kind: 'node';
  key: string;
}

/** Sigma, but that it can be told to wait, and that it is told what is under the pointer. */
export class HeldSigma extends Sigma<DrawnNode, DrawnEdge> {
  // Both without a value: Sigma's constructor, which runs before one would be set, calls what asks for them.
  declare isHeld: boolean | undefined;
  /** The node at a point of the canvas, in pixels. */
  declare nodeAt: ((point: Position) => string | undefined) | undefined;

  /**
   * Runs changes of the graph that Sigma hears of but does not draw; the caller refreshes afterwards. For each
   * single node or edge that is dropped it would go over all that are left.
   */
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

interface Inner {
  webGLContext: WebGL2RenderingContext;
  initPickingFramebuffer(): void;
  getRenderParams(): object;
}
const inner = Sigma.prototype as unknown as Inner;

// Sigma 4.0.4 draws all nodes a second time, each in a colour of its own, and reads the pixel under the pointer
// back from the graphics card: at each press and click, and at each move of the pointer. To read it waits until
// all that was asked of the card is drawn; without a card that is half a second. It has no setting for that, and
// its types call these private.
Object.defineProperties(HeldSigma.prototype, {
  initPickingFramebuffer: {
    value(this: Inner): void {
      leaveOut(this.webGLContext);
      inner.initPickingFramebuffer.call(this);
    },
  },
  // What is drawn there is one pixel large, and cleared in each frame, but not drawn to.
  resetWebGLTexture: {
    value(this: Inner): Inner {
      return this;
    },
  },
  getRenderParams: {
    value(this: Inner): object {
      return { ...inner.getRenderParams.call(this), pickingFrameBuffer: null };
    },
  },
  getHitAtPosition: {
    value(this: HeldSigma, point: Position): Hit | null {
      const key = this.nodeAt?.(point);
      return key === undefined ? null : { kind: 'node', key };
    },
  },
});

/** Has Sigma no longer look for what is under a pointer that moves. */
export function withoutHover(sigma: HeldSigma): HeldSigma {
  const { internals } = sigma as unknown as { internals: { hoverResolver: { kill(): void } } };
  internals.hoverResolver.kill();
  return sigma;
}
