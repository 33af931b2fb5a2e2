import type { NodeAnswer } from '../../../server/core/contract/answers.ts';
import type { GraphEdge, GraphNode } from '../../../server/core/model/graph.ts';
import { dateOf } from '../../../server/core/words/edge-words.ts';
import { dateInWords, number, typeAsTitle, typeInWords } from '../../../server/core/words/words.ts';
import { countInWords, type EdgeCount, edgeCountsOf } from '../../state/commands/expansion-commands.ts';
import { groupRelations, type RelationGroup } from '../../state/selection/relations.ts';
import { RELATIONS_LIMIT } from '../../state/selection/selection.ts';
import { useExplorer, useExplorerState, useViewButCamera } from '../common/context.ts';
import { EdgeGlyph } from '../common/glyph.tsx';
import { Icon } from '../common/icon.tsx';
import { useShown } from '../picture/use-shown-graph.ts';
import { NodeButton } from './node-button.tsx';
import { Tags } from './tags.tsx';

/** The relations of a node by type and direction, each opening its evidence. */
export function Relations({ node, edgeCounts }: { node: GraphNode; edgeCounts: NodeAnswer['edgeCounts'] }) {
  const relations = useExplorerState((state) => state.relations);
  const graph = useExplorerState((state) => state.graph);
  const view = useViewButCamera();
  if (relations.state !== 'ready') return null;
  const groups = groupRelations(relations.value, node.key);
  const counts = edgeCountsOf({ graph, view }, { node, edgeCounts });
  const total = edgeCounts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="relations" aria-label="Relations">
      {groups.length === 0 && <p className="muted">No edge leads to it or from it.</p>}
      {relations.value.attributes.truncated && (
        <p className="muted">
          The first {number(RELATIONS_LIMIT)} neighbours of {number(total)} edges are listed.
        </p>
      )}
      {groups.map((group) => (
        <Group
          key={group.direction + group.sign + group.type}
          group={group}
          node={node}
          total={totalOf(group, edgeCounts)}
          counted={counts.find(({ type, direction }) => type === group.type && direction === group.direction)}
        />
      ))}
    </section>
  );
}

function totalOf({ type, direction, relations }: RelationGroup, counts: NodeAnswer['edgeCounts']): number {
  const counted = counts.find((entry) => entry.type === type && entry.direction === direction)?.count ?? 0;
  return Math.max(counted, relations.length);
}

interface GroupProps {
  group: RelationGroup;
  node: GraphNode;
  total: number;
  counted: EdgeCount | undefined;
}

function Group({ group, node, total, counted }: GroupProps) {
  const { relations, direction } = group;
  return (
    <section className="group">
      <h4>
        <EdgeGlyph sign={group.sign} type={group.type} />
        {typeAsTitle(group.type)}
        <span className="direction">
          <Icon name={direction} />
          <span className="unseen">{direction === 'out' ? ', from here' : ', to here'}</span>
        </span>
        <span className="count">
          {relations.length === total ? total : `${number(relations.length)} of ${number(total)}`}
        </span>
        {counted && !counted.filtered && counted.shown < counted.count && (
          <ExpandButton counted={counted} node={node} />
        )}
      </h4>
      <ul className="rows">
        {relations.map(({ edge, other }) => (
          <Relation key={edge.key} edge={edge} other={other} node={node} />
        ))}
      </ul>
    </section>
  );
}

/** Shows what the picture lacks of one type and direction. */
function ExpandButton({ counted, node }: { counted: EdgeCount; node: GraphNode }) {
  const { actions } = useExplorer();
  const { type, direction, count, shown } = counted;
  return (
    <button
      type="button"
      className="text-button"
      aria-label={`Show ${number(count - shown)} more: ${countInWords(counted)}`}
      onClick={() => actions.expandBy({ key: node.key, type, direction })}
    >
      Show {number(count - shown)} more
    </button>
  );
}

function Relation({ edge, other, node }: { edge: GraphEdge; other: GraphNode; node: GraphNode }) {
  const { index } = useShown();
  const words = typeInWords(edge.attributes.type);
  const [from, to] = edge.source === node.key ? [node, other] : [other, node];
  return (
    <li className="relation">
      <div>
        <NodeButton node={other} />
        <Tags edge={edge} />
        {!index.edges.has(edge.key) && <span className="tag">not in the picture</span>}
      </div>
      <EvidenceButton
        edge={edge}
        label={`Evidence: ${from.attributes.caption} ${words} ${to.attributes.caption}`}
      />
    </li>
  );
}

/** Opens an edge's evidence; says its claim, or its date where it has none. */
export function EvidenceButton({ edge, label }: { edge: GraphEdge; label: string }) {
  const { actions } = useExplorer();
  const { claim } = edge.attributes.properties;
  const date = dateOf(edge.attributes);
  return (
    <button
      type="button"
      className="evidence-button"
      onClick={() => actions.select([edge.key])}
      onPointerEnter={() => actions.hover(edge.key)}
      onPointerLeave={() => actions.hover(undefined)}
    >
      <span className="unseen">{label}. </span>
      {date !== undefined && <time>{dateInWords(date)}</time>}
      <span>{typeof claim === 'string' ? claim : 'Its properties'}</span>
    </button>
  );
}
