import { useDeferredValue, useMemo } from 'react';
import type { GraphSchema } from '../../../server/core/contract/schema.ts';
import { CONFIDENCES, MODALITIES } from '../../../server/core/model/evidence.ts';
import { GENERAL_LABELS } from '../../../server/core/model/style.ts';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { capital, labelInWords, typeAsTitle } from '../../../server/core/words/words.ts';
import { useExplorerState } from '../common/context.ts';
import { EdgeGlyph, NodeGlyph } from '../common/glyph.tsx';
import { useShapes, useShown } from '../picture/use-shown-graph.ts';
import { Facet, type FacetRow } from './facet.tsx';
import { Narrowing } from './narrowing.tsx';
import { type OwnMarks, ownMarks } from './own-marks.ts';

/** Every filter of the legend. */
export function Facets({ schema }: { schema: GraphSchema }) {
  // A filter's answer in the picture does not wait for counts.
  const { counts } = indexOf(useDeferredValue(useShown().graph));
  const shapes = useShapes();
  const shaped = useExplorerState((state) => state.view.shape !== undefined);
  const coloured = useExplorerState((state) => state.view.colour !== undefined);
  const { own } = useExplorerState(nodeLooks);
  const { graph } = useShown();
  const marks = useMemo(() => ownMarks(graph, own), [graph, own]);
  // Where shape means something else, it tells nothing of the label.
  const labels = useMemo(
    () => labelRows(schema, shaped ? undefined : shapes, coloured, marks),
    [schema, shapes, shaped, coloured, marks],
  );
  const { type, modality, confidence, source } = useMemo(() => edgeRows(schema, marks), [schema, marks]);
  return (
    <>
      <Facet facet="label" title="Nodes" rows={labels} shown={counts.label} />
      <Facet facet="type" title="Relationship types" rows={type} shown={counts.type} />
      <Facet facet="modality" title="Modality" rows={modality} shown={counts.modality} />
      <Facet facet="confidence" title="Confidence" rows={confidence} shown={counts.confidence} />
      <Facet facet="source" title="Sources" rows={source} shown={counts.source} />
      <Narrowing />
    </>
  );
}

function labelRows(
  schema: GraphSchema,
  shapes: ReturnType<typeof useShapes> | undefined,
  coloured: boolean,
  own: OwnMarks,
): FacetRow[] {
  return schema.labels
    .filter(({ label }) => !GENERAL_LABELS.includes(label))
    .map(({ label, count }) => ({
      value: label,
      title: labelInWords(label),
      total: count,
      glyph:
        shapes && !own.shaped.has(label) ? (
          <NodeGlyph shape={shapes(label)} fill={coloured || own.coloured.has(label) ? null : undefined} />
        ) : null,
    }));
}

function edgeRows(
  schema: GraphSchema,
  { lined }: OwnMarks,
): Record<'type' | 'modality' | 'confidence' | 'source', FacetRow[]> {
  const glyph = (look: { modality: string } | { confidence: string }) => <EdgeGlyph sign={0} {...look} />;
  return {
    type: [...schema.relationshipTypes]
      .sort((a, b) => rankOf(a.sign) - rankOf(b.sign) || b.count - a.count)
      .map(({ type, count, sign }) => ({
        value: type,
        title: typeAsTitle(type),
        total: count,
        glyph: lined.has(type) ? null : <EdgeGlyph sign={sign} type={type} />,
      })),
    modality: inOrder(schema.modalities, MODALITIES).map((row) => ({
      ...row,
      glyph: glyph({ modality: row.value }),
    })),
    confidence: inOrder(schema.confidences, CONFIDENCES).map((row) => ({
      ...row,
      glyph: glyph({ confidence: row.value }),
    })),
    source: schema.sources.map(({ key, caption, count }) => ({ value: key, title: caption, total: count })),
  };
}

/** Support first, then opposition, then what is neither. */
function rankOf(sign: number): number {
  return sign === 1 ? 0 : sign === -1 ? 1 : 2;
}

function inOrder(facets: GraphSchema['modalities'], order: readonly string[]): FacetRow[] {
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...facets]
    .sort((a, b) => place(a.value) - place(b.value))
    .map(({ value, count }) => ({ value, title: capital(value), total: count }));
}
