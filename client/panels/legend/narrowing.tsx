import { type ReactNode, useId, useState } from 'react';
import type { Graph } from '../../../server/core/model/graph.ts';
import type { Narrowing as Narrowed } from '../../../server/core/view/narrow.ts';
import { amount } from '../../../server/core/words/words.ts';
import { leaves, readTexts } from '../../state/shown/narrowing.ts';
import { useExplorer, useExplorerState, useViewButCamera } from '../common/context.ts';
import { useIdleValue } from '../common/idle-value.ts';
import { usePlace } from '../common/places.ts';
import { PropertyFilters } from './property-filters.tsx';

/** Filters by text, place in the network and properties, with what each leaves. */
export function Narrowing() {
  const { actions } = useExplorer();
  const graph = useExplorerState((state) => (state.graph.state === 'ready' ? state.graph.value : undefined));
  const view = useViewButCamera();
  const heading = useId();
  if (!graph) return null;
  const { text, minDegree, core, largest } = view;
  return (
    <section className="facet narrowing" aria-labelledby={heading}>
      <header>
        <h3 id={heading}>More filters</h3>
      </header>
      <Field name="text" label="Text" graph={graph} filter={text === undefined ? undefined : { text }}>
        {(id) => (
          <TextInput
            id={id}
            value={text ?? ''}
            begin={() => void readTexts(graph)}
            set={(value) => actions.narrow({ text: value || undefined })}
          />
        )}
      </Field>
      <Field
        name="minDegree"
        label="Edges, at least"
        graph={graph}
        filter={minDegree === undefined ? undefined : { minDegree }}
      >
        {(id) => (
          <NumberInput id={id} value={minDegree} set={(value) => actions.narrow({ minDegree: value })} />
        )}
      </Field>
      <Field
        name="core"
        label="k-core: minimum degree k"
        graph={graph}
        filter={core === undefined ? undefined : { core }}
      >
        {(id) => <NumberInput id={id} value={core} set={(value) => actions.narrow({ core: value })} />}
      </Field>
      <Field
        name="largest"
        label="Largest connected component only"
        graph={graph}
        filter={largest ? { largest } : undefined}
      >
        {(id) => (
          <input
            id={id}
            type="checkbox"
            checked={largest ?? false}
            onChange={({ target }) => actions.narrow({ largest: target.checked || undefined })}
          />
        )}
      </Field>
      <PropertyFilters graph={graph} />
    </section>
  );
}

interface FieldProps {
  name: keyof Narrowed;
  label: string;
  graph: Graph;
  /** The filter while it is set. */
  filter: Narrowed | undefined;
  children: (id: string) => ReactNode;
}

function Field({ name, label, graph, filter, children }: FieldProps) {
  const id = useId();
  const left = useLeft(graph, filter);
  const place = usePlace(`filter ${name}`, 'input, select');
  return (
    <div className="narrowing-field" ref={place}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {left && (
        <span className="leaves">
          leaves {amount(left.nodes, 'node')}, {amount(left.edges, 'edge')}
        </span>
      )}
    </div>
  );
}

/** What a filter leaves; told a little later, so that the picture's answer does not wait for it. */
function useLeft(graph: Graph, filter: Narrowed | undefined) {
  const asked = useIdleValue(filter && JSON.stringify(filter));
  return asked === undefined ? undefined : leaves(graph, JSON.parse(asked) as Narrowed);
}

interface TextInputProps {
  id: string;
  value: string;
  /** Told when somebody is about to type. */
  begin: () => void;
  set: (value: string) => void;
}

/** A filter while typing would be a step to undo for every letter: it is set when the field is left or Enter pressed. */
function TextInput({ id, value, begin, set }: TextInputProps) {
  const [typed, setTyped] = useState<string>();
  const done = () => {
    if (typed !== undefined && typed.trim() !== value) set(typed.trim().slice(0, 200));
    setTyped(undefined);
  };
  return (
    <input
      id={id}
      type="search"
      maxLength={200}
      value={typed ?? value}
      onFocus={begin}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={done}
      onKeyDown={({ key }) => key === 'Enter' && done()}
    />
  );
}

interface NumberInputProps {
  id: string;
  value: number | undefined;
  set: (value: number | undefined) => void;
}

function NumberInput({ id, value, set }: NumberInputProps) {
  return (
    <input
      id={id}
      type="number"
      min={1}
      max={1_000_000}
      step={1}
      inputMode="numeric"
      value={value ?? ''}
      placeholder="any"
      onChange={({ target }) => {
        const given = Math.trunc(target.valueAsNumber);
        set(given >= 1 && given <= 1_000_000 ? given : undefined);
      }}
    />
  );
}
