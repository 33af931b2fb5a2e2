import type { Story, StoryFile } from '../../../../server/core/model/story.ts';
import { storyId } from '../../../../server/core/model/story-id.ts';
import { maxOf } from '../../../../server/core/numbers/extremes.ts';

/** A step that is being written; what is not written yet is empty. */
export interface DraftStep {
  /** Tells it from the others of its draft, wherever it is moved. */
  key: string;
  title: string;
  /** Markdown. */
  caption: string;
  /** For the presenter alone. */
  notes: string;
  /** The search part of a link. */
  view: string;
}

/** A story that is being written. */
export interface Draft {
  /** What its file is to be called, without the ending; empty for a name made of the title. */
  name: string;
  title: string;
  summary: string;
  steps: readonly DraftStep[];
}

export const EMPTY_DRAFT: Draft = { name: '', title: '', summary: '', steps: [] };

/** Whether there is nothing in a draft that anybody would miss. */
export function isUnwritten({ title, summary, steps }: Draft): boolean {
  return title === '' && summary === '' && steps.length === 0;
}

/** A story, to be written on. */
export function draftOf({ title, summary = '', steps }: StoryFile, name = ''): Draft {
  return {
    ...{ name, title, summary },
    steps: steps.map(({ notes = '', ...step }, at) => ({ key: String(at + 1), ...step, notes })),
  };
}

/** A draft as the file of a story holds it: what is empty and may be absent is left out. */
export function fileOf({ title, summary, steps }: Draft): StoryFile {
  return {
    title: title.trim(),
    ...(summary.trim() && { summary: summary.trim() }),
    steps: steps.map(({ title: called, caption, notes, view }) => ({
      title: called.trim(),
      caption: caption.trim(),
      ...(notes.trim() && { notes: notes.trim() }),
      view,
    })),
  };
}

/** A draft as a story that can be told, finished or not. */
export function storyOf(id: string, draft: Draft): Story {
  return { id, dataSet: '', ...fileOf(draft) };
}

/** The name of a draft's file, without the ending: as given, else made of the title. */
export function nameOf({ name, title }: Pick<Draft, 'name' | 'title'>): string {
  if (name) return name;
  const words = title
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  const made = words
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return storyId.safeParse(made).success ? made : 'story';
}

/** Adds a step after the one of a key, else at the end. */
export function addStep(draft: Draft, step: Omit<DraftStep, 'key'>, after?: string): [Draft, key: string] {
  const key = String(
    maxOf(
      draft.steps.map((each) => Number(each.key)),
      0,
    ) + 1,
  );
  const at = draft.steps.findIndex((each) => each.key === after);
  const place = at < 0 ? draft.steps.length : at + 1;
  return [{ ...draft, steps: draft.steps.toSpliced(place, 0, { ...step, key }) }, key];
}

export function changeStep(draft: Draft, key: string, fields: Partial<Omit<DraftStep, 'key'>>): Draft {
  return { ...draft, steps: draft.steps.map((step) => (step.key === key ? { ...step, ...fields } : step)) };
}

export function removeStep(draft: Draft, key: string): Draft {
  return { ...draft, steps: draft.steps.filter((step) => step.key !== key) };
}

/** Puts steps, in the order they have, before or after another; nothing where that one is among them. */
export function moveSteps(
  draft: Draft,
  keys: readonly string[],
  target: string,
  side: 'before' | 'after',
): Draft {
  const moved = draft.steps.filter(({ key }) => keys.includes(key));
  const others = draft.steps.filter(({ key }) => !keys.includes(key));
  const at = others.findIndex(({ key }) => key === target);
  if (at < 0) return draft;
  return { ...draft, steps: others.toSpliced(side === 'before' ? at : at + 1, 0, ...moved) };
}
