import { type ReactNode, useId, useState } from 'react';
import type { Graph } from '../../../server/core/model/graph.ts';
import { PROPERTY } from '../../../server/core/picture/node-values.ts';
import type { Narrowing as Narrowed } from '../../../server/core/view/narrow.ts';
import type { View } from '../../../server/core/view/view.ts';
import { amount, number, propertyInWords } from '../../../server/core/words/words.ts';
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
  const { text, minDegree, core, largest, backbone, nearest, width } = view;
  const weighed = width === undefined ? {} : { width };
  const total = number(graph.edges.length);
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
      <Field
        name="backbone"
        label="Backbone: level of significance"
        graph={graph}
        filter={backbone === undefined ? undefined : { backbone, ...weighed }}
        says={({ edges }) =>
          edges === 0
            ? 'No edge is heavier than chance would make it at this level. None ever is where all weigh the same.'
            : `${number(edges)} of ${total} edges take more of the weight at a node than chance would give them. ${weightsAre(width)}`
        }
      >
        {(id) => (
          <NumberInput
            id={id}
            value={backbone}
            {...{ least: 0.001, most: 0.999, step: 0.001, placeholder: 'off, such as 0.05' }}
            set={(value) => actions.narrow({ backbone: value })}
          />
        )}
      </Field>
      <Field
        name="nearest"
        label="Heaviest edges of each node, at most"
        graph={graph}
        filter={nearest === undefined ? undefined : { nearest, ...weighed }}
        says={({ edges }) =>
          `${number(edges)} of ${total} edges are among the ${number(nearest ?? 1)} heaviest of a node, or as heavy. ${weightsAre(width)}`
        }
      >
        {(id) => <NumberInput id={id} value={nearest} set={(value) => actions.narrow({ nearest: value })} />}
      </Field>
      <PropertyFilters graph={graph} />
    </section>
  );
}

/** What edges are weighed by where they are thinned out. */
function weightsAre(width: View['width']): string {
  return `They are weighed by ${
    width?.startsWith(PROPERTY) ? propertyInWords(width.slice(PROPERTY.length)) : 'how many are parallel'
  }.`;
}

interface FieldProps {
  name: keyof Narrowed;
  label: string;
  graph: Graph;
  /** The filter while it is set. */
  filter: Narrowed | undefined;
  /** What is told of what it leaves, where that is more than numbers. */
  says?: (left: { nodes: number; edges: number }) => string;
  children: (id: string) => ReactNode;
}

function Field({ name, label, graph, filter, says, children }: FieldProps) {
  const id = useId();
  const left = useLeft(graph, filter);
  const place = usePlace(`filter ${name}`, 'input, select');
  return (
    <div className="narrowing-field" ref={place}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {left && (
        <span className="leaves">
          {says ? says(left) : `leaves ${amount(left.nodes, 'node')}, ${amount(left.edges, 'edge')}`}
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
  least?: number;
  most?: number;
  step?: number;
  placeholder?: string;
  set: (value: number | undefined) => void;
}

function NumberInput(props: NumberInputProps) {
  const { id, value, least = 1, most = 1_000_000, step = 1, placeholder = 'any', set } = props;
  return (
    <input
      id={id}
      type="number"
      min={least}
      max={most}
      step={step}
      inputMode={step < 1 ? 'decimal' : 'numeric'}
      value={value ?? ''}
      placeholder={placeholder}
      onChange={({ target }) => {
        const given = step < 1 ? target.valueAsNumber : Math.trunc(target.valueAsNumber);
        set(given >= least && given <= most ? given : undefined);
      }}
    />
  );
}
