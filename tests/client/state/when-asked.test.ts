import { expect, test } from 'vitest';
import { createExplorerStore } from '../../../client/state/store.ts';
import { startWhenAsked } from '../../../client/state/when-asked.ts';

/** Starts something when a node is selected; `starts` says in turn whether it can be loaded. */
function started(...starts: boolean[]) {
  const store = createExplorerStore({}, []);
  const told: string[] = [];
  const close = startWhenAsked(
    store,
    ({ view }) => view.select !== undefined,
    async () => {
      const loads = starts.shift();
      told.push(loads ? 'started' : 'not loaded');
      if (!loads) throw new TypeError('Failed to fetch dynamically imported module');
      return () => told.push('closed');
    },
  );
  const select = async (select: string[] | undefined) => {
    store.setState({ view: select ? { select } : {} });
    await new Promise((done) => setTimeout(done));
  };
  return { told, close, select };
}

test('starts once, when it is first asked for, and is closed with the rest', async () => {
  const { told, close, select } = started(true, true);
  expect(told).toEqual([]);
  await select(['nato']);
  await select(undefined);
  await select(['ukraine']);
  close();
  expect(told).toEqual(['started', 'closed']);
});

test('is tried again when it is next asked for, where it could not be loaded', async () => {
  const { told, select } = started(false, true);
  await select(['nato']);
  await select(undefined);
  await select(['nato']);
  expect(told).toEqual(['not loaded', 'started']);
});

test('closes what has come only after it was closed', async () => {
  const { told, close, select } = started(true);
  const selected = select(['nato']);
  close();
  await selected;
  expect(told).toEqual(['started', 'closed']);
});
