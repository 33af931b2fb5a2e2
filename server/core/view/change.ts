import type { View } from './view.ts';

/** A link names at most this many selected nodes and edges. */
export const MOST_SELECTED = 1000;

/** A view with fields replaced; fields given as undefined, empty lists and empty records go away. */
export function change(view: View, fields: { [F in keyof View]?: View[F] | undefined }): View {
  const entries = Object.entries({ ...view, ...fields }).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(entries) as View;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Puts nodes by hand, in layout units. */
export function pin(view: View, positions: ReadonlyMap<string, { x: number; y: number }>): View {
  const pinned = [...positions].map(([key, { x, y }]): [string, [number, number]] => [key, [x, y]]);
  return change(view, { pins: { ...view.pins, ...Object.fromEntries(pinned) } });
}
