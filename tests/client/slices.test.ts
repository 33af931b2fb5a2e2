import { describe, expect, it } from 'vitest';
import { sliced } from '../../client/slices.ts';

/** Works in parts until it has given way some times. */
async function work(times: number, signal?: AbortSignal): Promise<void> {
  const rest = sliced(signal);
  for (let given = 0; given < times; ) {
    const turn = rest();
    if (!turn) continue;
    await turn;
    given += 1;
  }
}

describe('work in slices', () => {
  it('lets what waits for its turn go on meanwhile', async () => {
    const order: string[] = [];
    setTimeout(() => order.push('other'));
    await work(5);
    order.push('work');
    expect(order).toEqual(['other', 'work']);
  });

  it('is given up when it is cancelled', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort());
    await expect(work(Infinity, abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
