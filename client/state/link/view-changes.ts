import { change, MOST_SELECTED } from '../../../server/core/view/change.ts';
import { type Expansion, readExpansion, writeExpansion } from '../../../server/core/view/expansion.ts';
import type { View } from '../../../server/core/view/view.ts';

export { change, MOST_SELECTED, pin } from '../../../server/core/view/change.ts';

/** The filters that hold a list of values of which any may match. */
export type Facet = 'label' | 'type' | 'modality' | 'confidence' | 'source';

/** Whether a value passes a facet; every value passes one that is not set. */
export function passes(view: View, facet: Facet, value: string): boolean {
  const chosen: readonly string[] | undefined = view[facet];
  return !chosen || chosen.includes(value);
}

/**
 * Takes a value out of a facet or puts it back. `all` are the values the data knows: when every one of
 * them is in, or none would be left, the facet is lifted, so that the picture is never emptied by it.
 */
export function toggleFacet(view: View, facet: Facet, value: string, all: readonly string[]): View {
  const chosen: readonly string[] = view[facet] ?? all;
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  const lifted = next.length === 0 || all.every((known) => next.includes(known));
  return setFacet(view, facet, lifted ? undefined : all.filter((known) => next.includes(known)));
}

/** Lets only these values pass a facet; undefined lifts it. */
export function setFacet(view: View, facet: Facet, values: readonly string[] | undefined): View {
  return change(view, { [facet]: values && [...values] });
}

/** Whether anything narrows the graph. */
export function isFiltered(view: View): boolean {
  return filterFields.some((field) => view[field] !== undefined);
}

/** The view without anything that narrows the graph. */
export function withoutFilters(view: View): View {
  return change(view, Object.fromEntries(filterFields.map((field) => [field, undefined])));
}

/** What narrows the graph. */
export const filterFields = [
  'label',
  'type',
  'modality',
  'confidence',
  'source',
  'from',
  'to',
  'dated',
  'where',
  'text',
  'minDegree',
  'core',
  'largest',
  'backbone',
  'nearest',
  'focus',
  'depth',
] as const;

/** Selects nodes and edges; with `add` those not selected are added and those selected are taken out. */
export function select(view: View, keys: readonly string[], add = false): View {
  if (!add) return change(view, { select: [...new Set(keys)] });
  const before = view.select ?? [];
  const kept = before.filter((key) => !keys.includes(key));
  return change(view, { select: [...kept, ...keys.filter((key) => !before.includes(key))] });
}

/** Selects all of these, keeping what is selected already when adding to it; what is too many is left out. */
export function selectAll(view: View, keys: readonly string[], add = false): View {
  return select(view, [...new Set([...(add ? (view.select ?? []) : []), ...keys])].slice(0, MOST_SELECTED));
}

/** Shows the neighbours of a node in addition to what is shown. */
export function expand(view: View, key: string): View {
  return change(view, { expand: union(view.expand, [key]), hide: without(view.hide, [key]) });
}

/** The same for its neighbours along one relationship type and direction. */
export function expandBy(view: View, expansion: Expansion): View {
  return change(view, {
    expandBy: union(view.expandBy, [writeExpansion(expansion)]),
    hide: without(view.hide, [expansion.key]),
  });
}

/** Takes back what expanding these nodes brought; what something else brought too stays. */
export function collapse(view: View, keys: readonly string[]): View {
  const kept = view.expandBy?.filter((text) => !keys.includes(readExpansion(text)?.key ?? ''));
  return change(view, { expand: without(view.expand, keys), expandBy: kept });
}

/** Whether a node is expanded, wholly or along some relationship type. */
export function isExpanded(view: View, key: string): boolean {
  const along = view.expandBy?.some((text) => readExpansion(text)?.key === key);
  return along === true || view.expand?.includes(key) === true;
}

/** Shows nodes in addition to what is shown, hidden or not before. */
export function add(view: View, keys: readonly string[]): View {
  return change(view, { add: union(view.add, keys), hide: without(view.hide, keys) });
}

/** Shows every edge among these nodes, and those revealed before as far as there can be so many. */
export function reveal(view: View, keys: readonly string[]): View {
  const before = view.reveal?.filter((key) => !keys.includes(key)) ?? [];
  return change(view, { reveal: [...before, ...keys].slice(-MOST_FOCUSED) });
}

/** Leaves nodes out, and out of the selection. */
export function hide(view: View, keys: readonly string[]): View {
  return change(collapse(view, keys), { hide: union(view.hide, keys), select: without(view.select, keys) });
}

/** At most this many nodes can be in focus, as the server takes no more. */
export const MOST_FOCUSED = 100;

/** What a picture is made of beyond its filters. */
const CHOSEN = {
  start: undefined,
  focus: undefined,
  depth: undefined,
  add: undefined,
  expand: undefined,
  expandBy: undefined,
  reveal: undefined,
  path: undefined,
  paths: undefined,
  camera: undefined,
} as const;

/** Shows only these nodes and what is within `depth` edges of them. */
export function focus(view: View, keys: readonly string[], depth: number): View {
  return change(view, { ...CHOSEN, focus: [...keys], depth });
}

/** Everything again that passes the filters and is not hidden. */
export function startFromEverything(view: View): View {
  return change(view, CHOSEN);
}

/** An empty picture, to which nodes are added one by one; the filters stay. */
export function startFromNothing(view: View): View {
  return change(view, { ...CHOSEN, start: 'nothing', hide: undefined, pins: undefined, select: undefined });
}

/** Shows the shortest path between two nodes, or all of that length. */
export function showPath(view: View, from: string, to: string, all = false): View {
  return change(view, { path: [from, to], paths: all ? 'all' : undefined });
}

/** Shows a path's nodes and nothing else. */
export function showOnlyPath(view: View, nodes: readonly string[]): View {
  return change(focus(view, nodes, 0), { path: view.path, paths: view.paths });
}

/** Whether a node was put by hand, whatever it is called. */
export function isPinned({ pins }: View, key: string): boolean {
  return pins !== undefined && Object.hasOwn(pins, key);
}

/** Gives nodes back to the layout. */
export function unpin(view: View, keys: readonly string[]): View {
  const kept = Object.entries(view.pins ?? {}).filter(([key]) => !keys.includes(key));
  return change(view, { pins: Object.fromEntries(kept) });
}

/** Another arrangement of the same graph: the next seed, nothing put by hand. */
export function rearrange(view: View): View {
  return change(view, { seed: ((view.seed ?? 0) + 1) % 2 ** 31, pins: undefined, camera: undefined });
}

function union(before: readonly string[] | undefined, more: readonly string[]): string[] {
  return [...new Set([...(before ?? []), ...more])];
}

function without(before: readonly string[] | undefined, keys: readonly string[]): string[] | undefined {
  return before?.filter((key) => !keys.includes(key));
}
