import { describe, expect, it } from 'vitest';
import { together } from '../../../server/graph/together.ts';

/** A question whose answers come when the test says so, numbered from 1. */
function question() {
  const open: ((value: number) => void)[] = [];
  const ask = together(() => new Promise<number>((resolve) => open.push(resolve)));
  return { ask, asked: () => open.length, answer: (nth: number) => open[nth - 1]?.(nth) };
}
const turns = () => new Promise((resolve) => setImmediate(resolve));

describe('one question for many', () => {
  it('is asked once more for all who came while it was under way, and never answers them with what was begun before', async () => {
    const { ask, asked, answer } = question();
    const first = ask();
    const later = [ask(), ask(), ask()];
    expect(asked()).toBe(1);
    answer(1);
    expect(await first).toBe(1);
    await turns();
    expect(asked()).toBe(2);
    const last = ask();
    answer(2);
    expect(await Promise.all(later)).toEqual([2, 2, 2]);
    await turns();
    answer(3);
    expect(await last).toBe(3);
  });

  it('is asked at once by whoever comes when none is under way', async () => {
    const { ask, asked, answer } = question();
    const first = ask();
    answer(1);
    await first;
    await turns();
    void ask();
    expect(asked()).toBe(2);
  });

  it('fails those who asked it, and no one after', async () => {
    let fails = true;
    const ask = together(async () => {
      if (fails) throw new Error('lost');
      return 'there';
    });
    const both = [ask(), ask()];
    fails = true;
    await expect(both[0]).rejects.toThrow('lost');
    await both[1]?.catch(() => {});
    fails = false;
    await turns();
    expect(await ask()).toBe('there');
  });
});
