import type { HeldSigma } from './held-sigma.ts';

interface Hit {
  kind: 'node';
  key: string;
}

/**
 * Has Sigma ask `nodeAt` for what is pressed or clicked. Sigma 4.0.4 reads the pixel under the pointer back from the
 * graphics card, where it has drawn every node in a colour of its own; to read, it waits until all that was asked of
 * the card is drawn, which without a card is half a second. Needless once Sigma takes a hit test of its user's.
 */
export function hitByNodeAt(sigma: HeldSigma): void {
  const getHitAtPosition = (point: { x: number; y: number }): Hit | null => {
    const key = sigma.nodeAt(point);
    return key === undefined ? null : { kind: 'node', key };
  };
  Object.assign(sigma, { getHitAtPosition });
}
