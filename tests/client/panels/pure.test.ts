import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wikidataAddress } from '../../../client/panels/common/outside-link.tsx';
import { insetsOf } from '../../../client/panels/picture/insets.ts';
import { customProperties, themeSheet } from '../../../client/renderer/theme-sheet.ts';
import { safeAddress } from '../../../client/state/selection/addresses.ts';
import { THEMES } from '../../../server/core/looks/theme.ts';

describe('addresses in data', () => {
  it('are links only when they are http or https', () => {
    expect(safeAddress('https://example.org/a b')).toBe('https://example.org/a%20b');
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      ' https://x.org',
      'ftp://x.org',
      '//x.org',
      'http://',
    ])
      expect(safeAddress(text)).toBeUndefined();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
        const address = safeAddress(text);
        if (address) expect(['http:', 'https:']).toContain(new URL(address).protocol);
      }),
    );
  });

  it('lead to Wikidata by id or over https, and nowhere else', () => {
    expect(wikidataAddress('Q42')).toBe('https://www.wikidata.org/wiki/Q42');
    expect(wikidataAddress('https://www.wikidata.org/wiki/Q42')).toBe('https://www.wikidata.org/wiki/Q42');
    expect(wikidataAddress('http://www.wikidata.org/wiki/Q42')).toBeUndefined();
    expect(wikidataAddress('Q42"onclick=')).toBeUndefined();
  });
});

describe('the colours of the page', () => {
  it('are those of the picture, every one of them in both themes', () => {
    const sheet = themeSheet();
    for (const theme of Object.values(THEMES)) {
      const { fills, palette, ...tokens } = theme;
      for (const colour of [...Object.values(tokens), ...Object.values(fills), ...palette])
        expect(sheet).toContain(`:${colour}`);
    }
    expect(customProperties(THEMES.light)).toContain(`--text-muted:${THEMES.light.textMuted}`);
  });
});

describe('the free part of the stage', () => {
  const stage = { top: 48, right: 1280, bottom: 800, left: 0 };

  it('is what the panels at its sides leave', () => {
    const insets = insetsOf(stage, [
      { side: 'left', box: { top: 56, right: 288, bottom: 700, left: 8 } },
      { side: 'right', box: { top: 56, right: 1272, bottom: 700, left: 900 } },
      { side: 'bottom', box: { top: 620, right: 880, bottom: 792, left: 300 } },
    ]);
    expect(insets.left).toBeGreaterThanOrEqual(288);
    expect(insets.right).toBeGreaterThanOrEqual(380);
    expect(insets.bottom).toBeGreaterThanOrEqual(180);
    expect(insets.top).toBe(0);
  });

  it('is all of it when a panel lies outside', () => {
    const dock = { side: 'bottom' as const, box: { top: 800, right: 360, bottom: 850, left: 0 } };
    expect(insetsOf(stage, [dock])).toEqual({ top: 0, right: 0, bottom: 0, left: 0 });
  });
});
