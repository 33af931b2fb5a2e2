import { describe, expect, it } from 'vitest';
import { nearest } from '../../../../server/core/files/nearest.ts';

describe('the nearest known name', () => {
  it.each([
    ['captoin', ['caption', 'title', 'view'], 'Did you mean caption?'],
    ['tpye', ['type', 'sign'], 'Did you mean type?'],
    ['mark-rute', ['mark-rutte', 'marco-rubio'], 'Did you mean mark-rutte?'],
    ['x', ['id', 'of'], 'Known are id, of.'],
    ['id', ['ba', 'of'], 'Known are ba, of.'],
    ['volodymyr', ['mark-rutte'], 'Known are mark-rutte.'],
  ])('of %s among %j gives: %s', (given, known, words) => {
    expect(nearest(given, known)).toBe(words);
  });

  it('lists no more names than can be read', () => {
    const many = Array.from({ length: 21 }, (_, at) => `name-number-${at}`);
    expect(nearest('something else', many)).toBe('Add it, or correct the name.');
    expect(nearest('something else', [])).toBe('There are none yet.');
  });
});
