import type { PropertyTypes } from './graph.ts';

/** A plain value as the contract gives it; nodes, edges and paths are told by their `kind`. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Row = Record<string, Value>;

/** Most records lose no type, so what few do is kept beside them and not in each of them. */
const lostTypes = new WeakMap<object, PropertyTypes>();

export function keepTypes(record: object, types: PropertyTypes): void {
  lostTypes.set(record, types);
}

/**
 * The Cypher types that the values of a plain record no longer tell, by key, in the words of
 * the contract's graph; undefined where they tell all.
 */
export function typesOf(record: object): PropertyTypes | undefined {
  return lostTypes.get(record);
}
