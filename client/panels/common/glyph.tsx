import { createElement } from 'react';
import { ownLine } from '../../../server/core/looks/edges/type-colours.ts';
import { edgeLook } from '../../../server/core/looks/look.ts';
import { cssColour, edgeSwatch, type Swatch, shapeSwatch } from '../../../server/core/looks/swatch.ts';
import type { GraphEdge, Sign } from '../../../server/core/model/graph.ts';
import type { Shape } from '../../../server/core/model/style.ts';
import { nodeLooks } from '../../../server/core/picture/find-looks.ts';
import { useExplorerState } from './context.ts';

/** A mark as it is in the picture; decoration, so it needs words beside it. */
export function Glyph({ width, height, pieces }: Swatch) {
  return (
    <svg
      className="glyph"
      width={width}
      height={height}
      viewBox={`0 ${-height / 2} ${width} ${height}`}
      aria-hidden="true"
    >
      {pieces.map(({ name, attributes, fill, stroke }, at) =>
        createElement(name, {
          key: at,
          ...Object.fromEntries(Object.entries(attributes).map(([key, value]) => [camel(key), value])),
          style: { fill: fill ? cssColour(fill) : 'none', ...(stroke && { stroke: cssColour(stroke) }) },
        }),
      )}
    </svg>
  );
}

/** `stroke-width` is `strokeWidth`. */
function camel(name: string): string {
  return name.replace(/-[a-z]/g, (part) => part.charAt(1).toUpperCase());
}

interface NodeGlyphProps {
  shape: Shape;
  /** Its place in the palette, where colour means something; null where it says nothing of this one. */
  fill?: number | null | undefined;
}

/** The shape of a node as in the picture. */
export function NodeGlyph({ shape, fill }: NodeGlyphProps) {
  const paint = fill === undefined ? undefined : fill === null ? 'textMuted' : (`palette-${fill}` as const);
  return <Glyph {...shapeSwatch(shape, paint)} />;
}

/** The line of an edge as in the picture. */
export function LineOf({ edge }: { edge: GraphEdge }) {
  const looks = useExplorerState(nodeLooks);
  return <Glyph {...edgeSwatch(edgeLook(edge.attributes, undefined, ownLine(looks, edge)))} />;
}

interface EdgeGlyphProps {
  sign: Sign;
  /** By which it is coloured where there are no signs. */
  type?: string;
  modality?: string;
  confidence?: string;
}

/** The line of such edges as in the picture. */
export function EdgeGlyph({ sign, type = '', ...properties }: EdgeGlyphProps) {
  const colour = useExplorerState(nodeLooks).types?.get(type);
  return <Glyph {...edgeSwatch(edgeLook({ sign, properties }, undefined, colour && { colour }))} />;
}
