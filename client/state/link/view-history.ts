import type { View } from '../../../server/core/view/view.ts';

/** A view that was shown, and what the step is called that led to it. */
export interface HistoryEntry {
  view: View;
  name: string | undefined;
}

/**
 * The views of this page in order. `at` counts from the first view of the page on; entries that were left
 * before the page was loaded anew are not known, though the browser still has them.
 */
export interface ViewHistory {
  entries: readonly (HistoryEntry | undefined)[];
  at: number;
}

/** A history that stands at a view, `at` steps after the first. */
export function beginHistory(view: View, at = 0, name?: string): ViewHistory {
  const entries: (HistoryEntry | undefined)[] = Array(at).fill(undefined);
  return { entries: [...entries, { view, name }], at };
}

/** One step on: what was undone before is forgotten. */
export function recordStep({ entries, at }: ViewHistory, view: View, name: string): ViewHistory {
  return { entries: [...entries.slice(0, at + 1), { view, name }], at: at + 1 };
}

/** The same step with another view, such as after a move of the camera. */
export function replaceStep({ entries, at }: ViewHistory, view: View): ViewHistory {
  return { entries: entries.with(at, { view, name: entries[at]?.name }), at };
}

/** The history after a walk to the entry `at`, where it shows `view`. */
export function walkTo({ entries }: ViewHistory, at: number, view: View, name?: string): ViewHistory {
  const known: (HistoryEntry | undefined)[] = Array.from({ length: Math.max(entries.length, at + 1) });
  entries.forEach((entry, index) => {
    known[index] = entry;
  });
  known[at] = { view, name: name ?? known[at]?.name };
  return { entries: known, at };
}

/** What the step is called that undo takes back; undefined where there is none. */
export function undoName({ entries, at }: ViewHistory): string | undefined {
  return at > 0 ? (entries[at]?.name ?? 'the previous change') : undefined;
}

/** What the step is called that redo brings again; undefined where there is none. */
export function redoName({ entries, at }: ViewHistory): string | undefined {
  return at + 1 < entries.length ? (entries[at + 1]?.name ?? 'the next change') : undefined;
}
