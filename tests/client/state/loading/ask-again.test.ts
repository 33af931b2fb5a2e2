import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startAskingAgain } from '../../../../client/state/loading/ask-again.ts';
import { createExplorerStore } from '../../../../client/state/store.ts';
import { EntenteError, type ErrorCode } from '../../../../server/core/model/errors.ts';
import { graphOf, node, serve } from '../world.ts';

describe('a first picture that the server was too busy for', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function started(code: ErrorCode) {
    const store = createExplorerStore({});
    const { call } = serve({
      graph: () => {
        throw new EntenteError(code, 'Not now.');
      },
    });
    const again = startAskingAgain(store, call, () => {});
    const ask = () => again.call('graph').catch(() => undefined);
    return { store, ask, close: again.close };
  }

  it.each(['timeout', 'overloaded', 'too_many_requests'] as const)(
    'is asked for again by itself, less often each time: %s',
    async (code) => {
      const { store, ask, close } = started(code);
      const waits: number[] = [];
      for (let round = 0; round < 4; round += 1) {
        const { attempt } = store.getState();
        await ask();
        let waited = 0;
        while (store.getState().attempt === attempt) {
          await vi.advanceTimersByTimeAsync(500);
          waited += 500;
        }
        waits.push(waited);
      }
      expect(waits).toEqual([...waits].sort((a, b) => a - b));
      expect(new Set(waits).size).toBe(waits.length);
      await ask();
      close();
      const { attempt } = store.getState();
      await vi.advanceTimersByTimeAsync(600_000);
      expect(store.getState().attempt).toBe(attempt);
    },
  );

  it('is left in peace while it is on its way, whatever else the server is too busy for', async () => {
    const store = createExplorerStore({});
    const { call } = serve({
      schema: () => {
        throw new EntenteError('timeout', 'Not now.');
      },
    });
    const again = startAskingAgain(store, call, () => {});
    store.setState({ graph: { state: 'loading' } });
    await again.call('schema').catch(() => undefined);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(store.getState().attempt).toBe(0);
    again.close();
  });

  it('is not asked for again once it has come after all', async () => {
    const { store, ask, close } = started('timeout');
    await ask();
    store.setState({ graph: { state: 'ready', value: graphOf([node('a')]) } });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(store.getState().attempt).toBe(0);
    close();
  });

  it('is not asked for again where that cannot help, nor once there is a picture', async () => {
    const refused = started('invalid_request');
    await refused.ask();
    const shown = started('timeout');
    shown.store.setState({ graph: { state: 'ready', value: graphOf([node('a')]) } });
    await shown.ask();
    await vi.advanceTimersByTimeAsync(600_000);
    expect([refused, shown].map(({ store }) => store.getState().attempt)).toEqual([0, 0]);
  });
});
