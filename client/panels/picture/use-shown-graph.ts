import { useMemo } from 'react';
import type { GraphSchema } from '../../../server/core/contract/schema.ts';
import { primaryLabel, shapesOf } from '../../../server/core/looks/look.ts';
import type { Graph, GraphNode } from '../../../server/core/model/graph.ts';
import type { Shape } from '../../../server/core/model/style.ts';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import { type GraphIndex, indexOf, shownGraph } from '../../../server/core/picture/graph-index.ts';
import type { ExplorerState } from '../../state/store.ts';
import { useExplorerState } from '../common/context.ts';

/** The graph in the picture, and its index. */
export function useShown(): { graph: Graph; index: GraphIndex } {
  const graph = useExplorerState(shownGraph);
  return { graph, index: indexOf(graph) };
}

export function readySchema({ schema }: Pick<ExplorerState, 'schema'>): GraphSchema | undefined {
  return schema.state === 'ready' ? schema.value : undefined;
}

/** Gives the shape by which the canvas draws a label, which the schema tells before there is a graph. */
export function useShapes(): (label: string) => Shape {
  const loaded = useExplorerState(({ graph }) => (graph.state === 'ready' ? graph.value : undefined));
  const schema = useExplorerState(readySchema);
  return useMemo(() => {
    const labels = loaded?.attributes.labels ?? schema?.labels.map(({ label }) => label);
    const shapes = shapesOf({ attributes: { labels }, nodes: loaded?.nodes ?? [] });
    return (label) => shapes.get(label) ?? 'circle';
  }, [loaded, schema]);
}

/** Gives the shape of a node and its place in the palette, as the canvas has them; null of what is not on it. */
export function useLookOf(): (node: GraphNode) => { shape: Shape; fill: number | null | undefined } {
  const shapes = useShapes();
  const { shapes: drawn, fills } = useExplorerState(nodeLooks);
  return ({ key, attributes }) => ({
    shape: drawn?.get(key) ?? shapes(primaryLabel(attributes.labels)),
    fill: fills && (fills.get(key) ?? null),
  });
}
