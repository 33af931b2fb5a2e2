import { describe, expect, it } from 'vitest';
import { aboutGraph } from '../../../../server/core/formats/about.ts';
import { fileName } from '../../../../server/core/formats/format.ts';
import { edgeColumns, nodeColumns } from '../../../../server/core/formats/table.ts';
import type { GraphEdge, GraphNode, Properties } from '../../../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../../../server/core/model/graph-options.ts';

const node = (key: string, properties: Properties, propertyTypes = {}): GraphNode => ({
  key,
  attributes: { caption: key, labels: [], degree: 0, properties, propertyTypes },
});
const edge = (properties: Properties): GraphEdge => ({
  key: 'e',
  source: 'a',
  target: 'b',
  attributes: { type: 'T', sign: 1, properties },
});
/** What a generator comes to. */
function ended<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
const typed = (nodes: GraphNode[]) =>
  Object.fromEntries(ended(nodeColumns(nodes)).map(({ title, type }) => [title, type]));

describe('the columns of a graph', () => {
  it('go by another name where the format has one of its own', () => {
    const [one] = ended(nodeColumns([node('a', { Label: 'x', 'Label (property)': 'y' })])).slice(2);
    expect(one?.title).toBe('Label (property)');
    const titles = ended(nodeColumns([node('a', { Label: 'x', 'Label (property)': 'y' })])).map(
      ({ title }) => title,
    );
    expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length);
  });

  it('leave out a property that only repeats the key or the sign, and keep one that differs anywhere', () => {
    expect(typed([node('a', { id: 'a' }), node('b', { id: 'b' })])).not.toHaveProperty('id (property)');
    expect(typed([node('a', { id: 'a' }), node('b', { id: 'c' })])).toHaveProperty('id (property)');
    expect(typed([node('a', { id: 'a' }), node('b', {})])).toHaveProperty('id (property)');
    expect(ended(edgeColumns([edge({ sign: 1 })])).map(({ title }) => title)).toEqual(['type', 'sign']);
    expect(ended(edgeColumns([edge({ sign: -1 })])).map(({ title }) => title)).toContain('sign (property)');
  });

  it('have the one type that holds all values of a property', () => {
    expect(typed([node('a', { n: 1 }), node('b', { n: 1.5 })]).n).toBe('float');
    expect(typed([node('a', { n: 1 }), node('b', { n: 'x' })]).n).toBe('text');
    expect(typed([node('a', { n: 1 }), node('b', { n: [1] })]).n).toBe('text');
    const large = node('b', { n: '9007199254740993' }, { n: 'Integer' });
    expect(typed([node('a', { n: 1 }), large]).n).toBe('integer');
    expect(typed([node('a', { n: 1.5 }), large]).n).toBe('text');
  });

  it('are told of in plain words, and saved under a name that any file system takes', () => {
    const attributes = { truncated: true, total: { nodes: 2, edges: 1 }, snapshot: 'a/b"c' };
    const about = aboutGraph({ attributes, options: GRAPH_OPTIONS, nodes: [node('a', {})], edges: [] });
    expect(about).toContain('1 node, 0 edges. Cut off at a limit: there are at least 2 nodes and 1 edge.');
    expect(fileName('../a b"c', 'gexf')).toBe('entente-abc.gexf');
    expect(fileName('', 'csv')).toBe('entente.zip');
  });
});
