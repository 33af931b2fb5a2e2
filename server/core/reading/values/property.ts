import type { Properties } from '../../model/graph.ts';

/** Sets a property of any name: assigned, `__proto__` would change the object's kind. */
export function setProperty(properties: Properties, name: string, value: Properties[string]): void {
  if (name === '__proto__')
    Object.defineProperty(properties, name, { value, enumerable: true, writable: true, configurable: true });
  else properties[name] = value;
}

/** Text without what no database and no page holds: NUL goes, half of a surrogate pair becomes U+FFFD. */
export function clean(text: string): string {
  return FOUL.test(text) ? text.replaceAll('\0', '').replace(LONE, '\ufffd') : text;
}

const FOUL = /[\0\ud800-\udfff]/;

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A value of a file's JSON as a property; what is nested becomes JSON, as no property holds maps. */
export function plain(value: unknown): Properties[string] | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return clean(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && isFlat(value)) return value as Properties[string];
  return clean(JSON.stringify(value));
}

/** A list that Neo4j takes as it is: texts, numbers or booleans alone. */
function isFlat(values: readonly unknown[]): boolean {
  const type = typeof values[0];
  return ['string', 'number', 'boolean'].includes(type) && values.every((each) => typeof each === type);
}

/** The list that a text is as JSON, as our exports write it into tables; undefined for any other text. */
export function listInText(text: string): Properties[string] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && isFlat(list) ? (list as Properties[string]) : undefined;
  } catch {
    return undefined;
  }
}

/** Everything of an object but some names, as properties. */
export function plainProperties(
  from: Readonly<Record<string, unknown>>,
  without: ReadonlySet<string> = new Set(),
): Properties {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(from)) {
    const made = without.has(name) ? undefined : plain(value);
    if (made !== undefined && name !== '') setProperty(properties, clean(name), made);
  }
  return properties;
}
