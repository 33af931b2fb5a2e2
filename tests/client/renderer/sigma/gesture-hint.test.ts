import { describe, expect, it, vi } from 'vitest';
import { openBare, openPicture, pair } from './without-browser.ts';

describe('the hint that the page has kept a wheel', () => {
  it('is given where the picture says, and brings no style element', async () => {
    const { shareGestures } = await import('../../../../client/renderer/input/gestures.ts');
    const { sigma, mouse, styles } = await openPicture(await pair());
    const hint = vi.fn();
    shareGestures(sigma, { target: 'shared', hint });
    mouse('wheel');
    expect(hint).toHaveBeenCalledWith('wheel');
    expect(styles()).toBe(0);
    sigma.kill();
  });

  it('brings a style element of Sigma by itself', async () => {
    const { mouse, styles } = await openBare(await pair(), { settings: { gestureTarget: 'shared' } });
    mouse('wheel');
    expect(styles()).toBeGreaterThan(0);
  });
});
