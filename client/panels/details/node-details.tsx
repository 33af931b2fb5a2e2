import { useState } from 'react';
import type { NodeAnswer } from '../../../server/core/contract/answers.ts';
import type { GraphNode, Properties } from '../../../server/core/model/graph.ts';
import { GENERAL_LABELS } from '../../../server/core/model/style.ts';
import { canExpand } from '../../state/commands/shown-commands.ts';
import { isExpanded } from '../../state/link/view-changes.ts';
import { useExplorer, useExplorerState, useViewButCamera } from '../common/context.ts';
import { NodeGlyph } from '../common/glyph.tsx';
import { OutsideLink, wikidataAddress } from '../common/outside-link.tsx';
import { useLookOf } from '../picture/use-shown-graph.ts';
import { PropertyList } from './properties.tsx';
import { Relations } from './relations.tsx';
import { Resting } from './resting.tsx';
import { Stances } from './stances.tsx';

/** A node: what it is, what can be done with it, and its relations. */
export function NodeDetails({ answer: { node, edgeCounts } }: { answer: NodeAnswer }) {
  const { properties } = node.attributes;
  return (
    <article>
      <NodeHead node={node} />
      {typeof properties.summary === 'string' && <p>{properties.summary}</p>}
      <NodeTools node={node} />
      <PropertyList properties={properties} except={toldAbove(node)} />
      <Resting node={node} />
      <Stances node={node.key} />
      <Relations node={node} edgeCounts={edgeCounts} />
    </article>
  );
}

/** The properties whose values stand above already, as they are. */
function toldAbove({ attributes: { caption, properties } }: GraphNode): string[] {
  const { summary } = properties;
  return [
    ...['name', 'title'].filter((key) => properties[key] === caption),
    ...(aliasesOf(properties).length > 0 ? ['aliases'] : []),
    ...(typeof summary === 'string' ? ['summary'] : []),
  ];
}

/** Other names of a node; none where the property is something else than a list of texts. */
function aliasesOf({ aliases }: Properties): string[] {
  return Array.isArray(aliases) && aliases.every((each) => typeof each === 'string') ? aliases : [];
}

function NodeHead({ node }: { node: GraphNode }) {
  const lookOf = useLookOf();
  const { caption, labels, properties } = node.attributes;
  const specific = labels.filter((label) => !GENERAL_LABELS.includes(label));
  const aliases = aliasesOf(properties);
  const wikidata = typeof properties.wikidata === 'string' ? wikidataAddress(properties.wikidata) : undefined;
  return (
    <header className="details-head">
      <p className="kind">
        <NodeGlyph {...lookOf(node)} />
        {specific.join(', ') || labels.join(', ') || 'Without label'}
        {wikidata && <OutsideLink to={wikidata}>Wikidata</OutsideLink>}
      </p>
      <h3>{caption}</h3>
      {aliases.length > 0 && <p className="muted">also {aliases.join(', ')}</p>}
    </header>
  );
}

const DEPTHS = [1, 2, 3, 4] as const;

function NodeTools({ node }: { node: GraphNode }) {
  const { actions } = useExplorer();
  const view = useViewButCamera();
  const expandable = useExplorerState((state) => canExpand(state, node.key));
  const [depth, setDepth] = useState(view.depth || 1);
  const focused = view.focus?.length === 1 && view.focus[0] === node.key;
  return (
    <div className="tools">
      <div className="split">
        <button type="button" className="button" onClick={() => actions.focus([node.key], depth)}>
          Show neighbourhood
        </button>
        <select
          aria-label="How many steps away"
          value={depth}
          onChange={(event) => {
            const chosen = Number(event.target.value);
            setDepth(chosen);
            if (focused) actions.focus([node.key], chosen);
          }}
        >
          {DEPTHS.map((steps) => (
            <option key={steps} value={steps}>
              {steps === 1 ? '1 step' : `${steps} steps`}
            </option>
          ))}
        </select>
      </div>
      {view.focus && (
        <button type="button" className="button" onClick={actions.startFromEverything}>
          Show everything
        </button>
      )}
      {expandable && (
        <button type="button" className="button" onClick={() => actions.expand([node.key])}>
          Expand
        </button>
      )}
      {isExpanded(view, node.key) && (
        <button type="button" className="button" onClick={() => actions.collapse([node.key])}>
          Collapse
        </button>
      )}
      <button type="button" className="button" onClick={() => actions.pickPathFrom(node.key)}>
        Path to …
      </button>
      <button type="button" className="button" onClick={() => actions.hide([node.key])}>
        Hide
      </button>
    </div>
  );
}
