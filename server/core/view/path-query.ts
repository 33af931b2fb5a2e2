import type { View } from './view.ts';

/** Paths are looked for up to this many edges. */
export const MOST_STEPS = 6;
/** At most this many paths are shown at once. */
const MOST_PATHS = 100;

/** What paths are asked for by. */
export interface PathQuery {
  from: string;
  to: string;
  type: string[] | undefined;
  maxLength: number;
  all: boolean;
  limit: number;
}

/** What the path or paths of a view are asked for by; undefined where it names none. */
export function pathQuery({
  path = [],
  paths,
  type,
}: Pick<View, 'path' | 'paths' | 'type'>): PathQuery | undefined {
  const [from, to] = path;
  if (from === undefined || to === undefined) return undefined;
  return { from, to, type, maxLength: MOST_STEPS, all: paths === 'all', limit: MOST_PATHS };
}
