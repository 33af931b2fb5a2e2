import { type ReactNode, useId, useMemo } from 'react';
import { maxOf } from '../../../server/core/numbers/extremes.ts';
import { amount, dateInWords } from '../../../server/core/words/words.ts';
import { binsTaken, type ColumnBin, columnBins } from '../../state/table/column-bins.ts';
import { type ColumnFilter, type ColumnFilters, endFault } from '../../state/table/column-filter.ts';
import type { Column } from '../../state/table/table.ts';
import { Icon } from '../common/icon.tsx';
import { SearchField } from '../common/search-field.tsx';

interface ColumnFiltersProps<T> {
  columns: readonly Column<T>[];
  /** All rows there are: what is filtered out stays in the histograms. */
  elements: readonly T[];
  filters: ColumnFilters;
  change: (filters: ColumnFilters) => void;
}

/** Adds a filter of one more column. */
export function AddFilter<T>({ columns, filters, change }: Omit<ColumnFiltersProps<T>, 'elements'>) {
  const left = columns.filter(({ title }) => !Object.hasOwn(filters, title));
  return (
    <select
      aria-label="Filter by a column"
      value=""
      onChange={({ target }) => change({ ...filters, [target.value]: {} })}
    >
      <option value="">Filter by…</option>
      {left.map(({ title }) => (
        <option key={title}>{title}</option>
      ))}
    </select>
  );
}

/** The filters of columns: a range of numbers or dates over how they are spread, or a text. */
export function FilterFields<T>({ columns, elements, filters, change }: ColumnFiltersProps<T>) {
  const chosen = columns.filter(({ title }) => Object.hasOwn(filters, title));
  if (chosen.length === 0) return null;
  return (
    <div className="column-filters">
      {chosen.map((column) => {
        const { title, kind } = column;
        const set = (filter: ColumnFilter) => change({ ...filters, [title]: filter });
        const remove = () =>
          change(Object.fromEntries(Object.entries(filters).filter(([of]) => of !== title)));
        const filter = filters[title] ?? {};
        return (
          <fieldset key={title}>
            <legend>{title}</legend>
            {kind === 'number' || kind === 'date' ? (
              <RangeFilter column={column} elements={elements} filter={filter} set={set} />
            ) : (
              <SearchField
                label={`${title} contains`}
                placeholder="contains"
                value={filter.contains ?? ''}
                set={(contains) => set({ contains })}
              />
            )}
            <button
              type="button"
              className="icon-button"
              aria-label={`Remove the filter by ${title}`}
              onClick={remove}
            >
              <Icon name="close" />
            </button>
          </fieldset>
        );
      })}
    </div>
  );
}

interface RangeFilterProps<T> {
  column: Column<T>;
  elements: readonly T[];
  filter: ColumnFilter;
  set: (filter: ColumnFilter) => void;
}

function RangeFilter<T>({ column, elements, filter, set }: RangeFilterProps<T>) {
  const bins = useMemo(() => columnBins(elements, column), [elements, column]);
  const { kind, title } = column;
  const end = (of: 'from' | 'to') => (
    <End
      words={`${title} ${of}`}
      value={filter[of] ?? ''}
      placeholder={of}
      fault={endFault(kind, filter[of])}
      set={(text) => set({ ...filter, [of]: text })}
    />
  );
  return (
    <>
      {end('from')}
      {bins.length > 1 && <Spread bins={bins} column={column} filter={filter} set={set} />}
      {end('to')}
    </>
  );
}

interface EndProps {
  words: string;
  value: string;
  placeholder: string;
  fault: string | undefined;
  set: (text: string) => void;
}

function End({ words, value, placeholder, fault, set }: EndProps): ReactNode {
  const id = useId();
  return (
    <span className="range-field">
      <input
        aria-label={words}
        aria-invalid={fault !== undefined}
        aria-describedby={fault && id}
        placeholder={placeholder}
        size={10}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
      {fault && (
        <span id={id} className="problem" role="alert">
          {fault}
        </span>
      )}
    </span>
  );
}

type SpreadProps<T> = Omit<RangeFilterProps<T>, 'elements'> & { bins: readonly ColumnBin[] };

/** Bars, and under them a slider for each end of the range. */
function Spread<T>({ bins, column: { kind, title }, filter, set }: SpreadProps<T>) {
  const [first, last] = binsTaken(bins, filter, kind);
  const most = maxOf(
    bins.map(({ count }) => count),
    1,
  );
  const told = (text = '') => (kind === 'date' ? dateInWords(text) : text);
  const choose = (of: 'from' | 'to', at: number) => {
    const isOpen = of === 'from' ? at === 0 : at === bins.length - 1;
    set({ ...filter, [of]: isOpen ? '' : bins[at]?.[of] });
  };
  return (
    <div className="spread">
      <svg viewBox={`0 0 ${bins.length} 100`} preserveAspectRatio="none" aria-hidden="true">
        {bins.map(({ from, to, count }, at) => (
          <g key={from} data-out={at < first || at > last}>
            <title>{`${from === to ? told(from) : `${told(from)} to ${told(to)}`}: ${amount(count, 'row')}`}</title>
            <rect className="hit" x={at} y="0" width="1" height="100" />
            <rect className="bar-other" x={at + 0.1} width="0.8" {...barOf(count, most)} />
          </g>
        ))}
      </svg>
      <input
        type="range"
        aria-label={`${title} from`}
        aria-valuetext={told(bins[first]?.from)}
        max={bins.length - 1}
        value={first}
        onChange={({ target }) => choose('from', Math.min(last, target.valueAsNumber))}
      />
      <input
        type="range"
        aria-label={`${title} to`}
        aria-valuetext={told(bins[last]?.to)}
        max={bins.length - 1}
        value={last}
        onChange={({ target }) => choose('to', Math.max(first, target.valueAsNumber))}
      />
    </div>
  );
}

/** Whatever is there is seen, be it one among thousands. */
function barOf(count: number, most: number): { y: number; height: number } {
  const height = count === 0 ? 0 : Math.max(6, (100 * count) / most);
  return { y: 100 - height, height };
}
