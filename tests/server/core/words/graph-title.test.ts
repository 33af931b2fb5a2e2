import { expect, it } from 'vitest';
import type { GraphNode } from '../../../../server/core/model/graph.ts';
import { titleOfGraph } from '../../../../server/core/words/graph-title.ts';

const nodes = (...captions: string[]): GraphNode[] =>
  captions.map((caption, at) => ({
    key: `n${at}`,
    attributes: { caption, labels: [], properties: {}, degree: at },
  }));

it('calls a graph after its most connected nodes, and says how many more there are', () => {
  expect(titleOfGraph({ nodes: nodes('A', 'B', 'C', 'D', 'E') })).toBe('Relationships of E, D, C and 2 more');
  expect(titleOfGraph({ nodes: nodes('A', 'B', 'C') })).toBe('Relationships of C, B and A');
  expect(titleOfGraph({ nodes: nodes('A') })).toBe('Relationships of A');
  expect(titleOfGraph({ nodes: [] })).toBeUndefined();
});
