import { describe, expect, it } from 'vitest';
import { openBare, openPicture, pair } from './without-browser.ts';

describe('a pointer that moves over the picture', () => {
  it('has nothing read back, when it moves or what is under it is drawn anew', async () => {
    const { sigma, calls, mouse } = await openPicture(await pair());
    mouse('pointermove');
    sigma.refresh();
    expect(calls('readPixels')).toEqual([]);
    expect(calls('fenceSync')).toEqual([]);
  });

  it('has Sigma by itself read a pixel back', async () => {
    const { calls, mouse } = await openBare(await pair());
    mouse('pointermove');
    expect(calls('readPixels').length).toBeGreaterThan(0);
  });
});
