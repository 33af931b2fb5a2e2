import { describe, expect, it } from 'vitest';
import { EntenteError } from '../../../../server/core/model/errors.ts';
import { readParameterValues } from '../../../../server/database/values/typed-parameters.ts';

const read = ($type: string, _value: unknown) => readParameterValues({ x: { $type, _value } }).x;

describe('a typed parameter', () => {
  it.each([
    ['Time', '12:00:00+19:00'],
    ['Time', '12:00:00-18:00:01'],
    ['Time', '12:00:00+01:60'],
    ['Time', '12:00:00+01:00[Europe/Berlin]'],
    ['OffsetDateTime', '2025-01-01T00:00:00+18:01'],
    ['OffsetDateTime', '2025-02-30T00:00:00Z'],
    ['ZonedDateTime', '2025-01-01T00:00:00+19:00[Europe/Berlin]'],
    ['ZonedDateTime', '+999999999-12-31T23:59:59[Europe/Berlin]'],
    ['ZonedDateTime', '2025-01-01T00:00:00[Nowhere/Land]'],
    ['LocalDateTime', '2025-04-31T00:00:00'],
    ['Date', '2025-02-29'],
    ['Date', '1900-02-29'],
    ['Date', '2025-00-10'],
    ['Date', '2025-01-00'],
    ['Date', '+1000000000-01-01'],
    ['Duration', 'P99999999999999999999Y'],
    ['Duration', 'PT9223372036854775808S'],
    ['Duration', 'P-9223372036854775809D'],
    ['Vector', { coordinatesType: 'INT8', coordinates: ['128'] }],
    ['Vector', { coordinatesType: 'INT64', coordinates: ['9223372036854775808'] }],
    ['Vector', { coordinatesType: 'INT32', coordinates: ['1.5'] }],
  ])('is refused by its name where it is no %s: %j', (type, value) => {
    let refused: unknown;
    try {
      read(type, value);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(EntenteError);
    expect(refused).toMatchObject({ code: 'invalid_request', details: [{ path: 'parameters.x' }] });
  });

  it.each([
    ['Time', '12:00:00+18:00'],
    ['Time', '12:00-18:00:00'],
    ['OffsetDateTime', '+999999999-12-31T23:59:59-18:00'],
    ['Date', '2024-02-29'],
    ['Date', '2000-02-29'],
    ['Date', '-999999999-01-01'],
    ['Duration', 'PT9223372036854775807S'],
    ['Vector', { coordinatesType: 'INT8', coordinates: ['-128', '127'] }],
    ['Vector', { coordinatesType: 'FLOAT32', coordinates: ['0.1'] }],
  ])('is read where it just is a %s: %j', (type, value) => {
    expect(read(type, value)).toBeDefined();
  });
});
