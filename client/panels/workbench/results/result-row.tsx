// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot draw only the rows in view
import type { CSSProperties } from 'react';
import type { TypedValue } from '../../../../server/core/model/typed-value.ts';
import { Icon } from '../../common/icon.tsx';
import { useWorkbench } from '../context.ts';
import type { Place } from './grid-keys.ts';
import { Value } from './value.tsx';

interface ResultRowProps {
  /** Counted from 0 over all rows, drawn or not. */
  index: number;
  columns: readonly string[];
  values: readonly TypedValue[];
  chosen: boolean;
  expanded: boolean;
  /** Whether it holds what is hovered or selected in the picture. */
  marked: boolean;
  /** The column of the cell that the keyboard is at; undefined in another row. */
  active: number | undefined;
  style: CSSProperties;
  measure: (row: HTMLElement | null) => void;
  expand: (row: number) => void;
  choose: (row: number) => void;
  focused: (place: Place) => void;
  open: (element: Extract<TypedValue, { $type: 'Node' | 'Relationship' }>) => void;
}

/** One row of the grid. */
export function ResultRow(props: ResultRowProps) {
  const { index, columns, values, chosen, expanded, marked, active, style } = props;
  const { measure, expand, choose, focused, open } = props;
  const { result } = useWorkbench();
  return (
    <div
      role="row"
      tabIndex={-1}
      className="result-row"
      data-index={index}
      ref={measure}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-expanded={expanded}
      data-marked={marked}
      style={style}
      onPointerEnter={() => result.actions.hover(result.keysOf(index)[0])}
      onPointerLeave={() => result.actions.hover(undefined)}
    >
      <div role="rowheader" className="row-number" tabIndex={-1}>
        <button
          type="button"
          tabIndex={active === undefined ? -1 : 0}
          aria-expanded={expanded}
          aria-label={`Row ${index + 1}: ${expanded ? 'fold' : 'unfold'} its values`}
          onClick={() => {
            expand(index);
            choose(index);
          }}
        >
          {index + 1}
          <Icon name="chevron" />
        </button>
      </div>
      {columns.map((name, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys for all its cells
        <div
          role="gridcell"
          key={name}
          data-cell={`${index}:${at}`}
          data-type={values[at]?.$type}
          tabIndex={at === active ? 0 : -1}
          onFocus={() => focused({ row: index, column: at })}
          onClick={({ target: clicked }) => {
            if (!(clicked instanceof Element && clicked.closest('button'))) choose(index);
          }}
        >
          <Value value={values[at] ?? NULL} open={open} />
        </div>
      ))}
    </div>
  );
}

const NULL: TypedValue = { $type: 'Null', _value: null };
