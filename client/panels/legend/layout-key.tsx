import { type Against, against } from '../../../server/core/layout/levels/against.ts';
import { groupsAmong } from '../../../server/core/model/groups.ts';
import { groupsOf } from '../../../server/core/picture/find-groups.ts';
import { groupingOf } from '../../../server/core/picture/groups.ts';
import { groupingMeaning } from '../../../server/core/picture/meanings.ts';
import { amount, number, typeAsTitle } from '../../../server/core/words/words.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { useShown } from '../picture/use-shown-graph.ts';

/** What the places of nodes mean in this picture, where it is not the usual. */
export function LayoutKey() {
  const layout = useExplorerState((state) => state.view.layout);
  if (layout === 'hierarchy') return <Layers />;
  return layout === 'groups' ? <Groups /> : null;
}

function Usual() {
  const { actions } = useExplorer();
  return (
    <button type="button" className="text-button" onClick={() => actions.setLayout(undefined)}>
      Usual places
    </button>
  );
}

function Layers() {
  const { actions } = useExplorer();
  const { graph, index } = useShown();
  const along = useExplorerState((state) => state.view.along);
  const positions = useExplorerState((state) => state.positions);
  const found = against(graph, (key) => positions.get(key), along);
  const types = [...index.counts.type].sort((a, b) => b[1] - a[1]);
  const chosen = new Set(along ?? types.map(([type]) => type));
  const toggle = (type: string) => {
    const next = types.map(([each]) => each).filter((each) => chosen.has(each) !== (each === type));
    actions.setAlong(next.length === 0 || next.length === types.length ? undefined : next);
  };
  return (
    <>
      <p>
        <strong>Places: layers.</strong> {sentence(found)} <Usual />
      </p>
      <details className="layer-types">
        <summary>
          Edges that lead down: {along ? amount(chosen.size, 'relationship type') : 'all types'}
        </summary>
        <ul>
          {types.map(([type, count]) => (
            <li key={type}>
              <label>
                <input type="checkbox" checked={chosen.has(type)} onChange={() => toggle(type)} />
                <span className="title">{typeAsTitle(type)}</span>
                <span className="count">{number(count)}</span>
              </label>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** What the layers mean, with what does not fit into them. */
function sentence({ down, up, apart }: Against): string {
  const lead = `Edges lead from higher layers to lower ones: ${number(down)} do.`;
  const back = up > 0 ? ` ${number(up)} lead${up === 1 ? 's' : ''} back up, because they form a cycle.` : '';
  const alone =
    apart > 0 ? ` ${amount(apart, 'node')} without any ${apart === 1 ? 'is' : 'are'} placed below.` : '';
  return lead + back + alone;
}

function Groups() {
  const { graph } = useShown();
  const grouping = useExplorerState((state) => groupingOf(state.view)) ?? 'label';
  const groups = useExplorerState(groupsOf);
  // Colours that mean the same are listed with their counts already.
  const told = useExplorerState((state) => state.view.colour === grouping);
  const { title, says } = groupingMeaning(grouping);
  return (
    <>
      <p>
        <strong>Places: {title}.</strong> {says} <Usual />
      </p>
      {groups && !told && (
        <ul>
          {groupsAmong(
            graph.nodes.map(({ key }) => key),
            groups,
          ).map((group) => (
            <li key={group.title}>
              <span className="title">{group.title}</span>
              <span className="count">{number(group.members.length)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
