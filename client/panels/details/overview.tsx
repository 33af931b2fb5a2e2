import { useMemo } from 'react';
import { degreesOf } from '../../../server/core/looks/sizes.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { whyNothing } from '../../state/loading/why-nothing.ts';
import { useExplorerState } from '../common/context.ts';
import { useIdleValue } from '../common/idle-value.ts';
import { useShown } from '../picture/use-shown-graph.ts';
import { NodeButton } from './node-button.tsx';

const MOST_CONNECTED = 8;
const NOTHING = {
  begin: 'The canvas is empty. What you add and select is described here.',
  hidden: 'Everything is hidden. What you show again and select is described here.',
  filtered: 'Nothing matches the filters. Clear one in the legend, or all of them.',
} as const;

/** What is there to begin with while nothing is selected. */
export function Overview() {
  // What a filter leaves is drawn first.
  const graph = useIdleValue(useShown().graph);
  const nodes = useMemo(() => mostConnected(graph), [graph]);
  const reason = useExplorerState(whyNothing);
  const loading = useExplorerState(({ graph: loaded }) => loaded.state !== 'ready');
  if (loading || (!reason && nodes.length === 0)) return <p className="muted">Loading…</p>;
  if (reason) return <p className="muted">{NOTHING[reason]}</p>;
  return (
    <article>
      <p className="muted">Select a node to see its edges, or an edge to see the evidence for it.</p>
      <section className="group">
        <h3>Most connected here</h3>
        <ul className="rows">
          {nodes.map(({ node, degree }) => (
            <li key={node.key}>
              <NodeButton node={node} />
              <span className="count">{degree}</span>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function mostConnected(graph: Graph) {
  const degrees = degreesOf(graph);
  return graph.nodes
    .map((node) => ({ node, degree: degrees.get(node.key) ?? 0 }))
    .sort((a, b) => b.degree - a.degree)
    .slice(0, MOST_CONNECTED);
}
