import { expect, it } from 'vitest';
import { fewAtOnce } from '../../../server/graph/few-at-once.ts';

it('has no more under way than it may, and does all of it, past what fails', async () => {
  const inTurn = fewAtOnce(3);
  let [running, most] = [0, 0];
  const work = (at: number) => async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (at % 5 === 0) throw new Error(`${at}`);
    return at;
  };
  const all = Array.from({ length: 20 }, (_, at) => at);
  const ends = await Promise.allSettled(all.map((at) => inTurn(work(at))));
  expect(ends.map(({ status }) => status)).toEqual(
    all.map((at) => (at % 5 === 0 ? 'rejected' : 'fulfilled')),
  );
  expect(most).toBe(3);
});
