import type { Properties } from '../../model/graph.ts';
import { edgeFacts, nodeFacts, setSpan } from '../facts.ts';
import type { FileFormat, ReadableFile } from '../format.ts';
import type { NetworkBuilder } from '../network.ts';
import { clean, setProperty } from '../values/property.ts';
import { typedOf } from '../values/typed.ts';
import { childOf, nearestOf, readXml, type XmlElement } from './elements.ts';

const CONTAINERS = new Set(['gexf', 'graph', 'nodes', 'edges']);

/** GEXF 1.1 to 1.3, with its looks, hierarchy and dynamics (https://gexf.net). */
export const gexf: FileFormat = {
  id: 'gexf',
  title: 'GEXF',
  extensions: ['gexf'],
  detect: ({ head }) => /<(?:\w+:)?gexf[\s>]/.test(head),
  read: (file, { builder }) => new GexfReader(file, builder).read(),
};

interface Declared {
  title: string;
  type: string;
  fallback?: string;
}

class GexfReader {
  readonly #file: ReadableFile;
  readonly #builder: NetworkBuilder;
  readonly #declared = { node: new Map<string, Declared>(), edge: new Map<string, Declared>() };

  constructor(file: ReadableFile, builder: NetworkBuilder) {
    this.#file = file;
    this.#builder = builder;
  }

  read(): void {
    readXml(this.#file.text(), this.#file.name, CONTAINERS, (element, parents) => {
      if (element.name === 'attributes') this.#declare(element);
      if (element.name === 'node') this.#node(element, parents);
      if (element.name === 'edge') this.#edge(element, parents);
    });
  }

  #declare({ attributes, children }: XmlElement): void {
    const declared = this.#declared[attributes.class === 'edge' ? 'edge' : 'node'];
    for (const child of children) {
      const { id = '', title = id, type = 'string' } = child.attributes;
      const fallback = childOf(child, 'default')?.text;
      declared.set(id, { title: clean(title), type, ...(fallback !== undefined && { fallback }) });
    }
  }

  #node(element: XmlElement, parents: readonly XmlElement[]): void {
    const { id, label, pid } = element.attributes;
    const where = `${this.#file.name}:${element.line}`;
    if (id === undefined) {
      this.#builder.skipped.nodes += 1;
      this.#builder.warn(where, 'is a node without an id; it is skipped. Give it one.', 'node without an id');
      return;
    }
    const { properties, labels } = nodeFacts(this.#properties(element, 'node', parents));
    if (label) properties.name = clean(label);
    const parent = pid ?? nearestOf(parents, 'node')?.attributes.id;
    if (parent !== undefined) properties.parent = clean(parent);
    this.#builder.declare(clean(id), properties, labels, where);
  }

  #edge(element: XmlElement, parents: readonly XmlElement[]): void {
    const { id, source, target, type, weight, kind, label } = element.attributes;
    const where = `${this.#file.name}:${element.line}`;
    if (source === undefined || target === undefined) {
      this.#builder.skipEndless(where);
      return;
    }
    const given = this.#properties(element, 'edge', parents);
    if (weight !== undefined) given.weight = typedOf(weight, 'double');
    if (id !== undefined) given.id = clean(id);
    const facts = edgeFacts(given, kind);
    if (label && label !== facts.type) facts.properties.label = clean(label);
    const fallback = nearestOf(parents, 'graph')?.attributes.defaultedgetype;
    const directed = (type ?? fallback ?? 'undirected') !== 'undirected';
    this.#builder.edge({ source: clean(source), target: clean(target), directed, ...facts }, where);
  }

  #properties(element: XmlElement, kind: 'node' | 'edge', parents: readonly XmlElement[]): Properties {
    const properties: Properties = {};
    const declared = this.#declared[kind];
    const values = childOf(element, 'attvalues')?.children ?? [];
    const over: Record<string, string[]> = {};
    for (const { attributes } of values) {
      const id = attributes.for ?? attributes.id ?? '';
      const { title = id, type = 'string' } = declared.get(id) ?? {};
      const { value = '', start = '', end = '', timestamp } = attributes;
      setProperty(properties, title, typedOf(value, type));
      const time = timestamp ?? (start || end ? `${start}/${end}` : undefined);
      if (time === undefined) continue;
      const times = over[`${title} over time`] ?? [];
      times.push(`${time} ${clean(value)}`);
      over[`${title} over time`] = times;
    }
    for (const [name, times] of Object.entries(over))
      if (times.length > 1) setProperty(properties, name, times);
    for (const { title, type, fallback } of declared.values())
      if (fallback !== undefined && !Object.hasOwn(properties, title))
        setProperty(properties, title, typedOf(fallback, type));
    addLooks(properties, element);
    addSpells(properties, element, nearestOf(parents, 'graph')?.attributes.timezone);
    return properties;
  }
}

function addLooks(properties: Properties, element: XmlElement): void {
  for (const { name, attributes } of element.children) {
    if (name === 'color') properties.color ??= attributes.hex ?? hexOf(attributes);
    if (name === 'position')
      for (const axis of ['x', 'y', 'z'])
        if (attributes[axis] !== undefined) properties[axis] ??= typedOf(attributes[axis], 'double');
    if (name === 'size' || name === 'thickness' || name === 'shape')
      properties[name] ??= typedOf(attributes.value ?? '', name === 'shape' ? 'string' : 'double');
  }
}

/** @param colour whose `r`, `g` and `b` go from 0 to 255 */
export function hexOf({ r = '0', g = '0', b = '0' }: Readonly<Record<string, string>>): string {
  const parts = [r, g, b].map((part) => Math.max(0, Math.min(255, Math.round(Number(part) || 0))));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Several spells are kept as a list beside the whole time from the first to the last. */
function addSpells(properties: Properties, element: XmlElement, zone: string | undefined): void {
  const { start, startopen, end, endopen, timestamp, timestamps } = element.attributes;
  const spells = childOf(element, 'spells')?.children.map(({ attributes }) => attributes) ?? [];
  const starts = spells.map((spell) => spell.start ?? spell.startopen ?? spell.timestamp);
  const ends = spells.map((spell) => spell.end ?? spell.endopen ?? spell.timestamp);
  const stamps = timestamps?.match(/[^<>[\],\s]+/g) ?? [];
  const first = start ?? startopen ?? timestamp ?? extreme([...starts, ...stamps], -1);
  const last = end ?? endopen ?? timestamp ?? extreme([...ends, ...stamps], 1);
  setSpan(properties, first, last, zone);
  if (spells.length > 1) properties.spells = spells.map((_, at) => `${starts[at] ?? ''}/${ends[at] ?? ''}`);
}

/** The least or largest of times; undefined where one of them is open to that side. */
function extreme(times: readonly (string | undefined)[], side: -1 | 1): string | undefined {
  if (times.length === 0 || times.includes(undefined)) return undefined;
  const byTime = (a: string, b: string) => (Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0)) * side;
  return (times as string[]).toSorted(byTime).at(-1);
}
