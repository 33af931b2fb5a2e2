import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from '../../../server/core/scene/build.ts';

/**
 * Has Sigma no longer look for what is under a pointer that moves, which `listenToHover` does. Sigma 4.0.4 reads it back
 * from the graphics card after each move and each frame, and nothing is drawn for it to find. Needless once a setting
 * switches hovering off.
 */
export function endHoverReads(sigma: Sigma<DrawnNode, DrawnEdge>): void {
  const { internals } = sigma as unknown as { internals: { hoverResolver: { kill(): void } } };
  internals.hoverResolver.kill();
}
