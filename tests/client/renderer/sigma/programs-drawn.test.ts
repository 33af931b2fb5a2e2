import { describe, expect, it } from 'vitest';
import { type Opened, openBare, openPicture, pair } from './without-browser.ts';

// Before the product changes how they are compiled.
const own = compiled(await openBare(await pair()));

/** The shaders that Sigma has had compiled, and for what. */
function compiled({ calls }: Opened<unknown>) {
  const texts = calls('shaderSource').map(([, text]) => String(text));
  const having = (mark: string) => texts.filter((text) => text.includes(mark)).length;
  return {
    nodesAndEdges: having('context.sdf ='),
    picking: having('#define PICKING_MODE'),
    labels: having('in float a_labelWidth'),
  };
}

describe('the programs of the picture', async () => {
  const picture = await openPicture(await pair());

  it('are those of nodes and edges, and neither labels nor what clicks are looked up in', () => {
    expect(compiled(picture)).toEqual({ nodesAndEdges: 2, picking: 0, labels: 0 });
  });

  it('draw nodes and edges once each', () => {
    const before = picture.calls('drawArraysInstanced').length;
    picture.sigma.refresh();
    expect(picture.calls('drawArraysInstanced').length - before).toBe(2);
  });

  it('go with the picture', async () => {
    const { sigma, calls } = await openPicture(await pair());
    sigma.kill();
    const gone = calls('deleteProgram').filter(([program]) => program !== null);
    expect(gone.length).toBe(calls('createProgram').length);
  });

  it('are more of Sigma by itself', () => {
    expect(own.picking).toBeGreaterThan(0);
    expect(own.labels).toBeGreaterThan(0);
  });
});
