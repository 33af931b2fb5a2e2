import * as z from 'zod/mini';

export const DIRECTIONS = ['out', 'in', 'both'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The neighbours of a node along edges of one relationship type and direction, seen from the node. */
export interface Expansion {
  direction: Direction;
  /** Undefined for every type. */
  type: string | undefined;
  key: string;
}

const FORM = /^(out|in|both):([^:]*):(.+)$/s;

/** As a view's link says it: `out:SUPPORTS:key`; a colon in a type is percent-encoded. */
export const expansionText = z.string().check(
  z.maxLength(1500),
  z.refine((text) => readExpansion(text) !== undefined, {
    message: 'takes a direction (out, in, both), a relationship type and a node key, such as out:TYPE:key.',
  }),
);

/** Reads an expansion; undefined for what is none. */
export function readExpansion(text: string): Expansion | undefined {
  const [, direction, type = '', key = ''] = FORM.exec(text) ?? [];
  if (!direction) return undefined;
  try {
    return { direction: direction as Direction, type: decodeURIComponent(type) || undefined, key };
  } catch {
    return undefined;
  }
}

/** Writes an expansion as {@link readExpansion} reads it. */
export function writeExpansion({ direction, type = '', key }: Expansion): string {
  return `${direction}:${type.replaceAll('%', '%25').replaceAll(':', '%3A')}:${key}`;
}
