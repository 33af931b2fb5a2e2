import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntenteError } from '../../../server/core/model/errors.ts';
import { addressKey, createAllowance } from '../../../server/guard/allowance.ts';
import { DEFAULT_LIMITS } from '../../../server/guard/limits.ts';
import { createSlots, type Slot } from '../../../server/guard/slots.ts';

const never = new AbortController().signal;
const LIMITS = { ...DEFAULT_LIMITS, patience: 60_000, what: 'statements' };
const refused = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (cause) {
    return cause instanceof EntenteError ? cause.code : undefined;
  }
};

describe('addresses', () => {
  it('are counted whole in IPv4 and by the /56 in IPv6', () => {
    expect(addressKey('192.0.2.7')).toBe('192.0.2.7');
    expect(addressKey('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(addressKey('2001:db8:0:12ab:1:2:3:4')).toBe('2001:db8:0:1200::/56');
    expect(addressKey('2001:db8:0:12ff::1')).toBe(addressKey('2001:db8:0:1200::'));
    expect(addressKey('2001:db8:0:13ff::1')).not.toBe(addressKey('2001:db8:0:1200::'));
    expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0::/56');
    expect(addressKey('::1')).toBe('0:0:0:0::/56');
    expect(addressKey(undefined)).toBe('');
  });
});

describe('the allowance', () => {
  it('limits statements and seconds, tells both, and begins anew after a minute', () => {
    let now = 0;
    const limits = { ...DEFAULT_LIMITS, requestsPerMinute: 2, secondsPerMinute: 5 };
    const allowance = createAllowance(limits, () => now);
    allowance.ask('a');
    expect(allowance.headers('a').RateLimit).toBe('"statements";r=1;t=60, "seconds";r=5;t=60');
    allowance.spend('a', 1_200);
    expect(allowance.headers('a').RateLimit).toBe('"statements";r=1;t=60, "seconds";r=3;t=60');
    allowance.ask('a');
    expect(refused(() => allowance.ask('a'))).toBe('too_many_requests');
    expect(allowance.headers('a')['Retry-After']).toBe('60');
    expect(refused(() => allowance.ask('b'))).toBeUndefined();
    now = 60_000;
    expect(refused(() => allowance.ask('a'))).toBeUndefined();
    allowance.spend('a', 5_000);
    expect(refused(() => allowance.ask('a'))).toBe('too_many_requests');
  });
});

describe('turns', () => {
  it('never exceed their limits, and everybody who waits gets one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }), async (addresses) => {
        const limits = {
          ...LIMITS,
          concurrent: 3,
          concurrentPerAddress: 2,
          queued: 100,
          queuedPerAddress: 100,
        };
        const slots = createSlots(limits);
        const running: { address: string; slot: Slot }[] = [];
        const taken = addresses.map((address) =>
          slots.take(address, never).then((slot) => {
            running.push({ address, slot });
            expect(running.length).toBeLessThanOrEqual(3);
            expect(running.filter((each) => each.address === address).length).toBeLessThanOrEqual(2);
          }),
        );
        for (let left = addresses.length; left > 0; left -= 1) {
          await new Promise((resolve) => setImmediate(resolve));
          const first = running.shift();
          expect(first).toBeDefined();
          first?.slot.release();
          first?.slot.release();
        }
        await Promise.all(taken);
        expect(slots.counts()).toEqual({ running: 0, waiting: 0 });
      }),
      { numRuns: 50 },
    );
  });

  it('are refused when too many wait, and left by who goes away', async () => {
    const limits = { ...LIMITS, concurrent: 1, queued: 2, queuedPerAddress: 1 };
    const slots = createSlots(limits);
    const slot = await slots.take('a', never);
    const away = new AbortController();
    const waiting = slots.take('a', away.signal);
    await expect(slots.take('a', never)).rejects.toMatchObject({ code: 'too_many_requests' });
    const other = slots.take('b', never);
    await expect(slots.take('c', never)).rejects.toMatchObject({ code: 'too_many_requests' });
    away.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'timeout' });
    slot.release();
    (await other).release();
    expect(slots.counts()).toEqual({ running: 0, waiting: 0 });
  });

  it('are not waited for without an end', async () => {
    const slots = createSlots({ ...LIMITS, concurrent: 1, patience: 1 });
    const slot = await slots.take('a', never);
    await expect(slots.take('b', never)).rejects.toMatchObject({ code: 'overloaded' });
    expect(slots.counts()).toEqual({ running: 1, waiting: 0 });
    slot.release();
    (await slots.take('b', never)).release();
  });
});
