import { describe, expect, it } from 'vitest';
import { createKeys } from '../../../client/state/keys.ts';
import { createOwnScheme, effectiveScheme } from '../../../client/state/looks/colour-scheme.ts';
import { createPanels, type Memory, togglePanel, toggleSheet } from '../../../client/state/panels.ts';

function memoryOf(start: Record<string, string> = {}): Memory {
  const kept = new Map(Object.entries(start));
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
  };
}
const forbidden: Memory = {
  getItem: () => {
    throw new Error('Storage is forbidden.');
  },
  setItem: () => {
    throw new Error('Storage is full.');
  },
};

describe('the panels', () => {
  it('are found as they were left', () => {
    const memory = memoryOf();
    togglePanel(createPanels(memory), 'legend');
    expect(createPanels(memory).getState().open).toEqual({ legend: false, inspector: true, timeline: true });
  });

  it('work where nothing can be remembered', () => {
    for (const memory of [undefined, forbidden]) {
      const panels = createPanels(memory);
      togglePanel(panels, 'timeline');
      expect(panels.getState().open.timeline).toBe(false);
    }
  });

  it('are as new where what is remembered cannot be read', () => {
    for (const broken of ['{', 'null', '[]', '{"legend":"no"}']) {
      expect(createPanels(memoryOf({ 'entente.panels': broken })).getState().open.legend).toBe(true);
    }
  });

  it('are one sheet at a time on a narrow page', () => {
    const panels = createPanels(undefined);
    toggleSheet(panels, 'legend');
    toggleSheet(panels, 'timeline');
    expect(panels.getState().sheet).toBe('timeline');
    toggleSheet(panels, 'timeline');
    expect(panels.getState().sheet).toBeUndefined();
  });
});

describe("the reader's choices", () => {
  it('of colours are remembered, give way to the view and go before the system', () => {
    const memory = memoryOf();
    createOwnScheme(memory).setState({ own: 'dark' });
    const { own } = createOwnScheme(memory).getState();
    expect(effectiveScheme({}, own, false)).toBe('dark');
    expect(effectiveScheme({ theme: 'light' }, own, true)).toBe('light');
    expect(effectiveScheme({}, undefined, true)).toBe('dark');
  });

  it('about single keys are remembered', () => {
    const memory = memoryOf();
    expect(createKeys(memory).getState().single).toBe(true);
    createKeys(memory).setState({ single: false });
    expect(createKeys(memory).getState().single).toBe(false);
    expect(createKeys(forbidden).getState().single).toBe(true);
  });
});
