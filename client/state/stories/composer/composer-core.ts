import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorDetail } from '../../../../server/core/model/errors.ts';
import type { Story } from '../../../../server/core/model/story.ts';
import type { Memory } from '../../panels.ts';
import type { ExplorerStore } from '../../store.ts';
import { type Draft, type DraftStep, EMPTY_DRAFT, isUnwritten, storyOf } from './draft.ts';
import { beginDraft, type DraftHistory, record } from './draft-history.ts';
import { newDraftId } from './draft-id.ts';
import { type Kept, type KeptDraft, keepDraft, leftAt, readDrafts, readOpenDraft } from './draft-memory.ts';

/** What is being composed. */
export interface ComposerState {
  /** The draft that is open, with what can be undone; undefined while none is. */
  open: (DraftHistory & { id: string }) | undefined;
  /** The key of the step that is written on. */
  selected: string | undefined;
  /** Whether the browser keeps the open draft. */
  kept: Kept;
  /** Every draft that the browser keeps, the last changed first. */
  known: readonly KeptDraft[];
  /** What was wrong with the file that was last opened, by line. */
  refused: { name: string; problems: readonly ErrorDetail[] } | undefined;
}

/** What all that is done to a draft goes through. */
export interface ComposerCore {
  state: StoreApi<ComposerState>;
  store: ExplorerStore;
  memory: Memory | undefined;
  /** Shows a state of a draft, keeps it, and tells it anew where it is being told. */
  put: (history: DraftHistory, id: string, selected?: string) => void;
  open: (draft: Draft) => void;
  /** Changes the open draft, as one thing to undo; a new draft where none is open. */
  alter: (name: string, turn: (draft: Draft) => Draft, selected?: string) => void;
  stepOf: (key: string) => DraftStep | undefined;
  /** A step as it is spoken of: `step 2`. */
  called: (key: string) => string;
  say: (announcement: string) => void;
}

/** @param now Milliseconds since 1970. */
export function createCore(
  store: ExplorerStore,
  memory: Memory | undefined,
  now: () => number,
): ComposerCore {
  const state = createStore<ComposerState>()(() => begun(memory));
  const put: ComposerCore['put'] = (history, id, selected = state.getState().selected) => {
    const { steps } = history.draft;
    const at = steps.some(({ key }) => key === selected) ? selected : steps.at(-1)?.key;
    state.setState({ open: { ...history, id }, selected: at });
    if (!isUnwritten(history.draft)) {
      const kept = keepDraft(memory, { id, changed: now(), selected: at, draft: history.draft });
      state.setState({ kept, known: readDrafts(memory) });
    }
    retell(store, storyOf(id, history.draft));
  };
  const open = (draft: Draft) => {
    state.setState({ refused: undefined });
    put(beginDraft(draft), newDraftId(), draft.steps[0]?.key);
  };
  const steps = () => state.getState().open?.draft.steps ?? [];
  return {
    ...{ state, store, memory, put, open },
    alter: (name, turn, selected) => {
      if (!state.getState().open) open(EMPTY_DRAFT);
      const history = state.getState().open;
      if (history) put(record(history, turn(history.draft), name), history.id, selected);
    },
    stepOf: (key) => steps().find((step) => step.key === key),
    called: (key) => `step ${steps().findIndex((step) => step.key === key) + 1}`,
    say: (announcement) => store.setState({ announcement }),
  };
}

function begun(memory: Memory | undefined): ComposerState {
  const last = readOpenDraft(memory);
  return {
    open: last && { ...beginDraft(last.draft), id: last.id },
    selected: last && leftAt(last),
    kept: 'kept',
    known: readDrafts(memory),
    refused: undefined,
  };
}

/** A story that is told while it is written on is told as it is now. */
function retell(store: ExplorerStore, value: Story): void {
  const { story } = store.getState();
  if (story.state === 'ready' && story.value.id === value.id)
    store.setState({ story: { state: 'ready', value } });
}
