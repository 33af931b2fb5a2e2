import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../client/state/table/empty-table.ts';
import { graphOf, node } from '../world.ts';

const none = { state: 'ready', value: graphOf([]) } as const;
const some = { state: 'ready', value: graphOf([node('a')]) } as const;

describe('a table without rows', () => {
  it('does not speak of filters while the graph is on its way, or could not be had', () => {
    expect(emptyTable({ view: {}, graph: { state: 'idle' } }, false)).toBe('Loading…');
    expect(emptyTable({ view: {}, graph: { state: 'loading' } }, false)).toBe('Loading…');
    const failed = { state: 'failed', message: 'No.', details: [] } as const;
    expect(emptyTable({ view: {}, graph: failed }, false)).toBe('The graph could not be loaded.');
  });

  it('says why: filters, hiding, an empty canvas, no edges or a text that no row has', () => {
    expect(emptyTable({ view: { type: ['T'] }, graph: none }, false)).toBe('Nothing passes the filters.');
    expect(emptyTable({ view: { hide: ['a'] }, graph: some }, false)).toBe('Everything is hidden.');
    expect(emptyTable({ view: { start: 'nothing' }, graph: none }, false)).toBe('The canvas is empty.');
    expect(emptyTable({ view: {}, graph: some }, false)).toBe('No edge is in the picture.');
    expect(emptyTable({ view: {}, graph: some }, true)).toBe('No row contains this text.');
  });
});
