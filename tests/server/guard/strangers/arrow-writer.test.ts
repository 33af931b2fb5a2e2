import { tableFromIPC } from '@uwdata/flechette';
import { expect, it } from 'vitest';
import type { TypedValue } from '../../../../server/core/model/typed-value.ts';
import { createRowWriter } from '../../../../server/guard/strangers/row-writer.ts';

const NULL: TypedValue = { $type: 'Null', _value: null };
const text = (_value: string): TypedValue => ({ $type: 'String', _value });
const integer = (value: number | bigint): TypedValue => ({ $type: 'Integer', _value: String(value) });
const float = (_value: string): TypedValue => ({ $type: 'Float', _value });
const listOf = (..._value: TypedValue[]): TypedValue => ({ $type: 'List', _value });

async function read(columns: string[], rows: TypedValue[][]) {
  const pieces: Uint8Array[] = [];
  const writer = createRowWriter({ form: 'arrow', values: 'plain' }, columns, async (piece) => {
    pieces.push(piece);
  });
  for (const row of rows) await writer.row(row);
  await writer.end();
  return tableFromIPC(Buffer.concat(pieces), { useBigInt: true });
}

async function column(...values: TypedValue[]) {
  const found = await read(
    ['a'],
    values.map((value) => [value]),
  );
  return { type: found.schema.fields[0]?.type.typeId, values: [...(found.getChild('a') ?? [])] };
}

it('keeps the types of columns, with nulls, and of lists', async () => {
  expect((await column(integer(2n ** 62n), NULL, integer(-1))).values).toEqual([2n ** 62n, null, -1n]);
  expect((await column(float('0.1'), float('NaN'), float('-Infinity'))).values).toEqual([
    0.1,
    Number.NaN,
    Number.NEGATIVE_INFINITY,
  ]);
  expect((await column({ $type: 'Boolean', _value: true }, NULL)).values).toEqual([true, null]);
  const lists = await column(listOf(integer(1), NULL), listOf(), NULL);
  expect(lists.values.map((each) => (each === null ? null : [...(each as Iterable<unknown>)]))).toEqual([
    [1n, null],
    [],
    null,
  ]);
  expect((await column({ $type: 'Date', _value: '2025-10-07' }, NULL)).values.map(Number)).toEqual([
    Date.UTC(2025, 9, 7),
    0,
  ]);
});

it('makes integers floats beside floats, unless they would lose digits', async () => {
  expect((await column(integer(3), float('0.5'))).values).toEqual([3, 0.5]);
  expect((await column(integer(2n ** 60n), float('0.5'))).values).toEqual([String(2n ** 60n), '0.5']);
});

it('writes what is mixed, nested or of no type of Arrow as the text that CSV has', async () => {
  const map: TypedValue = { $type: 'Map', _value: { a: integer(1) } };
  expect((await column(integer(1), text('x'), map, listOf(listOf(text('q'))))).values).toEqual([
    '1',
    'x',
    '{"a":1}',
    '[["q"]]',
  ]);
  expect((await column(text(''), text('🕊️'), NULL)).values).toEqual(['', '🕊️', null]);
  expect((await column({ $type: 'Date', _value: '-0044-03-15' })).values).toEqual(['-0044-03-15']);
  expect((await column(NULL, NULL)).values).toEqual([null, null]);
});

it('has every column, with no rows and with more than one batch of them', async () => {
  const none = await read(['a', 'b'], []);
  expect([none.numRows, none.schema.fields.map(({ name }) => name)]).toEqual([0, ['a', 'b']]);
  const many = await read(
    ['n'],
    Array.from({ length: 40_000 }, (_, at) => [integer(at)]),
  );
  expect([many.numRows, many.getChild('n')?.at(39_999)]).toEqual([40_000, 39_999n]);
});
