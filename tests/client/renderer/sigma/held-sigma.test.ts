import { describe, expect, it, vi } from 'vitest';
import { openBare, openPicture, pair } from './without-browser.ts';

describe('a picture that is held', () => {
  it('goes over its graph once it is refreshed, and not for each node that is dropped', async () => {
    const graph = await pair();
    const { sigma } = await openPicture(graph);
    const goneOver = vi.spyOn(graph, 'forEachNode');
    sigma.hold(() => graph.dropNode('a'));
    expect(goneOver).not.toHaveBeenCalled();
    sigma.refresh();
    expect(goneOver).toHaveBeenCalled();
    expect(sigma.getNodeDisplayData('a')).toBeUndefined();
  });

  it('is asked of Sigma, as it goes over all nodes that are left for each thing that is dropped', async () => {
    const graph = await pair();
    const seen: string[] = [];
    await openBare(graph, {
      nodeReducer: (key) => {
        seen.push(key);
        return {};
      },
    });
    seen.length = 0;
    graph.dropNode('a');
    // Both of its edges, then the node.
    expect(seen).toEqual(['a', 'b', 'a', 'b', 'b']);
  });
});
