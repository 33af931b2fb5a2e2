import { useState } from 'react';
import type { NamedEdge } from '../../../server/core/measures/signed-network.ts';
import type { Sign } from '../../../server/core/model/graph.ts';
import { signInWords } from '../../../server/core/words/words.ts';
import { groundsOf, keysOf } from '../../state/measures/grounds.ts';
import { useExplorer } from '../common/context.ts';
import { EdgeGlyph } from '../common/glyph.tsx';
import { Grounds, useCaption } from './grounds.tsx';
import { useMeasured } from './measured.ts';

/** Selects edges on the canvas and goes on reading here. */
export function useShow(): (edges: readonly NamedEdge[]) => void {
  const { actions } = useExplorer();
  const { graph, asked } = useMeasured();
  return (edges) => {
    actions.selectAll(edges.flatMap((edge) => keysOf(groundsOf(graph, asked, edge))));
    actions.setReading('alliances');
  };
}

/**
 * An edge of the measured network. One that is an edge of the picture is selected, which opens its evidence;
 * one that rests on several, or is derived, shows them here and selects them all.
 */
export function RelationRow({ edge }: { edge: NamedEdge }) {
  const { actions } = useExplorer();
  const { graph, asked } = useMeasured();
  const caption = useCaption();
  const show = useShow();
  const [open, setOpen] = useState(false);
  const grounds = groundsOf(graph, asked, edge);
  const [only] = grounds.direct;
  const single = only && grounds.direct.length === 1 && grounds.shared.length === 0 ? only : undefined;
  const act = () => {
    if (single) return actions.select([single.key]);
    if (!open) show([edge]);
    setOpen(!open);
  };
  return (
    <li>
      <button
        type="button"
        className="relation-button"
        {...(!single && { 'aria-expanded': open })}
        onClick={act}
        onPointerEnter={() => single && actions.hover(single.key)}
        onPointerLeave={() => actions.hover(undefined)}
      >
        <EdgeGlyph sign={edge.sign as Sign} />
        <span>
          {caption(single?.source ?? edge.source)} – {caption(single?.target ?? edge.target)}
          <span className="muted"> {signInWords(edge.sign as Sign)}</span>
          {grounds.direct.length === 0 && <span className="tag">derived</span>}
        </span>
      </button>
      {open && !single && <Grounds pair={edge} />}
    </li>
  );
}

/** Groups of edges, such as cycles: each shown on the canvas as one, and edge by edge. */
export function EdgeGroups({ title, groups }: { title: string; groups: readonly (readonly NamedEdge[])[] }) {
  const show = useShow();
  const caption = useCaption();
  if (groups.length === 0) return null;
  return (
    <details>
      <summary>
        {title} <span className="count">{groups.length}</span>
      </summary>
      <ol className="edge-groups">
        {groups.map((edges) => (
          <li key={edges.map(({ source, target }) => `${source} ${target}`).join(' ')}>
            <button type="button" className="text-button" onClick={() => show(edges)}>
              {[...new Set(edges.flatMap(({ source, target }) => [source, target]))].map(caption).join(', ')}
              <span className="unseen">: show it on the canvas</span>
            </button>
            <ul>
              {edges.map((edge) => (
                <RelationRow key={`${edge.source} ${edge.target}`} edge={edge} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}
