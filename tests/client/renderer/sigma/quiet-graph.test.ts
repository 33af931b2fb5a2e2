import { describe, expect, it } from 'vitest';
import { openBare, openPicture, pair } from './without-browser.ts';

describe('a graph that is changed quietly', () => {
  it('is another one to Sigma when that is refreshed, which hears only of what is gone', async () => {
    const graph = await pair();
    const { sigma } = await openPicture(graph);
    const heard: string[] = [];
    graph.on('nodeAdded', ({ key }) => heard.push(`added ${key}`));
    graph.on('nodeDropped', ({ key }) => heard.push(`dropped ${key}`));
    graph.on('edgeDropped', ({ key }) => heard.push(`dropped ${key}`));
    sigma.hold(() => graph.dropAllBut(new Set(['a']), new Set()));
    graph.quietly(() => graph.addNode('c', { ...graph.getNodeAttributes('a'), x: 40 }));
    expect(heard).toEqual(['dropped 1', 'dropped 2', 'dropped b']);
    expect(sigma.getNodeDisplayData('c')).toBeUndefined();
    sigma.refresh();
    expect(sigma.getNodeDisplayData('c')).toBeDefined();
  });

  it('is asked of graphs, as Sigma goes on grouping parallel edges by its first one', async () => {
    const first = await pair();
    const other = first.copy() as typeof first;
    first.dropEdge('2');
    const { sigma } = await openBare(first);
    sigma.setGraph(other as never);
    expect(sigma.getEdgeState('1')).toMatchObject({ parallelCount: 1 });
  });
});
