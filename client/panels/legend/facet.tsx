import { memo, type ReactNode, useId, useMemo, useState } from 'react';
import { amount, number } from '../../../server/core/words/words.ts';
import { type Facet as FacetName, passes } from '../../state/link/view-changes.ts';
import { broughtBack, filteredWhole, leftWhenToggled } from '../../state/shown/facet-counts.ts';
import { useExplorer, useExplorerState, useViewButCamera } from '../common/context.ts';
import { useIdleValue } from '../common/idle-value.ts';

export interface FacetRow {
  value: string;
  title: string;
  /** How many the data holds. */
  total: number;
  glyph?: ReactNode;
}

interface FacetProps {
  facet: FacetName;
  title: string;
  rows: readonly FacetRow[];
  /** How many are shown, by value. */
  shown: ReadonlyMap<string, number>;
}

/** Up to this many rows are listed at once; longer lists show some less and offer the rest. */
const LISTED = 14;
const FIRST = 10;

/** One filter of the legend: what there is, how much of it is shown, and what may pass. */
export function Facet({ facet, title, rows, shown }: FacetProps) {
  const { actions } = useExplorer();
  const chosen = useExplorerState((state) => state.view[facet]);
  const [near, setNear] = useState<string>();
  const back = useBack(facet, rows);
  const left = useLeft(facet, near, rows);
  const heading = useId();
  const [whole, setWhole] = useState(false);
  const long = rows.length > LISTED;
  const listed = long && !whole ? rows.slice(0, FIRST) : rows;
  if (rows.length === 0) return null;
  return (
    <section className="facet" aria-labelledby={heading}>
      <header>
        <h3 id={heading}>{title}</h3>
        <span className="leaves" role="status">
          {left}
        </span>
        {chosen && (
          <button type="button" className="text-button" onClick={() => actions.setFacet(facet, undefined)}>
            all<span className="unseen"> {title.toLowerCase()}</span>
          </button>
        )}
      </header>
      <ul>
        {listed.map((row) => (
          <Row
            key={row.value}
            facet={facet}
            row={row}
            all={rows}
            shown={shown.get(row.value) ?? 0}
            back={back?.get(row.value) ?? (back && 0)}
            look={setNear}
          />
        ))}
      </ul>
      {long && (
        <button type="button" className="text-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Show fewer' : `Show all ${rows.length} ${title.toLowerCase()}`}
        </button>
      )}
    </section>
  );
}

/** How many of each value that is left out are shown once it is brought back. */
function useBack(facet: FacetName, rows: readonly FacetRow[]): ReadonlyMap<string, number> | undefined {
  // The picture's answer does not wait for what other filters would do.
  const view = useIdleValue(useViewButCamera());
  const whole = useIdleValue(useExplorerState(filteredWhole));
  return useMemo(
    () =>
      whole &&
      broughtBack(
        whole,
        view,
        facet,
        rows.map(({ value }) => value),
      ),
    [whole, view, facet, rows],
  );
}

/** What is left when the value that somebody looks at is taken out or brought back, in words. */
function useLeft(facet: FacetName, near: string | undefined, rows: readonly FacetRow[]): string {
  const value = useIdleValue(near);
  const view = useIdleValue(useViewButCamera());
  const whole = useIdleValue(useExplorerState(filteredWhole));
  const left = useMemo(() => {
    if (value === undefined || !whole || rows.length < 2) return '';
    const all = rows.map((row) => row.value);
    const { nodes, edges } = leftWhenToggled(whole, view, facet, value, all);
    return `${passes(view, facet, value) ? 'without' : 'with'} it ${amount(nodes, 'node')}, ${amount(edges, 'edge')}`;
  }, [whole, view, facet, value, rows]);
  return value === near ? left : '';
}

interface RowProps {
  facet: FacetName;
  row: FacetRow;
  all: readonly FacetRow[];
  shown: number;
  /** How many are shown once it is brought back; undefined where that is not known. */
  back: number | undefined;
  /** Somebody looks at a value, or at none any more. */
  look: (value: string | undefined) => void;
}

/**
 * How many of a value are shown; of one that is left out how many are once it is brought back, where that is known.
 */
export function Count({ shown, back, total }: { shown: number; back: number | undefined; total: number }) {
  const count = back ?? shown;
  return (
    <span className="count">
      {back !== undefined && '+'}
      {count === total ? number(count) : `${number(count)} of ${number(total)}`}
      <span className="unseen">{back === undefined ? ' shown' : ' when brought back'}</span>
    </span>
  );
}

/** Kept as it is while nothing of its own changes: a change of one filter is not to write the rows of all others. */
const Row = memo(function Row({ facet, row, all, shown, back, look }: RowProps) {
  const { actions } = useExplorer();
  const checked = useExplorerState((state) => passes(state.view, facet, row.value));
  const values = all.map(({ value }) => value);
  const toggle = () => actions.toggleFacet(facet, row.value, values);
  return (
    <li
      data-off={!checked}
      onPointerEnter={() => look(row.value)}
      onPointerLeave={() => look(undefined)}
      onFocus={() => look(row.value)}
      onBlur={() => look(undefined)}
    >
      <label>
        <input type="checkbox" checked={checked} onChange={toggle} />
        {row.glyph}
        <span className="facet-title">{row.title}</span>
        <Count shown={shown} back={checked ? undefined : back} total={row.total} />
      </label>
      {all.length > 1 && (
        <button
          type="button"
          className="text-button only"
          aria-label={`Only ${row.title}`}
          onClick={() => actions.setFacet(facet, [row.value])}
        >
          only
        </button>
      )}
    </li>
  );
});
