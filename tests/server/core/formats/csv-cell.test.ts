import { describe, expect, it } from 'vitest';
import { neutralised } from '../../../../server/core/formats/csv-cell.ts';

describe('a cell of a table', () => {
  it.each(['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\tx', '\rx', '-1+2', '=HYPERLINK("x")'])(
    'no spreadsheet takes %j for a formula',
    (hostile) => {
      expect(neutralised(hostile)).toBe(`'${hostile}`);
    },
  );

  it.each(['-1', '+2.5', '-1e-7', '.5', 'plain', 'a=b', ''])('%j stays as it is', (harmless) => {
    expect(neutralised(harmless)).toBe(harmless);
  });
});
