import { cornersOf, edgeLook, PATTERNS } from '../../../server/core/looks/look.ts';
import type { GraphEdge, Sign } from '../../../server/core/model/graph.ts';
import type { Shape } from '../../../server/core/model/style.ts';

interface NodeGlyphProps {
  shape: Shape;
  /** Its place in the palette, where colour means something; null where the canvas gives it none. */
  fill?: number | null | undefined;
}

/** The shape of a node as on the canvas; decoration, so it needs words beside it. */
export function NodeGlyph({ shape, fill }: NodeGlyphProps) {
  const corners = cornersOf(shape);
  const className = `glyph glyph-${shape}`;
  const colour = fill === null ? 'var(--text-muted)' : `var(--palette-${fill})`;
  return (
    <svg
      className={className}
      {...(fill !== undefined && { style: { fill: colour } })}
      viewBox="-8 -8 16 16"
      aria-hidden="true"
    >
      {corners ? (
        <polygon points={corners.map(([x, y]) => `${round(x * 5)},${round(y * 5)}`).join(' ')} />
      ) : (
        <circle r="5" />
      )}
    </svg>
  );
}

interface EdgeGlyphProps {
  sign: Sign;
  modality?: string | undefined;
  confidence?: string | undefined;
}

/** The line that an edge has on the canvas. */
export function LineOf({ edge: { attributes } }: { edge: GraphEdge }) {
  const { modality, confidence } = attributes.properties;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return <EdgeGlyph sign={attributes.sign} modality={text(modality)} confidence={text(confidence)} />;
}

/** A line as edges have it on the canvas; decoration, so it needs words beside it. */
export function EdgeGlyph({ sign, modality, confidence }: EdgeGlyphProps) {
  const look = edgeLook({
    sign,
    properties: { ...(modality && { modality }), ...(confidence && { confidence }) },
  });
  return (
    <svg className={`glyph-line ${classOf(look.colour)}`} viewBox="0 0 36 16" aria-hidden="true">
      <line
        x1="2"
        y1="8"
        x2="27"
        y2="8"
        strokeWidth={Math.max(1.5, look.width)}
        strokeDasharray={PATTERNS[look.pattern].join(' ') || undefined}
      />
      <path d="M27 4.5 34 8l-7 3.5z" />
      {look.contested && (
        <g className="contested">
          <circle cx="14" cy="8" r="6" />
          <path d="M12.3 6.6a1.7 1.7 0 1 1 2.7 1.3c-.7.4-1 .7-1 1.3M14 11v.1" />
        </g>
      )}
    </svg>
  );
}

function classOf(colour: string): string {
  return `stroke-${colour.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
