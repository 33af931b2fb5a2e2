import type { GraphEdge } from '../../../server/core/model/graph.ts';

/** How real and how certain an edge is, where it is less than plain fact. */
export function Tags({ edge }: { edge: GraphEdge }) {
  const { modality, confidence } = edge.attributes.properties;
  return (
    <>
      {typeof modality === 'string' && modality !== 'actual' && <span className="tag">{modality}</span>}
      {typeof confidence === 'string' && confidence !== 'stated' && <span className="tag">{confidence}</span>}
    </>
  );
}
