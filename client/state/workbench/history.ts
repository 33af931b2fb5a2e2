import { createStore, type StoreApi } from 'zustand/vanilla';
import { attempt, type Memory } from '../panels.ts';

const NAME = 'entente.statements';
const PINNED = 'entente.pinned';
/** At most this many statements are remembered. */
export const HISTORY_LENGTH = 100;
/** Of at most this many characters together, for the browser's memory is small. */
export const HISTORY_SIZE = 200_000;

/** The statements that were run, newest last, surviving a reload where the browser remembers. */
export interface StatementHistory {
  /** What was run, newest last, and what of it stays however much is run. */
  store: StoreApi<{ statements: readonly string[]; pinned: readonly string[] }>;
  all: () => readonly string[];
  /** Has a statement stay, or stay no longer. */
  pin: (statement: string) => void;
  add: (statement: string) => void;
  /**
   * The statement a step before (-1) or after (+1) the present one; undefined at the ends.
   * Stepping past the newest gives back what was being written when the walk began.
   */
  walk: (step: -1 | 1, present: string) => string | undefined;
}

/** The history as it was left; empty where nothing readable is remembered. */
export function createHistory(memory: Memory | undefined): StatementHistory {
  const pinned = recall(memory, PINNED);
  let statements = recall(memory, NAME);
  let at = statements.length;
  let draft = '';
  const store = createStore<{ statements: readonly string[]; pinned: readonly string[] }>()(() => ({
    statements,
    pinned,
  }));
  return {
    store,
    all: () => statements,
    pin: (statement) => {
      const { pinned: before } = store.getState();
      const others = before.filter((other) => other !== statement);
      const now = others.length < before.length ? others : shortened([...others, statement]);
      store.setState({ pinned: now });
      attempt(() => memory?.setItem(PINNED, JSON.stringify(now)));
    },
    add: (statement) => {
      if (!statement.trim()) return;
      statements = shortened([...statements.filter((other) => other !== statement), statement]);
      at = statements.length;
      store.setState({ statements });
      attempt(() => memory?.setItem(NAME, JSON.stringify(statements)));
    },
    walk: (step, present) => {
      const settled = at < statements.length && statements[at] === present;
      if (!settled) {
        draft = present;
        at = statements.length;
        if (step < 0 && statements.at(-1) === present) at -= 1;
      }
      const next = at + step;
      if (next < 0 || next > statements.length) return undefined;
      at = next;
      return statements[at] ?? draft;
    },
  };
}

function shortened(statements: string[]): string[] {
  let kept = statements.slice(-HISTORY_LENGTH);
  let size = kept.reduce((sum, { length }) => sum + length, 0);
  while (size > HISTORY_SIZE && kept.length > 1) {
    size -= kept[0]?.length ?? 0;
    kept = kept.slice(1);
  }
  return size > HISTORY_SIZE ? [] : kept;
}

function recall(memory: Memory | undefined, name: string): string[] {
  const known: unknown = attempt(() => JSON.parse(memory?.getItem(name) ?? '[]'));
  return Array.isArray(known) ? shortened(known.filter((item) => typeof item === 'string')) : [];
}
