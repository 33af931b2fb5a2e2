import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { THEMES } from '../../../server/core/looks/theme.ts';

const css = readFileSync(join(import.meta.dirname, '../../../client/styles/base.css'), 'utf8');

describe('the glyphs of the legend', () => {
  it.each(Object.keys(THEMES.light.fills))(
    'of the shape %s have the colour that the picture gives it',
    (shape) => {
      expect(css).toMatch(new RegExp(`\\.glyph-${shape} \\{\\s*fill: var\\(--fill-${shape}\\);`));
    },
  );
});
