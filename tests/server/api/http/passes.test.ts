import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPasses } from '../../../../server/api/http/passes.ts';

const DAY = 86_400_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_000 * DAY }));
afterEach(() => void vi.useRealTimers());

it('give a day and what is left of the next to a page, and no more when the clock is set back', () => {
  const passes = createPasses(true, 'secret');
  const given = passes.current();
  const isGood = () => {
    const request = { url: `${given}/api/graph`, method: 'GET' } as IncomingMessage;
    passes.take(request);
    return passes.isGood(request);
  };
  expect(isGood()).toBe(true);
  vi.setSystemTime(1_001.9 * DAY);
  expect(isGood()).toBe(true);
  vi.setSystemTime(1_002 * DAY);
  expect(isGood()).toBe(false);
  vi.setSystemTime(1_000 * DAY);
  expect(isGood()).toBe(false);
});
