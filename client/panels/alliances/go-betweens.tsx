import { BROKER_ROLES } from '../../../server/core/measures/signed/brokerage.ts';
import { MEDIATION_TYPES } from '../../../server/core/model/style.ts';
import { indexOf } from '../../../server/core/picture/graph-index.ts';
import { edgeClause } from '../../../server/core/words/words.ts';
import { NodeButton } from '../details/node-button.tsx';
import { EvidenceButton } from '../details/relations.tsx';
import { Tags } from '../details/tags.tsx';
import { useCaption } from './grounds.tsx';
import { useMeasured } from './measured.ts';

const ROLES = {
  coordinator: 'within its own camp',
  itinerant: 'between two members of the other camp',
  gatekeeper: 'from the other camp into its own',
  representative: 'from its own camp to the other',
  liaison: 'between two camps, belonging to neither',
} as const;

/** Who could go between by the supports there are, and beside it who does mediate by the data. */
export function GoBetweens() {
  const { report, graph } = useMeasured();
  const index = indexOf(graph);
  const rows = Object.keys(report.parts)
    .map((key) => {
      const counts = BROKER_ROLES.map((role) => ({ role, count: report.found.brokerage[role][key] ?? 0 }));
      return { key, counts, total: counts.reduce((sum, { count }) => sum + count, 0) };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .slice(0, 20);
  return (
    <>
      {rows.length === 0 ? (
        <p>None: nobody links two actors who do not support each other directly.</p>
      ) : (
        <table className="plain">
          <caption>Opportunities for brokerage, by role</caption>
          <thead>
            <tr>
              <th scope="col">Actor</th>
              <th scope="col">Roles</th>
              <th scope="col">Total</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, counts, total }) => {
              const node = index.nodes.get(key);
              return (
                <tr key={key}>
                  <th scope="row">{node ? <NodeButton node={node} /> : key}</th>
                  <td className="words">
                    {counts
                      .filter(({ count }) => count > 0)
                      .map(({ role, count }) => `${role} ${count} (${ROLES[role]})`)
                      .join(', ')}
                  </td>
                  <td>{total}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Mediators />
    </>
  );
}

function Mediators() {
  const { graph } = useMeasured();
  const caption = useCaption();
  const edges = graph.edges.filter(({ attributes }) => MEDIATION_TYPES.includes(attributes.type));
  return (
    <>
      <h4>Mediators named in the data</h4>
      {edges.length === 0 && <p>None in the picture.</p>}
      <ul>
        {edges.map((edge) => (
          <li key={edge.key} className="relation">
            <div>
              {edgeClause(caption(edge.source), edge.attributes.type, caption(edge.target))}{' '}
              <Tags edge={edge} />
            </div>
            <EvidenceButton edge={edge} label={`Evidence: ${caption(edge.source)} mediates`} />
          </li>
        ))}
      </ul>
    </>
  );
}
