import { floatText, innerType, type PlainValue, typeOf } from './property.ts';

/** How a property is written as text, and the Cypher expression that makes the same value of that text. */
export interface Cell {
  /** `VALUE` stands for the text, `PARTS` for the character between the values of a list. Equal for equal types. */
  expression: string;
  text: string;
}

const TEMPORAL: Readonly<Record<string, string>> = {
  Date: 'date(VALUE)',
  Time: 'time(VALUE)',
  LocalTime: 'localtime(VALUE)',
  OffsetDateTime: 'datetime(VALUE)',
  ZonedDateTime: 'datetime(VALUE)',
  LocalDateTime: 'localdatetime(VALUE)',
  Duration: 'duration(VALUE)',
};

/**
 * Bytes, which Cypher cannot make, become a list of integers; what no property can hold becomes JSON.
 * @param told the type that the graph tells beside the value, where its JSON does not
 * @param parts the character between the values of a list
 */
export function cypherCell(value: PlainValue, told: string | undefined, parts: string): Cell {
  if (Array.isArray(value)) return listCell(value as PlainValue[], told, parts);
  const type = typeOf(value, told);
  const temporal = TEMPORAL[type];
  if (temporal) return { expression: temporal, text: String(value) };
  switch (type) {
    case 'Integer':
      return { expression: 'toInteger(VALUE)', text: String(value) };
    case 'Float':
      return { expression: 'toFloat(VALUE)', text: floatText(value) };
    case 'Boolean':
      return { expression: "(VALUE = 'true')", text: String(value) };
    case 'Point':
      return pointCell(value as Record<string, PlainValue>);
    default:
      return { expression: 'VALUE', text: typeof value === 'string' ? value : JSON.stringify(value) };
  }
}

function listCell(values: readonly PlainValue[], told: string | undefined, parts: string): Cell {
  if (values.length === 0) return { expression: '[]', text: '' };
  const cells = values.map((each) => cypherCell(each, innerType(told), parts));
  const inner = (cells[0] as Cell).expression.replaceAll('VALUE', 'part');
  const all = 'split(VALUE, PARTS)';
  const list = inner === 'part' ? all : `[part IN ${all} | ${inner}]`;
  const text = cells.map((cell) => cell.text).join(parts);
  if (!told?.startsWith('Vector')) return { expression: list, text };
  // Numbers of a vector may look like integers; its own type says what they are.
  const numbers = `[part IN ${all} | toFloat(part)]`;
  return { expression: `vector(${numbers}, ${values.length}, ${innerType(told)})`, text };
}

function pointCell({ srid, x, y, z }: Record<string, PlainValue>): Cell {
  const coordinates = { x, y, ...(z === undefined ? {} : { z }) };
  const parts = Object.keys(coordinates).map((name, at) => `${name}: toFloat(split(VALUE, ' ')[${at}])`);
  const texts = Object.values(coordinates).map((each) => floatText(each as PlainValue));
  return { expression: `point({srid: ${Number(srid)}, ${parts.join(', ')}})`, text: texts.join(' ') };
}
