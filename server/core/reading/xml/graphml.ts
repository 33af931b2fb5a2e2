import type { Properties } from '../../model/graph.ts';
import { edgeFacts, labelsOf, nodeFacts } from '../facts.ts';
import type { FileFormat, ReadableFile } from '../format.ts';
import type { NetworkBuilder } from '../network.ts';
import { clean, setProperty } from '../values/property.ts';
import { typedOf } from '../values/typed.ts';
import { allText, childOf, nearestOf, readXml, within, type XmlElement } from './elements.ts';
import { hexOf } from './gexf.ts';

const CONTAINERS = new Set(['graphml', 'graph']);

/** GraphML as networkx, igraph, Gephi, Cytoscape, Neo4j and yEd write it (http://graphml.graphdrawing.org). */
export const graphml: FileFormat = {
  id: 'graphml',
  title: 'GraphML',
  extensions: ['graphml'],
  detect: ({ head }) => /<(?:\w+:)?graphml[\s>]/.test(head),
  read: (file, { builder }) => new GraphmlReader(file, builder).read(),
};

interface Key {
  name: string;
  type: string;
  of: string;
  fallback?: string;
}

class GraphmlReader {
  readonly #file: ReadableFile;
  readonly #builder: NetworkBuilder;
  readonly #keys = new Map<string, Key>();
  /** The first graph of the file; further ones beside it are other networks. */
  #first: XmlElement | undefined;
  readonly #others = new Map<XmlElement, number>();

  constructor(file: ReadableFile, builder: NetworkBuilder) {
    this.#file = file;
    this.#builder = builder;
  }

  read(): void {
    readXml(this.#file.text(), this.#file.name, CONTAINERS, (element, parents) =>
      this.#take(element, parents),
    );
    for (const [{ attributes, line }, edges] of this.#others) {
      this.#builder.skipped.edges += edges;
      this.#builder.warn(
        `${this.#file.name}:${line}`,
        `is a second network, ${attributes.id ?? 'without a name'}, of ${edges} edges; only the first is read. Save it as a file of its own.`,
        'further network',
      );
    }
  }

  #take(element: XmlElement, parents: readonly XmlElement[]): void {
    if (element.name === 'key') this.#declare(element);
    const outermost = parents.find(({ name }) => name === 'graph');
    if (!outermost) return;
    this.#first ??= outermost;
    if (outermost !== this.#first) {
      const isEdge = element.name === 'edge' ? 1 : 0;
      this.#others.set(outermost, (this.#others.get(outermost) ?? 0) + isEdge);
      return;
    }
    if (element.name === 'node') this.#node(element, parents);
    if (element.name === 'edge') this.#edge(element, parents);
    if (element.name === 'hyperedge')
      this.#builder.skipEdge(
        `${this.#file.name}:${element.line}`,
        'is a hyperedge, which joins any number of nodes; it is skipped. Write it as a node with edges.',
        'hyperedge',
      );
  }

  #declare(element: XmlElement): void {
    const {
      id = '',
      for: of = 'all',
      'attr.name': name = id,
      'attr.type': type = 'string',
    } = element.attributes;
    const fallback = childOf(element, 'default');
    const text = fallback && fallback.children.length === 0 ? fallback.text : undefined;
    this.#keys.set(id, { name: clean(name), type, of, ...(text && { fallback: text }) });
  }

  #node(element: XmlElement, parents: readonly XmlElement[]): void {
    const { id, labels } = element.attributes;
    const where = `${this.#file.name}:${element.line}`;
    if (id === undefined) {
      this.#builder.skipped.nodes += 1;
      this.#builder.warn(where, 'is a node without an id; it is skipped. Give it one.', 'node without an id');
      return;
    }
    const given = this.#properties(element, 'node');
    if (labels !== undefined) given.labels = labelsOf(labels) ?? [];
    const facts = nodeFacts(withColour(given));
    const parent = nearestOf(parents, 'node')?.attributes.id;
    if (parent !== undefined) facts.properties.parent = clean(parent);
    this.#builder.declare(clean(id), facts.properties, facts.labels, where);
  }

  #edge(element: XmlElement, parents: readonly XmlElement[]): void {
    const { id, source, target, directed, label } = element.attributes;
    const where = `${this.#file.name}:${element.line}`;
    if (source === undefined || target === undefined) {
      this.#builder.skipEndless(where);
      return;
    }
    const given = this.#properties(element, 'edge');
    if (id !== undefined) given.id = clean(id);
    const isDirected =
      directed ?? String(nearestOf(parents, 'graph')?.attributes.edgedefault !== 'undirected');
    // Neo4j writes the type of a relationship as the label of the edge.
    const facts = edgeFacts(given, label);
    this.#builder.edge(
      { source: clean(source), target: clean(target), directed: isDirected !== 'false', ...facts },
      where,
    );
  }

  #properties({ children }: XmlElement, kind: 'node' | 'edge'): Properties {
    const properties: Properties = {};
    for (const child of children) {
      if (child.name !== 'data') continue;
      const key = child.attributes.key ?? '';
      const { name = key, type = 'string' } = this.#keys.get(key) ?? {};
      if (child.children.length > 0) addDrawn(properties, child);
      else if (name !== '') setProperty(properties, name, typedOf(child.text, type));
    }
    for (const { name, type, of, fallback } of this.#keys.values())
      if (fallback !== undefined && (of === kind || of === 'all') && !Object.hasOwn(properties, name))
        setProperty(properties, name, typedOf(fallback, type));
    return properties;
  }
}

/** Gephi writes a colour as three numbers. */
function withColour({ r, g, b, ...rest }: Properties): Properties {
  const parts = { r, g, b };
  if (Object.values(parts).some((part) => !Number.isInteger(part)))
    return {
      ...rest,
      ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)),
    } as Properties;
  return { ...rest, color: hexOf({ r: String(r), g: String(g), b: String(b) }) };
}

/** What yEd and yFiles draw: the label as name, the place, and the colour. */
function addDrawn(properties: Properties, data: XmlElement): void {
  const label = within(data, 'NodeLabel') ?? within(data, 'EdgeLabel');
  const labelOfHtml = within(data, 'Label');
  const text =
    label?.text.trim() ||
    (labelOfHtml &&
      (labelOfHtml.attributes.Text ?? allText(within(labelOfHtml, 'Label.Text') ?? EMPTY).trim()));
  if (text) properties.name ??= clean(text);
  const place = within(data, 'Geometry') ?? within(data, 'RectD');
  const { x = place?.attributes.X, y = place?.attributes.Y } = place?.attributes ?? {};
  if (x !== undefined && y !== undefined) {
    properties.x ??= typedOf(x, 'double');
    properties.y ??= typedOf(y, 'double');
  }
  const fill = within(data, 'Fill')?.attributes.color;
  if (fill !== undefined) properties.color ??= fill;
}

const EMPTY: XmlElement = { name: '', attributes: {}, text: '', children: [], line: 0 };
