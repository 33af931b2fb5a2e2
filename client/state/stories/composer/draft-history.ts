import type { Draft } from './draft.ts';

/** A draft with the states before and after it; each is named by the change that led on from it. */
export interface DraftHistory {
  past: readonly Named[];
  draft: Draft;
  future: readonly Named[];
}
interface Named {
  name: string;
  draft: Draft;
}

/** At most this many changes can be undone. */
export const MOST_UNDONE = 100;

export function beginDraft(draft: Draft): DraftHistory {
  return { past: [], draft, future: [] };
}

/** One change on. Going on with the same, such as typing into one field, is one change. */
export function record(
  { past, draft: before, future }: DraftHistory,
  draft: Draft,
  name: string,
): DraftHistory {
  const goesOn = future.length === 0 && past.at(-1)?.name === name && name.startsWith('write ');
  return { past: goesOn ? past : [...past, { name, draft: before }].slice(-MOST_UNDONE), draft, future: [] };
}

export function undo({ past, draft, future }: DraftHistory): DraftHistory {
  const last = past.at(-1);
  if (!last) return { past, draft, future };
  return { past: past.slice(0, -1), draft: last.draft, future: [{ name: last.name, draft }, ...future] };
}

export function redo({ past, draft, future }: DraftHistory): DraftHistory {
  const [next] = future;
  if (!next) return { past, draft, future };
  return { past: [...past, { name: next.name, draft }], draft: next.draft, future: future.slice(1) };
}
