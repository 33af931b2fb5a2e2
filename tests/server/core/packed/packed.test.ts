import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntenteError } from '../../../../server/core/model/errors.ts';
import { type Graph, graph as graphSchema } from '../../../../server/core/model/graph.ts';
import { GRAPH_OPTIONS } from '../../../../server/core/model/graph-options.ts';
import { readPacked } from '../../../../server/core/packed/read.ts';
import { writePacked } from '../../../../server/core/packed/write.ts';
import { largeGraph, storyGraph } from '../../../client/fixtures/story.ts';
import { hostileGraph } from '../formats/arbitrary.ts';

function packed(graph: Graph): Uint8Array<ArrayBuffer> {
  const pieces = [...writePacked(graph)];
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The graph as it comes by rows. */
const byRows = (graph: Graph) => JSON.parse(JSON.stringify(graph)) as Graph;

const graphOf = (nodes: Graph['nodes'], edges: Graph['edges'] = []): Graph => ({
  attributes: { truncated: false, total: { nodes: nodes.length, edges: edges.length }, snapshot: 's' },
  options: GRAPH_OPTIONS,
  nodes,
  edges,
});
const nodeWith = (key: string, properties: object): Graph['nodes'][number] => ({
  key,
  attributes: { caption: key, labels: [], degree: 0, properties: properties as never },
});

describe('a packed graph', () => {
  it('is the graph by rows, whatever names and values it holds', async () => {
    await fc.assert(
      fc.asyncProperty(hostileGraph, async ({ graph }) => {
        expect(await readPacked(packed(graph))).toEqual(byRows(graph));
      }),
    );
  });

  it('is the graph by rows where values repeat, are many, or lie far apart', async () => {
    const value = fc.oneof(
      fc.constantFrom(
        '',
        'a',
        'é',
        '🕊️',
        null,
        true,
        false,
        0,
        -0,
        -1,
        1.5,
        255,
        256,
        65_536,
        2 ** 32,
        Number.NaN,
      ),
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    );
    const row = fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), value);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
        const graph = graphOf(rows.map((properties, at) => nodeWith(`n${at}`, properties)));
        expect(await readPacked(packed(graph))).toEqual(byRows(graph));
      }),
      { examples: [[[{ a: -1 }, { a: -0 }]]], numRuns: 1_000 },
    );
  });

  it.each([
    ['nothing', graphOf([])],
    ['a story', storyGraph()],
    ['thousands', largeGraph(3_000, 9_000)],
  ])('holds %s, and is what the contract says of a graph', async (_, graph) => {
    const read = await readPacked(packed(graph));
    expect(read).toEqual(byRows(graph));
    expect(graphSchema.safeParse(read).success).toBe(true);
  });

  it('keeps what a Cypher result says of nodes that are only ends', async () => {
    const graph = graphOf([nodeWith('a', {}), nodeWith('b', {})]);
    Object.assign(graph.nodes[1]?.attributes ?? {}, { implied: true });
    expect(await readPacked(packed(graph))).toEqual(byRows(graph));
  });

  it('is smaller than the JSON of its rows', () => {
    const graph = largeGraph(1_000, 5_000);
    expect(packed(graph).length).toBeLessThan(JSON.stringify(graph).length / 2);
  });

  it('can be read from the middle of other bytes', async () => {
    const bytes = packed(storyGraph());
    const around = new Uint8Array(bytes.length + 9);
    around.set(bytes, 3);
    expect(await readPacked(around.subarray(3, 3 + bytes.length))).toEqual(byRows(storyGraph()));
  });

  it('is refused wherever it was cut off, with what and where', async () => {
    const bytes = packed(storyGraph());
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        const failure = await readPacked(bytes.slice(0, length)).catch((cause: unknown) => cause);
        expect(failure).toBeInstanceOf(EntenteError);
        expect((failure as Error).message).toMatch(/cannot be read: .+, at byte \d+/);
      }),
    );
  });

  it('is refused or a graph of the contract, whatever was done to its bytes', async () => {
    const bytes = packed(storyGraph());
    const changes = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const hostile = bytes.slice();
        for (const [at, byte] of changed) hostile[at] = byte;
        const outcome = await readPacked(hostile).catch((cause: unknown) => cause);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(EntenteError);
        else expect(graphSchema.safeParse(outcome).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['no bytes', '', /the mark, at byte 0/],
    ['something else', '<!doctype html>', /the mark, at byte 8, is not ENTENTE1/],
    ['bytes after its end', undefined, /the end, at byte \d+, is followed by 8 bytes/],
  ])('is refused when it is %s', async (_, text, reason) => {
    const whole = packed(graphOf([]));
    const bytes =
      text === undefined ? new Uint8Array([...whole, ...new Uint8Array(8)]) : new TextEncoder().encode(text);
    await expect(readPacked(bytes)).rejects.toThrow(reason);
  });

  it('gives others their turn while it is read, and is given up when they say so', async () => {
    const bytes = packed(largeGraph(2_000, 4_000));
    let asked = 0;
    await readPacked(bytes, () => {
      asked += 1;
      return undefined;
    });
    expect(asked).toBeGreaterThan(20);
    const stop = () => Promise.reject(new DOMException('No longer wanted.', 'AbortError'));
    await expect(readPacked(bytes, stop)).rejects.toThrow('No longer wanted.');
  });
});
