import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCsvPair } from '../../../../server/core/formats/csv.ts';
import { toGexf } from '../../../../server/core/formats/gexf.ts';
import { toGraphml } from '../../../../server/core/formats/graphml.ts';
import type { Graph, Properties } from '../../../../server/core/model/graph.ts';
import {
  networkxMissing,
  type PythonGraph,
  type PythonReader,
  type PythonValue,
  startPythonReader,
} from '../../../setup/python.ts';
import { type Hostile, hostileGraph, type Kind } from './arbitrary.ts';

const missing = networkxMissing();
const RUNS = { numRuns: 150 };

/** What XML 1.0 cannot hold is replaced; everything else must come back as it was. */
const inXml = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0, production 2
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

/** The type Python must find for a kind, where it is not text. */
const PYTHON_TYPES: Partial<Record<Kind, string>> = {
  integer: 'int',
  large: 'int',
  float: 'float',
  boolean: 'bool',
};

function expectProperties(read: PythonValue[], properties: Properties, kinds: Hostile['kinds']): void {
  const found = new Map(read.map(([name, type, text]) => [name, { type, text }]));
  for (const [name, value] of Object.entries(properties)) {
    const kind = kinds.get(name) as Kind;
    const { type, text } = found.get(inXml(name)) ?? { type: 'missing', text: '' };
    expect(type, name).toBe(PYTHON_TYPES[kind] ?? 'str');
    expectText(text, value, kind);
  }
  const names = new Set([...kinds.keys()].map(inXml));
  const own = Object.keys(properties).map(inXml);
  for (const name of found.keys()) if (names.has(name)) expect(own).toContain(name);
}

function expectText(text: string, value: unknown, kind: Kind): void {
  if (kind === 'float') expect(pythonFloat(text)).toBe(Number(value));
  else if (kind === 'boolean') expect(text.toLowerCase()).toBe(String(value));
  else if (kind === 'point') {
    const { x, y } = value as { x: number; y: number };
    const [, first, second] = /^SRID=7203;POINT \((\S+) (\S+)\)$/.exec(text) ?? [];
    expect([Number(first), Number(second)]).toEqual([x, y]);
  } else expect(text).toBe(inXml(Array.isArray(value) ? JSON.stringify(value) : String(value)));
}

function pythonFloat(text: string): number {
  return Number(text.replace('inf', 'Infinity').replace('nan', 'NaN'));
}

const textOf = (values: PythonValue[], name: string) => values.find(([each]) => each === name)?.[2];

function expectGraph(read: PythonGraph, { graph, kinds }: Hostile): void {
  expect(read.nodes.map(([key]) => key).sort()).toEqual(graph.nodes.map(({ key }) => key).sort());
  const nodes = new Map(read.nodes);
  for (const { key, attributes } of graph.nodes) {
    const values = nodes.get(key) ?? [];
    expect(textOf(values, 'label')).toBe(attributes.caption);
    expect(JSON.parse(textOf(values, 'labels') ?? '')).toEqual(attributes.labels);
    expectProperties(values, attributes.properties, kinds);
  }
  const edges = new Map(read.edges.map((edge) => [edge[2], edge]));
  expect([...edges.keys()].sort()).toEqual(graph.edges.map(({ key }) => key).sort());
  for (const { key, source, target, attributes } of graph.edges) {
    const [from, to, , values = []] = edges.get(key) ?? [];
    expect([from, to, textOf(values, 'type')]).toEqual([source, target, attributes.type]);
    expectProperties(values, attributes.properties, kinds);
  }
}

const joined = (pieces: Iterable<string | Uint8Array>) =>
  Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));

describe.skipIf(missing)(`files of a graph, read by Python${missing ? ` (${missing})` : ''}`, () => {
  let python: PythonReader;
  beforeAll(() => {
    python = startPythonReader();
  });
  afterAll(() => python.close());

  it.each([
    ['gexf', toGexf],
    ['graphml', toGraphml],
  ] as const)('%s comes back from networkx with every name, value and type', async (format, write) => {
    await fc.assert(
      fc.asyncProperty(hostileGraph, async (hostile) => {
        expectGraph(await python.readGraph(format, [...write(hostile.graph)].join('')), hostile);
      }),
      RUNS,
    );
  });

  it('the pair of CSV tables comes back whole, and no cell of it is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(hostileGraph, async ({ graph, kinds }) => {
        const tables = await python.readTables(joined(toCsvPair(graph)));
        expect(tables['about.json']).toEqual(graph.attributes);
        expectTable(tables['nodes.csv'], graph.nodes, kinds);
        expectTable(tables['edges.csv'], graph.edges, kinds);
      }),
      RUNS,
    );
  });

  function expectTable(
    table: string[][],
    elements: Graph['nodes'] | Graph['edges'],
    kinds: Hostile['kinds'],
  ) {
    const [head = [], ...rows] = table;
    const unmarked = (text = '') => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
    const names = head.map(unmarked);
    expect(rows.length).toBe(elements.length);
    for (const cell of table.flat()) expect(isFormula(cell), cell).toBe(false);
    for (const [at, element] of elements.entries()) {
      const cell = (name: string) => unmarked(rows[at]?.[names.indexOf(unmarked(name))]);
      expect(cell('Id')).toBe(unmarked(element.key));
      if ('source' in element)
        expect([cell('Source'), cell('Target')]).toEqual([element.source, element.target].map(unmarked));
      for (const [name, value] of Object.entries(element.attributes.properties)) {
        const kind = kinds.get(name) as Kind;
        if (['text', 'date', 'integer', 'large'].includes(kind))
          expect(cell(name)).toBe(unmarked(String(value)));
        else if (Array.isArray(value)) expect(JSON.parse(cell(name))).toEqual(value);
      }
    }
  }

  const isFormula = (cell: string) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(cell);
});
