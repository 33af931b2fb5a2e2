import * as z from 'zod/mini';
import { attempt, type Memory } from '../../panels.ts';
import type { Draft } from './draft.ts';

/** At most this many drafts are kept, and this many characters of them all. */
export const MOST_DRAFTS = 20;
export const MOST_KEPT = 1_000_000;

/** A draft as the browser keeps it. */
export interface KeptDraft {
  id: string;
  /** When it was last changed, in milliseconds since 1970. */
  changed: number;
  /** The key of the step that it was left at. */
  selected?: string | undefined;
  draft: Draft;
}

/** Whether a draft is kept; not where there are too many, or the browser's own memory is full or forbidden. */
export type Kept = 'kept' | 'full' | 'forbidden';

const NAME = 'entente.drafts';

const text = z.string();
const kept = z.object({
  open: z.optional(text),
  drafts: z.array(
    z.object({
      id: text.check(z.regex(/^draft-[a-z0-9]+$/)),
      changed: z.number(),
      selected: z.optional(text),
      draft: z.object({
        ...{ name: text, title: text, summary: text },
        steps: z.array(z.object({ key: text, title: text, caption: text, notes: text, view: text })),
      }),
    }),
  ),
});
type All = z.infer<typeof kept>;

/** Every draft that is kept, the last changed first; none where nothing readable is remembered. */
export function readDrafts(memory: Memory | undefined): KeptDraft[] {
  return readAll(memory).drafts.sort((a, b) => b.changed - a.changed);
}

/** The step that a draft was left at; the first where that is not known. */
export function leftAt({ draft: { steps }, selected }: KeptDraft): string | undefined {
  return (steps.find(({ key }) => key === selected) ?? steps[0])?.key;
}

/** The draft that was open when the page was last left. */
export function readOpenDraft(memory: Memory | undefined): KeptDraft | undefined {
  const { open, drafts } = readAll(memory);
  return drafts.find(({ id }) => id === open);
}

/** Keeps a draft, and that it is the one that is open. What others kept meanwhile stays. */
export function keepDraft(memory: Memory | undefined, draft: KeptDraft): Kept {
  const { drafts } = readAll(memory);
  const all = [...drafts.filter(({ id }) => id !== draft.id), draft];
  return all.length > MOST_DRAFTS
    ? 'full'
    : writeAll(memory, { open: draft.id, drafts: all as All['drafts'] });
}

/** Keeps which step of a draft is written on. What is written in it, here or in another window, stays. */
export function keepSelected(memory: Memory | undefined, id: string | undefined, selected: string): void {
  const all = readAll(memory);
  const drafts = all.drafts.map((each) => (each.id === id ? { ...each, selected } : each));
  writeAll(memory, { ...all, drafts });
}

export function forgetDraft(memory: Memory | undefined, id: string): void {
  const { open, drafts } = readAll(memory);
  const left = drafts.filter((each) => each.id !== id);
  writeAll(memory, { ...(open !== id && { open }), drafts: left });
}

/** Remembers that no draft is open. */
export function closeDraft(memory: Memory | undefined): void {
  writeAll(memory, { drafts: readAll(memory).drafts });
}

function readAll(memory: Memory | undefined): All {
  const read = kept.safeParse(attempt(() => JSON.parse(memory?.getItem(NAME) ?? '')));
  return read.success ? read.data : { drafts: [] };
}

function writeAll(memory: Memory | undefined, all: All): Kept {
  if (!memory) return 'forbidden';
  const written = JSON.stringify(all);
  if (written.length > MOST_KEPT) return 'full';
  const done = attempt(() => {
    memory.setItem(NAME, written);
    return true;
  });
  return done ? 'kept' : 'full';
}
