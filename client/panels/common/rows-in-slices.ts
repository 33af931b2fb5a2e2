import { useEffect, useMemo, useState } from 'react';

/**
 * The first rows of a page, and more in each task that follows until all of them are there: many at once
 * would hold up the keyboard and the picture.
 *
 * @param rows  The rows of one page.
 * @param page  Which page that is. Another one begins anew; other rows on the same page do not.
 * @param batch How many rows are added at once, at least 1.
 */
export function useGrowing<Row>(rows: readonly Row[], page: number, batch: number): readonly Row[] {
  const [grown, setGrown] = useState({ page, count: batch });
  const count = grown.page === page ? grown.count : batch;
  const whole = count >= rows.length;
  useEffect(() => {
    if (whole) return;
    const timer = setTimeout(() => setGrown({ page, count: count + batch }));
    return () => clearTimeout(timer);
  }, [whole, page, count, batch]);
  return useMemo(() => (whole ? rows : rows.slice(0, count)), [rows, whole, count]);
}
