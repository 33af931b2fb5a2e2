// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot draw only the rows in view
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { TypedValue } from '../../../../server/core/model/typed-value.ts';
import { toTsv } from '../../../state/workbench/export.ts';
import type { Run } from '../../../state/workbench/run.ts';
import { textOf } from '../../../state/workbench/typed-text.ts';
import { useWorkbench } from '../context.ts';
import { useCopy } from '../editor/copy-button.tsx';
import { widthsOf } from './column-widths.ts';
import { target } from './grid-keys.ts';
import { ResultRow } from './result-row.tsx';

type Element = Extract<TypedValue, { $type: 'Node' | 'Relationship' }>;

interface ResultTableProps {
  run: Run;
  open: (element: Element) => void;
  /** The row to bring into view. */
  goTo: number | undefined;
  chose: (row: number) => void;
}

/** How high a row is before it is measured, in pixels. */
const ROW = 36;

/** The rows as a grid: walked by arrows, copied by Ctrl+C, drawn only where one looks. */
export function ResultTable({ run, open, goTo, chose }: ResultTableProps) {
  const { result } = useWorkbench();
  const scroll = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [cell, setCell] = useState({ row: 0, column: 0 });
  const [expanded, setExpanded] = useState<ReadonlySet<number>>(new Set());
  const marked = useMarked();
  const { columns, rows, count } = run;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  // The widths follow the first rows, and stay while more arrive.
  const sampled = Math.min(count, 50);
  const template = useMemo(() => widthsOf(columns, rows.slice(0, sampled)), [columns, rows, sampled]);
  useEffect(() => {
    if (goTo === undefined || goTo >= count) return;
    virtual.scrollToIndex(goTo, { align: 'auto' });
    setCell(({ column }) => ({ row: goTo, column }));
  }, [goTo, count, virtual]);
  const focusCell = (row: number, column: number) => {
    setCell({ row, column });
    virtual.scrollToIndex(row, { align: 'auto' });
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus(),
    );
  };
  const expand = (row: number) =>
    setExpanded((before) => {
      const next = new Set(before);
      if (!next.delete(row)) next.add(row);
      return next;
    });
  const choose = (row: number) => {
    result.actions.select([...result.keysOf(row)], { add: false });
    chose(row);
  };
  const listen = useGridKeys({ run, cell, focusCell, open, expand, choose });
  if (columns.length === 0 && run.state === 'running')
    return <p className="result-note">Waiting for the first row…</p>;
  return (
    <div className="result-table">
      <div className="result-scroll" ref={scroll} tabIndex={count === 0 ? 0 : undefined}>
        <div
          role="grid"
          tabIndex={-1}
          ref={grid}
          aria-label="Rows of the answer"
          aria-rowcount={count + 1}
          aria-colcount={columns.length + 1}
          onKeyDown={listen}
        >
          <Head run={run} template={template} />
          <div role="rowgroup" className="result-body" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => (
              <ResultRow
                key={index}
                index={index}
                columns={columns}
                values={rows[index] ?? []}
                chosen={index === goTo}
                expanded={expanded.has(index)}
                marked={marked.has(index)}
                active={index === cell.row ? cell.column : undefined}
                style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
                measure={virtual.measureElement}
                expand={expand}
                choose={choose}
                focused={setCell}
                open={open}
              />
            ))}
          </div>
        </div>
        {count === 0 && run.state === 'done' && (
          <p className="result-note">No rows. Nothing in the data matches.</p>
        )}
      </div>
    </div>
  );
}

interface GridKeys {
  run: Run;
  cell: { row: number; column: number };
  focusCell(row: number, column: number): void;
  open(element: Element): void;
  expand(row: number): void;
  choose(row: number): void;
}

/** Arrows walk, Ctrl+C copies, Enter opens or expands, Space chooses. */
function useGridKeys({ run: { columns, rows, count }, cell, focusCell, open, expand, choose }: GridKeys) {
  const copy = useCopy();
  return (event: KeyboardEvent) => {
    const { row, column } = cell;
    const to = target(event, cell, { rows: count, columns: columns.length });
    const value = rows[row]?.[column];
    if (to) focusCell(to.row, to.column);
    else if ((event.ctrlKey || event.metaKey) && event.key === 'c' && value) {
      if (getSelection()?.toString()) return;
      void copy(textOf(value), 'Cell copied.');
    } else if (
      event.key === 'Enter' &&
      event.target === event.currentTarget.querySelector(`[data-cell="${row}:${column}"]`)
    ) {
      if (value?.$type === 'Node' || value?.$type === 'Relationship') open(value);
      else expand(row);
    } else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) choose(row);
    else return;
    event.preventDefault();
  };
}

/** The names of the columns, each with a button that copies its values. */
function Head({ run: { columns, rows }, template }: { run: Run; template: string }) {
  const copy = useCopy();
  const copyColumn = (at: number) =>
    copy(
      toTsv({ columns: [columns[at] ?? ''], rows: rows.map((row) => row.slice(at, at + 1)) }),
      `The column ${columns[at]} is copied.`,
    );
  return (
    <div
      role="row"
      className="result-row head"
      aria-rowindex={1}
      style={{ gridTemplateColumns: template }}
      tabIndex={-1}
    >
      <div role="columnheader" className="row-number" tabIndex={-1}>
        <span className="unseen">Row</span>
      </div>
      {columns.map((name, at) => (
        <div role="columnheader" key={name} tabIndex={-1}>
          <span>{name}</span>
          <button
            type="button"
            className="text-button"
            aria-label={`Copy the column ${name}`}
            onClick={() => void copyColumn(at)}
          >
            Copy
          </button>
        </div>
      ))}
    </div>
  );
}

/** The rows that hold what is hovered or selected in the picture. */
function useMarked(): ReadonlySet<number> {
  const { result } = useWorkbench();
  const hovered = useStore(result.store, (state) => state.hovered);
  const selected = useStore(result.store, (state) => state.view.select);
  return useMemo(
    () => new Set([...(hovered === undefined ? [] : [hovered]), ...(selected ?? [])].flatMap(result.rowsOf)),
    [hovered, selected, result],
  );
}
