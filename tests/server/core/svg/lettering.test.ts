import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../../server/core/svg/lettering.ts';

/** Widths in ems in DejaVu Sans, regular and bold, as a browser measures them. */
const WIDE = {
  Romania: [4.373, 4.903],
  'Marco Rubio': [6.152, 7.019],
  Finland: [3.573, 4.183],
  'NATO leaders in Washington, 2024': [17.363, 19.551],
  'United Nations': [7.401, 8.414],
} as const;

describe('the width of a text in a picture', () => {
  it.each(Object.entries(WIDE))(
    'has room for %s in the widest common sans serif',
    (name, [regular, bold]) => {
      expect(widthOf(name, 10)).toBeGreaterThanOrEqual(10 * regular);
      expect(widthOf(name, 10, true)).toBeGreaterThanOrEqual(10 * bold);
      // Nor so much that labels would be left out for nothing.
      expect(widthOf(name, 10)).toBeLessThan(11.5 * regular);
      expect(widthOf(name, 10, true)).toBeLessThan(11.5 * bold);
    },
  );
});
