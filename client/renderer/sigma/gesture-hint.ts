import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from '../../../server/core/scene/build.ts';

/**
 * Tells somebody else that the page has kept a wheel or a finger. The hint of Sigma 4.0.4 brings a style element, which
 * the content security policy forbids. Needless once Sigma styles it otherwise, or tells of it by an event.
 */
export function hintElsewhere(
  sigma: Sigma<DrawnNode, DrawnEdge>,
  hint: (by: 'wheel' | 'touch') => void,
): void {
  sigma._showGestureHint = hint;
}
