export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own value, so that `constructor` is not found in every one. */
export function own(json: Json, name: string): unknown {
  return Object.hasOwn(json, name) ? json[name] : undefined;
}

export function recordOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}

/** The objects of a list; undefined where it is none. */
export function listOf(value: unknown): Json[] | undefined {
  return Array.isArray(value) && value.every(isRecord) ? value : undefined;
}

/** A text or a number as a key; undefined for all else. */
export function keyOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
