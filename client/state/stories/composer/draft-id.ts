/** What the ids of drafts begin with, which stand for stories that only this browser has. */
export const DRAFT = 'draft-';

/** An id that no draft has yet. */
export function newDraftId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return DRAFT + [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
