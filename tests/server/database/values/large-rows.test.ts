import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../../server/database/values/large-rows.ts';

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

const sized = (marker: number, length: number) => {
  const bytes = Buffer.alloc(5);
  bytes[0] = marker;
  bytes.writeUInt32BE(length, 1);
  return bytes;
};

/** As PackStream writes it: short things in one byte more, long ones in five. */
function packed(value: Value): Buffer {
  if (value === null) return Buffer.from([0xc0]);
  if (typeof value === 'boolean') return Buffer.from([value ? 0xc3 : 0xc2]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(9, 0xc1);
    bytes.writeDoubleBE(value, 1);
    return Number.isInteger(value) && value >= 0 && value < 128 ? Buffer.from([value]) : bytes;
  }
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([
      bytes.length < 16 ? Buffer.from([0x80 + bytes.length]) : sized(0xd2, bytes.length),
      bytes,
    ]);
  }
  const inner = Array.isArray(value) ? value : Object.entries(value).flat();
  const length = Array.isArray(value) ? value.length : Object.keys(value).length;
  const [short, long] = Array.isArray(value) ? [0x90, 0xd6] : [0xa0, 0xda];
  return Buffer.concat([
    length < 16 ? Buffer.from([short + length]) : sized(long, length),
    ...inner.map(packed),
  ]);
}

/** A row of these columns, as the database sends it. */
const message = (columns: Value[]) => Buffer.concat([Buffer.from([0xb1, 0x71]), packed(columns)]);

function count(value: Value): number {
  if (value === null || typeof value !== 'object') return 1;
  const inner = Array.isArray(value) ? value : Object.entries(value).flat();
  return inner.reduce<number>((sum, each) => sum + count(each as Value), 1);
}

function depth(value: Value): number {
  if (value === null || typeof value !== 'object') return 0;
  const inner = Array.isArray(value) ? value : Object.values(value);
  return inner.length === 0 ? 0 : 1 + Math.max(...inner.map(depth));
}

const anyValue = fc.jsonValue({ maxDepth: 6 }) as fc.Arbitrary<Value>;

describe('a row of the database', () => {
  it('is read when it holds no more values and is nested no deeper than is allowed, and else is not', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 40 }), (columns) => {
        const bytes = message(columns);
        // The message itself is one more.
        const [values, deep] = [count(columns) + 1, Math.max(0, ...columns.map(depth))];
        expect(faultOf(bytes, { values, depth: deep })).toBeUndefined();
        expect(faultOf(bytes, { values: values - 1, depth: deep })).toMatch(/more than/);
        if (deep > 0) expect(faultOf(bytes, { values, depth: deep - 1 })).toMatch(/nested/);
      }),
    );
  });

  it('is looked through whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        faultOf(Buffer.from(bytes), { values: 100, depth: 10 });
      }),
    );
  });

  it('nested a hundred thousand deep overflows nothing', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xb1, 0x71]),
      Buffer.alloc(100_000, 0x91),
      Buffer.from([0x90]),
    ]);
    expect(faultOf(bytes, { values: 1_000_000, depth: 64 })).toMatch(/nested/);
  });
});
