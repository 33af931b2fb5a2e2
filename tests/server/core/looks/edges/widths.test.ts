import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  sameWidths,
  widthsByConfidence,
  widthsByParallels,
  widthsByProperty,
} from '../../../../../server/core/looks/edges/widths.ts';
import { numericEdgeProperties } from '../../../../../server/core/looks/telling.ts';
import type { Graph } from '../../../../../server/core/model/graph.ts';
import { anyGraph } from '../../layout/arbitrary.ts';

/** A graph whose edges have these values of a property; undefined for none. */
function withValues(graph: Graph, values: readonly unknown[]): Graph {
  return {
    ...graph,
    edges: graph.edges.map((edge, at) => {
      const value = values[at % values.length];
      const properties = value === undefined ? {} : { weight: value };
      return { ...edge, attributes: { ...edge.attributes, properties } };
    }),
  } as Graph;
}
const values = fc.array(fc.option(fc.double({ min: -50, max: 1e6, noNaN: true }), { nil: undefined }), {
  minLength: 1,
  maxLength: 20,
});

describe('widths of edges', () => {
  it('grow with a property, never leave what can be seen, and are there for every edge', () => {
    fc.assert(
      fc.property(anyGraph, values, (graph, list) => {
        const given = withValues(graph, list);
        const { widths } = widthsByProperty(given, 'weight');
        expect(widths.size).toBe(given.edges.length);
        const pairs = given.edges.map(({ key, attributes }) => [
          (attributes.properties.weight as number | undefined) ?? -Infinity,
          widths.get(key) ?? Number.NaN,
        ]) as [number, number][];
        for (const [, width] of pairs) expect(width >= 1 && width <= 4).toBe(true);
        const sorted = [...pairs].sort(([a], [b]) => a - b);
        for (const [at, [, width]] of sorted.entries())
          if (at > 0) expect(width).toBeGreaterThanOrEqual((sorted[at - 1]?.[1] ?? 0) - 1e-9);
      }),
    );
  });

  it('are told in a key that names the least and the most there is', () => {
    const graph = { edges: [] } as unknown as Graph;
    const edge = (key: string, weight?: number) => ({
      key,
      source: 'a',
      target: 'b',
      attributes: { properties: weight === undefined ? {} : { weight } },
    });
    const edges = [edge('1', 2), edge('2', 1000), edge('3')];
    const { widths, widthKey } = widthsByProperty({ ...graph, edges } as unknown as Graph, 'weight');
    expect(widthKey.map(({ title }) => title)).toEqual(['2', '1000', 'None']);
    expect(widthKey.map(({ width }) => width)).toEqual(['1', '2', '3'].map((key) => widths.get(key)));
  });

  it('by parallels are the same for edges between the same two, whichever way they lead', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { widths } = widthsByParallels(graph);
        for (const one of graph.edges)
          for (const other of graph.edges)
            if (one.source === other.target && one.target === other.source)
              expect(widths.get(one.key)).toBe(widths.get(other.key));
      }),
    );
  });

  it('by confidence are the wider the surer, and the thinnest where nothing is said', () => {
    const of = (confidence?: string) => ({
      attributes: { properties: { confidence } },
      key: `${confidence}`,
    });
    const edges = [of('stated'), of('contested'), of('inferred'), of()];
    const { widths, widthKey } = widthsByConfidence({ edges } as unknown as Graph);
    const order = ['undefined', 'contested', 'inferred', 'stated'].map((key) => widths.get(key) ?? 0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(4);
    expect(widthKey.map(({ title }) => title)).toEqual(['stated', 'inferred', 'contested', 'Not given']);
  });

  it('are one where they mean nothing', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        expect(new Set(sameWidths(graph).widths.values()).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are offered by properties that are numbers on whatever edge has them, and not all the same', () => {
    const of = (properties: object) => ({ attributes: { properties } });
    const edges = [of({ year: 1, same: 2, mixed: 1 }), of({ year: 2, same: 2, mixed: 'x' })];
    expect(numericEdgeProperties({ edges } as unknown as Graph)).toEqual(['year']);
  });
});
