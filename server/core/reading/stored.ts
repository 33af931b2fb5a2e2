import type { Value } from '../model/rows.ts';
import { NODE_LABELS, type Stored, type StoredEdge, type StoredNode } from '../model/stored.ts';
import { TYPE_SIGNS } from '../model/style.ts';
import type { ReadEdge, ReadNetwork, ReadNode } from './network.ts';

export interface StoredOptions {
  /** The id of the data set. */
  set: string;
  /** Stands before the ids of nodes. */
  prefix: string;
}

/** The relationship type of an edge that tells neither type nor sign. */
const UNTOLD = 'RELATED_TO';

/** A network as nodes and edges of the database; read again from the same files, it is the same. */
export function storedNetwork({ nodes, edges }: ReadNetwork, { set, prefix }: StoredOptions): Stored {
  const ids = new Ids(set);
  const keys = new Set(nodes.map(({ key }) => key));
  return {
    nodes: nodes.map((node) => storedNode(node, set, prefix)),
    edges: edges.map((edge) => storedEdge(edge, { set, prefix, ids, keys })),
  };
}

function storedNode({ key, labels, properties }: ReadNode, dataSet: string, prefix: string): StoredNode {
  const id = prefix + key;
  const { id: own, ...rest } = properties;
  // A node may have an id of its own beside that of its file.
  const kept = own === undefined || String(own) === key ? {} : { 'id (property)': own };
  return {
    id,
    labels: withGeneral(labels),
    properties: { name: key, ...rest, ...kept, id, dataSet } as Record<string, Value>,
  };
}

/** Every node has one of the labels by which sets are found; what is none of the others is an actor. */
function withGeneral(labels: readonly string[]): string[] {
  const own = [...new Set(labels.filter(Boolean))];
  return own.some((label) => (NODE_LABELS as readonly string[]).includes(label)) ? own : ['Actor', ...own];
}

interface Storing extends StoredOptions {
  ids: Ids;
  keys: ReadonlySet<string>;
}

function storedEdge(
  { source, target, type, directed, properties }: ReadEdge,
  { set, prefix, ids, keys }: Storing,
): StoredEdge {
  const name = type || typeOf(properties.sign);
  const id = ids.of(properties.id, `${source}\0${name}\0${target}`);
  // What an edge rests on is named by the id of a node.
  const names = (['source', 'assertedBy'] as const).flatMap((field) => {
    const key = properties[field];
    return prefix !== '' && typeof key === 'string' && keys.has(key) ? [[field, prefix + key]] : [];
  });
  return {
    id,
    type: name,
    from: prefix + source,
    to: prefix + target,
    properties: {
      ...properties,
      ...Object.fromEntries(names),
      ...(directed ? {} : { directed: false }),
      id,
      dataSet: set,
    } as Record<string, Value>,
  };
}

function typeOf(sign: unknown): string {
  return Object.keys(TYPE_SIGNS).find((type) => TYPE_SIGNS[type] === sign) ?? UNTOLD;
}

/** Gives edges ids: those of the file, else one of the ends and the type, counted where they come again. */
class Ids {
  readonly #set: string;
  readonly #times = new Map<number, number>();

  constructor(set: string) {
    this.#set = set;
  }

  of(own: unknown, ends: string): string {
    if (own !== undefined) return `${this.#set}/${own}`;
    const hash = hash53(ends);
    const times = (this.#times.get(hash) ?? 0) + 1;
    this.#times.set(hash, times);
    return `${this.#set}/~${hash.toString(36)}${times === 1 ? '' : `-${times}`}`;
  }
}

/** 53 bits that depend on a text alone. */
function hash53(text: string): number {
  return cyrb53(text.length, (at) => text.charCodeAt(at));
}

/** A short text that depends on bytes alone: tells one content from another, and guards against nobody. */
export function hashOf(parts: readonly Uint8Array[]): string {
  const each = parts.map((part) => cyrb53(part.length, (at) => part[at] as number));
  return hash53(each.join()).toString(36);
}

/** cyrb53, public domain: as many bits as a number holds exactly. */
function cyrb53(length: number, codeAt: (at: number) => number): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < length; at += 1) {
    const code = codeAt(at);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
}

/** The id of a set out of the name of its file: `UN votes.csv.gz` makes `un-votes`. */
export function setIdOf(file: string): string {
  const name = (file.split('/').at(-1) ?? '').replace(/(?:\.\w{1,8}){1,2}$/, '');
  const id = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return id || 'imported';
}
