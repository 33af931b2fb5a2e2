import { readStoryFile, writeStoryFile } from '../../../../server/core/files/story.ts';
import type { Story } from '../../../../server/core/model/story.ts';
import { searchToView } from '../../../../server/core/view/view-link.ts';
import { capital } from '../../../../server/core/words/words.ts';
import { change } from '../../link/view-changes.ts';
import type { Memory } from '../../panels.ts';
import type { ExplorerStore } from '../../store.ts';
import { viewOfStep } from '../story-step.ts';
import { captured, titleFor } from './capture.ts';
import { type ComposerCore, createCore } from './composer-core.ts';
import * as drafts from './draft.ts';
import { type DraftFault, faultsOf, knownNames } from './draft-faults.ts';
import { beginDraft, redo, undo } from './draft-history.ts';
import { closeDraft, forgetDraft, keepSelected, leftAt, readDrafts } from './draft-memory.ts';

/** A file with more characters than this is no story. */
export const MOST_READ = 2_000_000;

export type StoryComposer = ReturnType<typeof createStoryComposer>;

/**
 * What composes stories: it captures views, keeps drafts in `memory`, and reads and writes files. It holds no
 * subscription and nothing open.
 */
export function createStoryComposer(
  store: ExplorerStore,
  memory: Memory | undefined,
  now: () => number = Date.now,
) {
  const core = createCore(store, memory, now);
  return {
    state: core.state,
    ...createOpening(core),
    ...createWriting(core),
    ...createArranging(core),
    ...createShowing(core),
  };
}

/** What opens, leaves and forgets drafts, and what comes out of them. */
function createOpening({ state, store, memory, put, open }: ComposerCore) {
  const draft = () => state.getState().open?.draft;
  return {
    start: () => open(drafts.EMPTY_DRAFT),
    /** Opens a copy of a story for writing. */
    openStory: (story: Story) => open(drafts.draftOf(story, story.id)),
    /** Opens the text of a story's file; what is wrong with it is told by line, and nothing is opened then. */
    openFile: (name: string, text: string) => {
      const { story, problems } = readFile(name, text);
      if (!story || problems.length > 0) return state.setState({ refused: { name, problems } });
      open(drafts.draftOf(story, name.replace(/\.ya?ml$/i, '')));
    },
    openDraft: (id: string) => {
      const found = readDrafts(memory).find((each) => each.id === id);
      if (found) put(beginDraft(found.draft), id, leftAt(found));
    },
    /** Leaves the open draft, which stays kept. */
    leave: () => {
      closeDraft(memory);
      state.setState({ open: undefined, selected: undefined, kept: 'kept', known: readDrafts(memory) });
    },
    forget: (id: string) => {
      forgetDraft(memory, id);
      state.setState({ known: readDrafts(memory) });
    },
    dismissRefused: () => state.setState({ refused: undefined }),
    /** What is to be put right before the open draft can be saved. */
    faults: (): DraftFault[] => {
      const now = draft();
      return now ? faultsOf(now, knownNames(store.getState())) : [];
    },
    /** The file of the open draft; undefined while there is none. */
    file: (): { name: string; text: string } | undefined => {
      const now = draft();
      return now && { name: `${drafts.nameOf(now)}.yaml`, text: writeStoryFile(drafts.fileOf(now)) };
    },
  };
}

function readFile(name: string, text: string): ReturnType<typeof readStoryFile> {
  if (text.length <= MOST_READ) return readStoryFile(text, name);
  return {
    problems: [{ path: name, message: `is longer than ${MOST_READ} characters, too long for a story.` }],
  };
}

/** What writes words, and captures views. */
function createWriting({ state, store, memory, alter, called, say }: ComposerCore) {
  return {
    select: (selected: string) => {
      state.setState({ selected });
      keepSelected(memory, state.getState().open?.id, selected);
    },
    write: (field: 'name' | 'title' | 'summary', text: string) =>
      alter(`write the ${field}`, (draft) => ({ ...draft, [field]: text })),
    writeStep: (key: string, field: 'title' | 'caption' | 'notes', text: string) =>
      alter(`write the ${field} of ${called(key)}`, (draft) =>
        drafts.changeStep(draft, key, { [field]: text }),
      ),
    /** Adds the view that is shown as a step, after the one that is written on. */
    capture: () => {
      const { open: before, selected } = state.getState();
      const now = store.getState();
      const [draft, key] = drafts.addStep(
        before?.draft ?? drafts.EMPTY_DRAFT,
        { title: titleFor(now), caption: now.view.caption ?? '', notes: '', view: captured(now.view) },
        selected,
      );
      alter('capture the view', () => draft, key);
      say(`The view is captured as ${called(key)}.`);
    },
    recapture: (key: string) => {
      const view = captured(store.getState().view);
      alter(`capture ${called(key)} again`, (draft) => drafts.changeStep(draft, key, { view }));
      say(`${capital(called(key))} now shows the current view.`);
    },
  };
}

/** What changes which steps there are, and their order. */
function createArranging({ state, put, alter, stepOf, called, say }: ComposerCore) {
  const walk = (way: typeof undo, done: string, name: string | undefined) => {
    const { open } = state.getState();
    if (!open || name === undefined) return;
    put(way(open), open.id);
    say(`${done}: ${name}.`);
  };
  return {
    duplicate: (key: string) => {
      const step = stepOf(key);
      const draft = state.getState().open?.draft;
      if (!step || !draft) return;
      const [next, copy] = drafts.addStep(draft, step, key);
      alter(`duplicate ${called(key)}`, () => next, copy);
      say(`${capital(called(copy))} is a copy of ${called(key)}.`);
    },
    remove: (key: string) => {
      const name = called(key);
      const steps = state.getState().open?.draft.steps ?? [];
      const at = steps.findIndex((step) => step.key === key);
      const next = (steps[at + 1] ?? steps[at - 1])?.key;
      alter(`remove ${name}`, (draft) => drafts.removeStep(draft, key), next);
      say(`${capital(name)} is removed; undo brings it back.`);
    },
    move: (keys: readonly string[], target: string, side: 'before' | 'after') => {
      const [first] = keys;
      if (first === undefined) return;
      alter(`move ${called(first)}`, (draft) => drafts.moveSteps(draft, keys, target, side), first);
      say(`It is ${called(first)} now.`);
    },
    undo: () => walk(undo, 'Undone', state.getState().open?.past.at(-1)?.name),
    redo: () => walk(redo, 'Redone', state.getState().open?.future[0]?.name),
  };
}

/** What shows steps in the picture. */
function createShowing({ state, store, stepOf }: ComposerCore) {
  return {
    /** Shows what a step shows, without telling the story. */
    show: (key: string) => {
      const step = stepOf(key);
      if (!step) return;
      const { view } = searchToView(step.view);
      store.setState(({ view: { theme, table } }) => ({ view: change(view, { theme, table }) }));
    },
    /** Tells the draft from a step on. */
    play: (key: string) => {
      const { open } = state.getState();
      if (!open) return;
      const value = drafts.storyOf(open.id, open.draft);
      const at = open.draft.steps.findIndex((step) => step.key === key);
      store.setState(({ view }) => ({
        story: { state: 'ready', value },
        view: viewOfStep(value, at + 1, view),
      }));
    },
  };
}
