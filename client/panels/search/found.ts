import { useEffect, useMemo, useState } from 'react';
import type { Column } from '../../state/table/table.ts';
import { finderIn } from '../../state/table/table-text.ts';

interface Found<T> {
  listed: readonly T[];
  /** The text that they were found by; empty where all are listed. */
  of: string;
}

/**
 * The elements in whose cells a text occurs; all of them without a text. Until they are found, those of the text
 * before stay.
 */
export function useFound<T extends object>(
  elements: readonly T[],
  columns: readonly Column<T>[],
  text: string,
): Found<T> {
  const find = useMemo(() => finderIn(columns), [columns]);
  const [found, setFound] = useState<Found<T>>();
  const of = text.trim();
  useEffect(() => {
    const abort = new AbortController();
    const look = async () => {
      const listed = await find(elements, of, abort.signal);
      if (!abort.signal.aborted) setFound(of === '' ? undefined : { listed, of });
    };
    look().catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    });
    return () => abort.abort();
  }, [find, elements, of]);
  return of !== '' && found ? found : { listed: elements, of: '' };
}
