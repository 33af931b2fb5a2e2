import fc from 'fast-check';
import type { Graph, Properties, PropertyTypes } from '../../../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../../../server/core/model/graph-options.ts';

/** What a property of one name holds in all elements of a graph. */
export type Kind = keyof typeof VALUES;
export interface Hostile {
  graph: Graph;
  kinds: Map<string, Kind>;
}

const NASTY = [
  ...[
    '',
    ' ',
    "'",
    '"',
    '`',
    '``',
    '\\',
    "\\'",
    '\\u0060',
    '\\u0027',
    ';',
    '\n',
    '\r\n',
    '\t',
    ',',
    '<',
    '>',
    '&amp;',
    ']]>',
  ],
  ...[
    '=1+1',
    '@x',
    '-2+3',
    '+1',
    '__proto__',
    'constructor',
    '\u241f',
    '\u241e',
    '\u241d',
    '\u2028',
    '\u0085',
    '🕊️',
    'Ünïcode',
    '$',
    '$&',
  ],
  ...['--', '-->', '//', '/* */', '{{}}', 'null', 'true', '0', '1e5', 'NaN', '\u00a0'],
];

/** No database holds half of a surrogate pair. */
const wellFormed = (given: string) => Buffer.from(given, 'utf8').toString('utf8');

/** Text that a database can hold, control characters included. */
const text = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 5 })
  .map((parts) => wellFormed(parts.join('')));

/** Text that can be a name of a label, type or property, and an attribute's in XML. */
export const name = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 5 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => wellFormed(parts.join('')))
  .filter((joined) => joined.length > 0);

const integer = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -3, max: 3 }));
const large = fc
  .oneof(
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
    fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }),
  )
  .map(String);
/** As the graph holds it: what JSON has no number for is text. */
const float = fc
  .double()
  .filter((value) => !Object.is(value, -0))
  .map((value) => (Number.isFinite(value) ? value : String(value)));
const coordinate = fc.double({ noNaN: true, noDefaultInfinity: true });
const date = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const list = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 4 });

/** Values by kind, as the graph holds them. */
const VALUES = {
  text,
  integer,
  large,
  float,
  boolean: fc.boolean(),
  date,
  point: fc.record({ srid: fc.constant(7203), x: coordinate, y: coordinate }),
  texts: list(text),
  integers: list(integer),
  floats: list(float),
  dates: list(date),
} as const;

const TYPES: Partial<Record<Kind, string>> = {
  large: 'Integer',
  float: 'Float',
  date: 'Date',
  point: 'Point',
  floats: 'List<Float>',
  dates: 'List<Date>',
};

/** The formats' own names of columns and what readers of XML would not tell apart are tried elsewhere. */
const RESERVED = ['id', 'label', 'labels', 'degree', 'implied', 'source', 'target', 'type', 'sign', 'key'];

/** A small graph of hostile names and values, with loops and parallel edges, and what its properties hold. */
export const hostileGraph: fc.Arbitrary<Hostile> = fc
  .uniqueArray(fc.tuple(name, fc.constantFrom(...(Object.keys(VALUES) as Kind[]))), {
    selector: ([each]) => each.toLowerCase(),
    maxLength: 6,
  })
  .map((pairs) => new Map(pairs.filter(([each]) => !RESERVED.includes(each.toLowerCase()))))
  .chain((kinds) => {
    const element = propertiesOf(kinds);
    const nodes = fc.uniqueArray(fc.tuple(name, name, fc.uniqueArray(name, { maxLength: 3 }), element), {
      selector: ([key]) => key,
      minLength: 1,
      maxLength: 5,
    });
    const edges = fc.array(fc.tuple(fc.nat(), fc.nat(), name, element), { maxLength: 6 });
    return fc
      .tuple(nodes, edges)
      .map(([someNodes, someEdges]) => ({ kinds, graph: graphOf(someNodes, someEdges) }));
  });

interface Made {
  properties: Properties;
  propertyTypes?: PropertyTypes;
}

function propertiesOf(kinds: Map<string, Kind>): fc.Arbitrary<Made> {
  const some = [...kinds].map(([key, kind]) =>
    fc
      .oneof(VALUES[kind] as fc.Arbitrary<unknown>, fc.constant(undefined))
      .map((value) => ({ key, kind, value })),
  );
  return fc.tuple(...some).map((entries) => {
    const present = entries.filter(({ value }) => value !== undefined);
    const types = present.flatMap(({ key, kind }) => (TYPES[kind] ? [[key, TYPES[kind]] as const] : []));
    return {
      properties: Object.fromEntries(present.map(({ key, value }) => [key, value])) as Properties,
      ...(types.length > 0 ? { propertyTypes: Object.fromEntries(types) } : {}),
    };
  });
}

function graphOf(
  nodes: [key: string, caption: string, labels: string[], made: Made][],
  edges: [source: number, target: number, type: string, made: Made][],
): Graph {
  const keyAt = (at: number) => nodes[at % nodes.length]?.[0] as string;
  return {
    attributes: {
      truncated: false,
      total: { nodes: nodes.length, edges: edges.length },
      snapshot: 'a "snapshot"',
    },
    options: GRAPH_OPTIONS,
    nodes: nodes.map(([key, caption, labels, made], degree) => ({
      key,
      attributes: { caption, labels, degree, ...made },
    })),
    edges: edges.map(([source, target, type, made], at) => ({
      key: `edge ${at} <&"'>`,
      source: keyAt(source),
      target: keyAt(target),
      attributes: { type, sign: 0, ...made },
    })),
  };
}
