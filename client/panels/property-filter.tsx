import { useDeferredValue, useId, useState } from 'react';
import type { Graph } from '../../server/contract/graph.ts';
import { writeCondition } from '../../server/contract/views/narrow.ts';
import { indexOf } from '../state/graph-index.ts';
import { conditionsOf, leaves, propertiesOf } from '../state/narrowing.ts';
import { amount, number } from '../state/words.ts';
import { useExplorer, useExplorerState } from './context.ts';

/** Up to this many values are listed at once. */
const LISTED = 12;

/** Filters by the values of any property that exists: which property, then which of its values. */
export function PropertyFilter({ graph: shown }: { graph: Graph }) {
  // Counting the values of a big graph takes longer than a filter may: its answer does not wait for this.
  const graph = useDeferredValue(shown);
  const { actions } = useExplorer();
  const view = useExplorerState((state) => state.view);
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const [whole, setWhole] = useState(false);
  const conditions = conditionsOf(view);
  const properties = propertiesOf(graph);
  const nameOf = ({ of, name }: { of: string; name: string }) => `${of}:${name}`;
  const first = conditions[0] && nameOf(conditions[0]);
  const open = properties.find((property) => nameOf(property) === (chosen ?? first));
  const { nodes } = indexOf(graph);
  const left = view.where && leaves(graph, { where: view.where });
  const set = new Set(view.where);
  return (
    <div className="narrowing-field">
      <label htmlFor={id}>Property</label>
      <select id={id} value={open ? nameOf(open) : ''} onChange={({ target }) => setChosen(target.value)}>
        <option value="">choose one</option>
        {properties.map((property) => (
          <option key={nameOf(property)} value={nameOf(property)}>
            {property.name} of {property.of}s
          </option>
        ))}
      </select>
      {left && (
        <span className="leaves">
          leaves {amount(left.nodes, 'node')}, {amount(left.edges, 'edge')}
        </span>
      )}
      {open && (
        <fieldset>
          <legend className="unseen">Values of {open.name}</legend>
          <ul>
            {(whole ? open.values : open.values.slice(0, LISTED)).map(([value, count]) => {
              const condition = { of: open.of, name: open.name, value };
              return (
                <li key={value}>
                  <label>
                    <input
                      type="checkbox"
                      checked={set.has(writeCondition(condition))}
                      onChange={() => actions.toggleCondition(condition)}
                    />
                    <span className="facet-title">{nodes.get(value)?.attributes.caption ?? value}</span>
                    <span className="count">{number(count)}</span>
                  </label>
                </li>
              );
            })}
          </ul>
          {open.values.length > LISTED && (
            <button
              type="button"
              className="text-button"
              aria-expanded={whole}
              onClick={() => setWhole(!whole)}
            >
              {whole ? 'Show fewer' : `Show all ${open.values.length} values`}
            </button>
          )}
        </fieldset>
      )}
    </div>
  );
}
