import * as z from 'zod/mini';

/** How a graph can be taken away: what each format is called, travels as and is saved as. */
export const FORMATS = {
  gexf: { title: 'GEXF, for Gephi', mediaType: 'application/gexf+xml', extension: 'gexf' },
  graphml: { title: 'GraphML', mediaType: 'application/graphml+xml', extension: 'graphml' },
  csv: { title: 'CSV tables, zipped', mediaType: 'application/zip', extension: 'zip' },
  json: { title: 'graphology JSON', mediaType: 'application/json', extension: 'json' },
  cypher: { title: 'Cypher script, for Neo4j', mediaType: 'text/x-cypher', extension: 'cypher' },
} as const;

export type Format = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as [Format, ...Format[]];
export const format = z.enum(FORMAT_NAMES);

/** What a graph of a snapshot is saved as, such as `entente-V1StGXR8_Z5jdHi6.gexf`. */
export function fileName(snapshot: string, name: Format): string {
  const safe = snapshot.replaceAll(/[^\w-]+/g, '').slice(0, 40);
  return `entente${safe ? `-${safe}` : ''}.${FORMATS[name].extension}`;
}

/** How a node is drawn, for formats that can tell it. */
export interface DrawnNode {
  /** In layout units; up is more. */
  x: number;
  y: number;
  /** In layout units. */
  radius?: number;
  /** Red, green and blue, each from 0 to 255. */
  colour?: readonly [number, number, number];
}
export type DrawnNodes = ReadonlyMap<string, DrawnNode>;
