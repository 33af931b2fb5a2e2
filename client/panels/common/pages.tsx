import { amount, number } from '../../../server/core/words/words.ts';

interface PagesProps {
  page: number;
  pages: number;
  /** Rows on one page. */
  size: number;
  rows: number;
  turn: (page: number) => void;
  /** What it turns the pages of. */
  of: string;
}

/** Turns the pages of a long list. */
export function Pages({ page, pages, size, rows, turn, of }: PagesProps) {
  return (
    <nav className="pages" aria-label={`Pages of the ${of}`}>
      <button type="button" className="button" disabled={page === 0} onClick={() => turn(page - 1)}>
        Before
      </button>
      <span>
        {number(page * size + 1)} to {number(Math.min(rows, (page + 1) * size))} of {amount(rows, 'row')}
      </span>
      <button type="button" className="button" disabled={page === pages - 1} onClick={() => turn(page + 1)}>
        Next
      </button>
    </nav>
  );
}
