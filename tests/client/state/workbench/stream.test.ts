import { describe, expect, it } from 'vitest';
import { createRunCypher } from '../../../../client/state/workbench/stream.ts';
import type { TypedValue } from '../../../../server/core/model/typed-value.ts';

/** A body that arrives in pieces of a size, whatever lines or letters they cut. */
function inPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

const END = { graph: {}, summary: { rows: 2 }, truncated: false };
const row = (value: string) => ({ row: [{ $type: 'String', _value: value }] });
const lines = (...all: object[]) => all.map((line) => `${JSON.stringify(line)}\n`).join('');
const signal = new AbortController().signal;

async function read(text: string, size: number) {
  const columns: string[][] = [];
  const rows: TypedValue[][] = [];
  const runCypher = createRunCypher('', async () => new Response(inPieces(text, size)));
  const outcome = await runCypher(
    { statement: 'RETURN 1' },
    { columns: (names) => columns.push(names), rows: (more) => rows.push(...more) },
    signal,
  );
  return { columns, rows, outcome };
}

describe('an answer row by row', () => {
  it.each([1, 3, 7, 10_000])('is whole when it comes in pieces of %i bytes', async (size) => {
    const { columns, rows, outcome } = await read(lines({ columns: ['é'] }, row('ü😀'), row('b'), END), size);
    expect(columns).toEqual([['é']]);
    expect(rows).toEqual([row('ü😀').row, row('b').row]);
    expect(outcome).toEqual(END);
  });

  it('fails with the error line of the server, after the rows before it', async () => {
    const error = { code: 'timeout', message: 'It took too long.', requestId: 'x' };
    await expect(read(lines({ columns: ['a'] }, row('x'), { error }), 5)).rejects.toMatchObject({
      code: 'timeout',
      message: 'It took too long.',
    });
  });

  it('says when it cut short', async () => {
    await expect(read(lines({ columns: ['a'] }, row('x')), 5)).rejects.toThrow(/cut short/);
  });
});
