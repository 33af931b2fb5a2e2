import { describe, expect, it } from 'vitest';
import { openBare, openPicture, pair } from './without-browser.ts';

describe('a press on the picture', () => {
  it('is on the node that the picture says is there, without a look at what is drawn', async () => {
    const { sigma, calls, mouse } = await openPicture(await pair());
    const told: string[] = [];
    sigma.on('downNode', ({ node }) => told.push(`down ${node}`));
    sigma.on('clickNode', ({ node }) => told.push(`click ${node}`));
    sigma.on('downStage', () => told.push('down on nothing'));
    sigma.nodeAt = ({ x, y }) => (x === 400 && y === 300 ? 'a' : undefined);
    mouse('pointerdown', 'pointerup');
    sigma.nodeAt = () => undefined;
    mouse('pointerdown');
    expect(told).toEqual(['down a', 'click a', 'down on nothing']);
    expect(calls('readPixels')).toEqual([]);
  });

  it('has Sigma by itself read a pixel back', async () => {
    const { calls, mouse } = await openBare(await pair());
    mouse('pointerdown');
    expect(calls('readPixels').length).toBeGreaterThan(0);
  });
});
