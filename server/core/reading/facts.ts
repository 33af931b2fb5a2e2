import type { Properties } from '../model/graph.ts';
import type { ReadEdge, ReadNode } from './network.ts';
import { dateOf } from './values/date.ts';
import { setProperty } from './values/property.ts';
import { signOfWord } from './values/sign.ts';

/** The labels that a text names: `["Person","Actor"]`, `:Person:Actor`, `Person;Actor`. */
export function labelsOf(value: unknown): string[] | undefined {
  if (Array.isArray(value))
    return value.filter((each): each is string => typeof each === 'string' && each !== '');
  if (typeof value !== 'string' || value === '') return undefined;
  if (value.startsWith('[')) {
    try {
      return labelsOf(JSON.parse(value));
    } catch {
      return undefined;
    }
  }
  return value.split(/[:;,]/).filter(Boolean);
}

const NAMES = ['name', 'label', 'title', 'lab', 'nodelabel'];

/**
 * What the properties of a node in a file say beyond themselves: its labels, and its name from `name`, `label` or
 * `title`. What our own exports add or rename is undone.
 */
export function nodeFacts(given: Properties, label?: string): Pick<ReadNode, 'labels' | 'properties'> {
  const properties = { ...given };
  const labels = labelsOf(properties.labels) ?? (label === undefined ? [] : [label]);
  if (properties.labels !== undefined) {
    // Ours: an export counts edges, and writes a property whose name it uses itself as `name (property)`.
    if (Number.isInteger(properties.degree)) delete properties.degree;
    delete properties.labels;
  }
  const named = Object.keys(properties).filter((each) => NAMES.includes(each.toLowerCase()));
  named.sort((a, b) => NAMES.indexOf(a.toLowerCase()) - NAMES.indexOf(b.toLowerCase()));
  const from = named.find((each) => properties[each] !== '');
  if (from !== undefined) {
    const name = String(properties[from]);
    if (from.toLowerCase() === 'label' || String(properties.name ?? '') === '') delete properties[from];
    if (properties.label === name) delete properties.label;
    properties.name = name;
  }
  return { labels, properties: restored(properties) };
}

/** Gives properties back the names under which an export could not hold them. */
function restored(properties: Properties): Properties {
  for (const name of Object.keys(properties)) {
    const own = name.replace(/(?: \(property\))+$/, '');
    if (own === name || Object.hasOwn(properties, own)) continue;
    setProperty(properties, own, properties[name] as Properties[string]);
    delete properties[name];
  }
  return properties;
}

/** What the properties of an edge in a file say beyond themselves: its type, sign and weight. */
export function edgeFacts(
  given: Properties,
  type?: string,
): Pick<ReadEdge, 'properties'> & { type?: string } {
  const properties = { ...given };
  const found =
    type ?? (typeof properties.type === 'string' && properties.type !== '' ? properties.type : undefined);
  if (found !== undefined && properties.type === found) delete properties.type;
  const sign = signOfWord(String(properties.sign ?? ''));
  if (sign !== undefined) properties.sign = sign;
  const weight = properties.weight ?? properties.Weight;
  if (typeof weight === 'string' && weight.trim() !== '' && Number.isFinite(Number(weight)))
    properties.weight = Number(weight);
  else if (typeof weight === 'number') properties.weight = weight;
  if (properties.Weight !== undefined) delete properties.Weight;
  if (properties.weight === 'NaN') delete properties.weight;
  const made = restored(properties);
  return found === undefined ? { properties: made } : { type: found, properties: made };
}

/**
 * Puts the time of an element where the product looks for it: dates become `since` and `until`, other numbers stay
 * `start` and `end`.
 */
export function setSpan(properties: Properties, start?: string, end?: string, zone?: string): void {
  const put = (text: string | undefined, date: string, other: string) => {
    if (text === undefined || text === '' || /inf/i.test(text)) return;
    const found = dateOf(text, 'day first', zone);
    if (found !== undefined) properties[date] ??= found;
    else properties[other] ??= Number.isFinite(Number(text)) ? Number(text) : text;
  };
  put(start, 'since', 'start');
  put(end, 'until', 'end');
}
