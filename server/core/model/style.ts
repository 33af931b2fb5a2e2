import type { Sign } from './graph.ts';

export type Shape =
  | 'circle'
  | 'square'
  | 'diamond'
  | 'hexagon'
  | 'triangle'
  | 'pentagon'
  | 'page'
  | 'cross'
  | 'star'
  | 'wedge';

/**
 * The one style table: how well-known labels and relationship types look. It is a default, not a
 * vocabulary: whatever it does not list gets the next free shape, sign 0 and a neutral line.
 */
export const LABEL_STYLES: Readonly<Record<string, { shape: Shape; plural: string }>> = {
  Person: { shape: 'circle', plural: 'People' },
  State: { shape: 'square', plural: 'States' },
  Organisation: { shape: 'pentagon', plural: 'Organisations' },
  Group: { shape: 'hexagon', plural: 'Groups' },
  Event: { shape: 'diamond', plural: 'Events' },
  Issue: { shape: 'triangle', plural: 'Issues' },
  Source: { shape: 'page', plural: 'Sources' },
};

/** Labels that only gather others; a node is shown by its more specific label. */
export const GENERAL_LABELS: readonly string[] = ['Actor'];

/** How relationship types whose names are no verbs are read between two names. */
export const TYPE_PHRASES: Readonly<Record<string, string>> = {
  ABSENT_FROM: 'is absent from',
  COMMITTED_TO: 'is committed to',
  DISTANCES_FROM: 'distances itself from',
  MADE_TO: 'was made to',
  MEMBER_OF: 'is a member of',
  PART_OF: 'is part of',
};

/** Signs of relationship types whose edges carry no `sign` property of their own. */
export const TYPE_SIGNS: Readonly<Record<string, Sign>> = { SUPPORTS: 1, OPPOSES: -1 };

/** The sign of an edge: its own `sign` property where it has one, else that of its relationship type. */
export function signOf(type: string, own?: unknown): Sign {
  if (own === 1 || own === -1 || own === 0) return own;
  return Object.hasOwn(TYPE_SIGNS, type) ? (TYPE_SIGNS[type] ?? 0) : 0;
}

/** Relationship types that say who was at an event, and who was expected and stayed away. */
export const PRESENCE_TYPES: Readonly<Record<string, 'present' | 'absent'>> = {
  ATTENDS: 'present',
  ABSENT_FROM: 'absent',
};

/** Relationship types whose source goes between others. */
export const MEDIATION_TYPES: readonly string[] = ['MEDIATES'];

/** Whether a relationship type says that its source was at its target, or stayed away; undefined when neither. */
export function presenceOf(type: string): 'present' | 'absent' | undefined {
  return Object.hasOwn(PRESENCE_TYPES, type) ? PRESENCE_TYPES[type] : undefined;
}
