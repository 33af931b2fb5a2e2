import { describe, expect, it } from 'vitest';
import { createHistory, HISTORY_LENGTH, HISTORY_SIZE } from '../../../../client/state/workbench/history.ts';

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const held = new Map<string, string>();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value) };
}

describe('the history of statements', () => {
  it('walks back from what is being written, and forward to it again', () => {
    const history = createHistory(undefined);
    history.add('one');
    history.add('two');
    expect(history.walk(-1, 'draft')).toBe('two');
    expect(history.walk(-1, 'two')).toBe('one');
    expect(history.walk(-1, 'one')).toBeUndefined();
    expect(history.walk(1, 'one')).toBe('two');
    expect(history.walk(1, 'two')).toBe('draft');
    expect(history.walk(1, 'draft')).toBeUndefined();
  });

  it('survives a reload', () => {
    const kept = memory();
    createHistory(kept).add('RETURN 1');
    expect(createHistory(kept).walk(-1, '')).toBe('RETURN 1');
  });

  it('holds each statement once, and no more than its limits', () => {
    const kept = memory();
    const history = createHistory(kept);
    for (let at = 0; at < HISTORY_LENGTH + 20; at += 1) history.add(`RETURN ${at}`);
    history.add('RETURN 50');
    expect(history.all()).toHaveLength(HISTORY_LENGTH);
    expect(history.all().filter((statement) => statement === 'RETURN 50')).toHaveLength(1);
    for (let at = 0; at < 9; at += 1) history.add(`${at}${'x'.repeat(HISTORY_SIZE / 4)}`);
    expect(history.all().join('').length).toBeLessThanOrEqual(HISTORY_SIZE);
  });

  it('keeps what is pinned, however much is run, until it is no longer', () => {
    const kept = memory();
    const history = createHistory(kept);
    history.add('first');
    history.pin('first');
    for (let at = 0; at < HISTORY_LENGTH; at += 1) history.add(`RETURN ${at}`);
    const again = createHistory(kept);
    expect(again.store.getState().pinned).toEqual(['first']);
    expect(again.store.getState().statements).toEqual(history.all());
    again.pin('first');
    expect(createHistory(kept).store.getState().pinned).toEqual([]);
  });

  it('works where the memory throws or holds rubbish', () => {
    const broken = {
      getItem: () => '{not json',
      setItem: () => {
        throw new Error('full');
      },
    };
    const history = createHistory(broken);
    history.add('one');
    expect(history.all()).toEqual(['one']);
  });
});
