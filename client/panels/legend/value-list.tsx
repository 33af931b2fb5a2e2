import { useState } from 'react';
import type { Graph } from '../../../server/core/model/graph.ts';
import { indexOf, indexOfAll } from '../../../server/core/picture/graph-index.ts';
import { writeCondition } from '../../../server/core/view/narrow.ts';
import { number } from '../../../server/core/words/words.ts';
import type { PropertyValues } from '../../state/shown/narrowing.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';

/** Up to this many values are listed at once. */
const LISTED = 12;

interface ValueListProps {
  title: string;
  /** Whether its title is seen; else it is for those alone who hear it. */
  heads?: boolean;
  graph: Graph;
  property: PropertyValues;
}

/** The values of a property, with how many have each: what is ticked narrows the graph to it. */
export function ValueList({ title, heads = false, graph, property: { of, name, values } }: ValueListProps) {
  const { actions } = useExplorer();
  const where = useExplorerState((state) => state.view.where);
  const [whole, setWhole] = useState(false);
  const { nodes } = indexOf(graph);
  // Who asserts something is often not in the picture.
  const all = useExplorerState(indexOfAll)?.nodes;
  const named = (value: string) => (nodes.get(value) ?? all?.get(value))?.attributes.caption ?? value;
  const set = new Set(where);
  return (
    <fieldset>
      <legend className={heads ? undefined : 'unseen'}>{title}</legend>
      <ul>
        {(whole ? values : values.slice(0, LISTED)).map(([value, count]) => {
          const condition = { of, name, value };
          return (
            <li key={value}>
              <label>
                <input
                  type="checkbox"
                  checked={set.has(writeCondition(condition))}
                  onChange={() => actions.toggleCondition(condition)}
                />
                <span className="facet-title">{named(value)}</span>
                <span className="count">{number(count)}</span>
              </label>
            </li>
          );
        })}
      </ul>
      {values.length > LISTED && (
        <button type="button" className="text-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Show fewer' : `Show all ${values.length} values`}
        </button>
      )}
    </fieldset>
  );
}
