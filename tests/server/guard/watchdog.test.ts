import { expect, it } from 'vitest';
import type { Database, OpenTransaction } from '../../../server/database/port.ts';
import { createWatchdog } from '../../../server/guard/watchdog.ts';

it('does not forget a statement that was told to end while it looked', async () => {
  const open: OpenTransaction[] = [];
  let looks = 0;
  const during: (() => void)[] = [];
  // What a database lists is asked before what comes meanwhile, and answered after it.
  const database = {
    transactions: async () => {
      looks += 1;
      const listed = [...open];
      during.shift()?.();
      await new Promise((resolve) => setTimeout(resolve, 20));
      return listed;
    },
  } as unknown as Database;
  const ended: string[] = [];
  const watchdog = createWatchdog({
    every: 5,
    forceAfter: 30,
    endWork: async (clientAddress) => {
      ended.push(clientAddress);
      open.splice(0);
      return true;
    },
  });
  during.push(() => {
    open.push({ tag: 'b', terminated: true, clientAddress: 'address of b' });
    watchdog.watch(database, 'b');
  });
  watchdog.watch(database, 'a');
  await expect.poll(() => ended, { timeout: 10_000 }).toEqual(['address of b']);
  expect(looks).toBeGreaterThan(1);
  watchdog.close();
});
