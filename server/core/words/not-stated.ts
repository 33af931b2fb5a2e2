import type { Properties } from '../model/graph.ts';

/** What is said of evidence that the data do not give. */
export const NOT_STATED = 'Not stated';

/** Whether an edge was coded from a source, so that a reader looks for its evidence; others have nothing to state. */
export function isCoded({ claim, source }: Properties): boolean {
  return [claim, source].some((value) => value !== undefined && value !== null && value !== '');
}

/** The fields of evidence that are told even where they are not known. */
export const EXPECTED: readonly string[] = ['assertedBy', 'modality', 'confidence', 'paragraph'];
