import type { Properties } from '../model/graph.ts';

export type PlainValue = Properties[string];
type PlainList = readonly PlainValue[];

/**
 * The Cypher type of a property.
 * @param told the type that the graph tells beside the value, where its JSON does not
 */
export function typeOf(value: PlainValue, told?: string): string {
  if (told !== undefined) return told;
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'boolean':
      return 'Boolean';
    case 'number':
      return Number.isInteger(value) ? 'Integer' : 'Float';
    default:
      if (value === null) return 'Null';
      return Array.isArray(value) ? 'List' : 'Map';
  }
}

/** The type of what a list holds, out of `List<…>` or `Vector<…>`; undefined for all else. */
export function innerType(told: string | undefined): string | undefined {
  return /^(?:List|Vector)<(.+)>$/.exec(told ?? '')?.[1];
}

/** A property as a table or an XML file holds it: lists and maps are JSON, points are EWKT. */
export function textOf(value: PlainValue, told?: string): string {
  const text = jsonOf(value, told);
  return typeof text === 'object' ? JSON.stringify(text) : String(text);
}

function jsonOf(value: PlainValue, told?: string): PlainValue {
  if (told === 'Point') return pointText(value);
  if (told === 'Float') return floatText(value);
  if (Array.isArray(value)) return (value as PlainList).map((each) => listed(each, innerType(told)));
  return value;
}

/** Within JSON a number is its own text. */
function listed(value: PlainValue, told?: string): PlainValue {
  return typeof value === 'number' ? value : jsonOf(value, told);
}

/** EWKT, as the typed values of a Cypher answer have it: `SRID=4326;POINT (4.5 52.0)`. */
function pointText(value: PlainValue): string {
  const { srid, x, y, z } = value as Record<string, PlainValue>;
  const coordinates = (z === undefined ? [x, y] : [x, y, z]).map((each) => floatText(each as PlainValue));
  return `SRID=${srid};POINT ${z === undefined ? '' : 'Z '}(${coordinates.join(' ')})`;
}

/** A float as text that is no integer's: `1.0`, `1e+300`, `NaN`, `-Infinity`. */
export function floatText(value: PlainValue): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
