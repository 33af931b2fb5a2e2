import { useId, useState } from 'react';
import type { Graph } from '../../../server/core/model/graph.ts';
import { amount } from '../../../server/core/words/words.ts';
import {
  ASSERTER,
  conditionsOf,
  leaves,
  type PropertyValues,
  propertiesOf,
} from '../../state/shown/narrowing.ts';
import { useExplorerState, useViewButCamera } from '../common/context.ts';
import { useIdleValue } from '../common/idle-value.ts';
import { usePlace } from '../common/places.ts';
import { ValueList } from './value-list.tsx';

const nameOf = ({ of, name }: Pick<PropertyValues, 'of' | 'name'>) => `${of}:${name}`;

/** Filters by who asserted it and by the values of any other property that exists, with what they leave. */
export function PropertyFilters({ graph: shown }: { graph: Graph }) {
  // Counting the values of a big graph takes longer than a filter may: its answer does not wait for this.
  const graph = useIdleValue(shown);
  const where = useExplorerState((state) => state.view.where);
  const properties = propertiesOf(graph);
  const asserters = properties.find((property) => nameOf(property) === nameOf(ASSERTER));
  const others = properties.filter((property) => property !== asserters);
  const left = where && leaves(graph, { where });
  return (
    <>
      {asserters && (
        <div className="narrowing-field">
          <ValueList title="Asserted by" heads graph={graph} property={asserters} />
        </div>
      )}
      <AnyProperty graph={graph} properties={others} />
      {left && (
        <p className="leaves" role="status">
          {conditionsOf({ where }).length > 1 ? 'These properties leave' : 'This property leaves'}{' '}
          {amount(left.nodes, 'node')}, {amount(left.edges, 'edge')}
        </p>
      )}
    </>
  );
}

interface AnyPropertyProps {
  graph: Graph;
  properties: readonly PropertyValues[];
}

/** Which property, then which of its values. */
function AnyProperty({ graph, properties }: AnyPropertyProps) {
  const id = useId();
  const place = usePlace('filter property', 'select');
  const [chosen, setChosen] = useState<string>();
  const view = useViewButCamera();
  const named = new Set(properties.map(nameOf));
  const first = conditionsOf(view)
    .map(nameOf)
    .find((name) => named.has(name));
  const open = properties.find((property) => nameOf(property) === (chosen ?? first));
  return (
    <div className="narrowing-field" ref={place}>
      <label htmlFor={id}>Property</label>
      <select id={id} value={open ? nameOf(open) : ''} onChange={({ target }) => setChosen(target.value)}>
        <option value="">choose one</option>
        {properties.map((property) => (
          <option key={nameOf(property)} value={nameOf(property)}>
            {property.name} of {property.of}s
          </option>
        ))}
      </select>
      {open && <ValueList title={`Values of ${open.name}`} graph={graph} property={open} />}
    </div>
  );
}
