import { useDeferredValue } from 'react';
import { CONFIDENCES, MODALITIES } from '../../server/contract/evidence.ts';
import type { GraphSchema } from '../../server/contract/schema.ts';
import { GENERAL_LABELS } from '../../server/contract/style.ts';
import { indexOf } from '../state/graph-index.ts';
import { capital, labelInWords, typeAsTitle } from '../state/words.ts';
import { useExplorerState } from './context.ts';
import { Facet, type FacetRow } from './facet.tsx';
import { EdgeGlyph, NodeGlyph } from './glyph.tsx';
import { Narrowing } from './narrowing.tsx';
import { useShapes, useShown } from './shown.ts';

/** Every filter of the legend. */
export function Facets({ schema }: { schema: GraphSchema }) {
  // A filter's answer in the picture does not wait for counts.
  const index = indexOf(useDeferredValue(useShown().graph));
  const shapes = useShapes();
  const shaped = useExplorerState((state) => state.view.shape !== undefined);
  const { counts } = index;
  const labels = schema.labels
    .filter(({ label }) => !GENERAL_LABELS.includes(label))
    .map(({ label, count }) => ({
      value: label,
      title: labelInWords(label),
      total: count,
      // Where shape means something else, it tells nothing of the label.
      glyph: shaped ? null : <NodeGlyph shape={shapes(label)} />,
    }));
  const types = [...schema.relationshipTypes]
    .sort((a, b) => rankOf(a.sign) - rankOf(b.sign) || b.count - a.count)
    .map(({ type, count, sign }) => ({
      value: type,
      title: typeAsTitle(type),
      total: count,
      glyph: <EdgeGlyph sign={sign} />,
    }));
  return (
    <>
      <Facet facet="label" title="Nodes" rows={labels} shown={counts.label} />
      <Facet facet="type" title="Relationship types" rows={types} shown={counts.type} />
      <Facet
        facet="modality"
        title="How real"
        rows={inOrder(schema.modalities, MODALITIES).map((row) => ({
          ...row,
          glyph: <EdgeGlyph sign={0} modality={row.value} />,
        }))}
        shown={counts.modality}
      />
      <Facet
        facet="confidence"
        title="How certain"
        rows={inOrder(schema.confidences, CONFIDENCES).map((row) => ({
          ...row,
          glyph: <EdgeGlyph sign={0} confidence={row.value} />,
        }))}
        shown={counts.confidence}
      />
      <Facet
        facet="source"
        title="Sources"
        rows={schema.sources.map(({ key, caption, count }) => ({ value: key, title: caption, total: count }))}
        shown={counts.source}
      />
      <Narrowing />
    </>
  );
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
