import type { KeyboardEvent } from 'react';

/** A cell of a grid, counted from 0. */
export interface Place {
  row: number;
  column: number;
}

const PAGE = 20;

/** Where a key leads in a grid, kept within it; undefined for keys that lead nowhere. */
export function target(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: Place,
  { rows, columns }: { rows: number; columns: number },
): Place | undefined {
  const far = ctrlKey || metaKey;
  const places: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - PAGE, column },
    PageDown: { row: row + PAGE, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? rows - 1 : row, column: columns - 1 },
  };
  const found = Object.hasOwn(places, key) ? places[key] : undefined;
  return (
    found && {
      row: Math.max(0, Math.min(rows - 1, found.row)),
      column: Math.max(0, Math.min(columns - 1, found.column)),
    }
  );
}
