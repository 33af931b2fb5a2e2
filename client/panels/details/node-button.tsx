import type { GraphNode } from '../../../server/core/model/graph.ts';
import { useExplorer } from '../common/context.ts';
import { NodeGlyph } from '../common/glyph.tsx';
import { useCanvas } from '../picture/canvas-context.ts';
import { useLookOf } from '../picture/use-shown-graph.ts';

/** A node's name that selects it and brings it into view; hovering it lifts it out on the canvas. */
export function NodeButton({ node }: { node: GraphNode }) {
  const { actions } = useExplorer();
  const { focusOn } = useCanvas();
  const lookOf = useLookOf();
  return (
    <button
      type="button"
      className="node-button"
      onClick={() => {
        actions.hover(undefined);
        actions.choose(node.key);
        focusOn(node.key);
      }}
      onPointerEnter={() => actions.hover(node.key)}
      onPointerLeave={() => actions.hover(undefined)}
    >
      <NodeGlyph {...lookOf(node)} />
      <span>{node.attributes.caption}</span>
    </button>
  );
}
