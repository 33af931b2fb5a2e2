import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { createThread, type Thread, type ThreadLimits } from '../../../server/threads/thread.ts';

/** Answers each number with its double and the thread it ran in; of some words it never ends, fails, or goes away. */
const SCRIPT = `
  const { parentPort, threadId } = require('node:worker_threads');
  parentPort.on('message', (work) => {
    if (work === 'for ever') for (;;);
    if (work === 'leave') process.exit();
    if (work === 'fail later') return setTimeout(() => { throw new Error('late'); }, 50), parentPort.postMessage({ result: { double: 0, threadId } });
    if (work === 'throw') throw new Error('thrown');
    if (work === 'fill') for (const all = []; ; ) all.push(Array.from({ length: 1000 }, Math.random));
    if (work === 'fail') return parentPort.postMessage({ fault: new Error('failed') });
    parentPort.postMessage({ result: { double: work * 2, threadId } });
  });
  parentPort.postMessage('started');
`;
const LIMITS: ThreadLimits = { work: 20_000, start: 20_000, idle: 60_000, waiting: 3 };

describe('a thread for work that takes long', { timeout: 60_000 }, () => {
  let thread: Thread<unknown, { double: number; threadId: number }> | undefined;
  let started = 0;
  const open = (limits: Partial<ThreadLimits> = {}) => {
    started = 0;
    const begin = () => {
      started += 1;
      return new Worker(SCRIPT, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
    };
    thread = createThread(begin, { ...LIMITS, ...limits }, { others: 'other work', advice: 'Ask for less.' });
    return thread;
  };
  afterEach(() => thread?.close());

  it('does one piece after another in the same thread, and starts none before the first', async () => {
    const { run } = open();
    expect(started).toBe(0);
    const done = await Promise.all([1, 2, 3].map((each) => run(each)));
    expect(done.map(({ result }) => result.double)).toEqual([2, 4, 6]);
    expect(new Set(done.map(({ result }) => result.threadId)).size).toBe(1);
    expect(started).toBe(1);
  });

  it('leaves its caller free while it works, and ends what takes too long', async () => {
    const { run } = open({ work: 1_000 });
    await run(1);
    let turns = 0;
    const turning = setInterval(() => turns++, 10);
    const late = run('for ever');
    const next = run(2);
    await expect(late).rejects.toMatchObject({ name: 'EntenteError', code: 'timeout' });
    clearInterval(turning);
    expect(turns).toBeGreaterThan(10);
    expect((await next).result.double).toBe(4);
    expect(started).toBe(2);
  });

  it.each(['leave', 'throw', 'fail'])('goes on after work that says %s', async (word) => {
    const { run } = open();
    await expect(run(word)).rejects.toThrow(/ended by itself|thrown|failed/);
    expect((await run(21)).result.double).toBe(42);
  });

  it('fails after its answer without an effect on anything else', async () => {
    const { run } = open();
    await run('fail later');
    await new Promise((resolve) => setTimeout(resolve, 500));
    // At once, not when the limit of its work has passed.
    expect((await run(21).catch(() => run(21))).result.double).toBe(42);
    expect(started).toBe(2);
  });

  it('says so of work that its memory does not hold, and goes on', async () => {
    const { run } = open();
    await expect(run('fill')).rejects.toMatchObject({ name: 'EntenteError', code: 'too_large' });
    expect((await run(21)).result.double).toBe(42);
  });

  it('refuses what would wait too long, and takes work again when there is room', async () => {
    const { run } = open();
    const given = Array.from({ length: 5 }, (_, at) => run(at));
    const refused = (await Promise.allSettled(given)).filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'too_many_requests' } }]);
    expect((await run(5)).result.double).toBe(10);
  });

  it('ends what nobody waits for any more, and begins no such work', async () => {
    const { run } = open();
    await run(1);
    const [left, never] = [new AbortController(), new AbortController()];
    const given = [run('for ever', left), run('for ever', never), run(21)];
    never.abort(new Error('left before'));
    setTimeout(() => left.abort(new Error('left')), 100);
    expect(await Promise.allSettled(given)).toMatchObject([
      { reason: { message: 'left' } },
      { reason: { message: 'left before' } },
      { value: { result: { double: 42 } } },
    ]);
    expect(started).toBe(2);
  });

  it('gives the place of what nobody waits for any more to others at once', async () => {
    const { run } = open({ waiting: 1 });
    await run(1);
    const control = new AbortController();
    const working = run('for ever', control).catch(() => undefined);
    await new Promise(setImmediate);
    const waiting = new AbortController();
    const left = run(2, waiting).catch(() => 'left');
    await expect(run(3)).rejects.toMatchObject({ code: 'too_many_requests' });
    waiting.abort();
    const next = run(4);
    control.abort();
    await working;
    expect([await left, (await next).result.double]).toEqual(['left', 8]);
  });

  it('takes turns, so that who asks for much keeps nobody else from what it does', async () => {
    const { run } = open({ waiting: 8 });
    const done: string[] = [];
    const ask = (work: number, address: string) =>
      run(work, { address }).then(() => done.push(address + work));
    const given = [ask(0, 'a'), ...[1, 2, 3, 4].map((work) => ask(work, 'a'))];
    await expect(ask(5, 'a')).rejects.toMatchObject({ code: 'too_many_requests' });
    given.push(ask(1, 'b'), ask(2, 'b'));
    await Promise.all(given);
    expect(done).toEqual(['a0', 'b1', 'a1', 'b2', 'a2', 'a3', 'a4']);
  });

  it('goes on with work under way for which nobody waits where ending it would cost more', async () => {
    const { run } = open();
    const first = (await run(1)).result.threadId;
    const leaving = new AbortController();
    const working = run(2, { signal: leaving.signal, endsWork: false });
    const waiting = run(3, { signal: leaving.signal, endsWork: false });
    leaving.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
    expect((await working).result).toEqual({ double: 4, threadId: first });
    expect(started).toBe(1);
  });

  it('lets its thread go when nothing is asked of it', async () => {
    const { run } = open({ idle: 1 });
    const first = (await run(1)).result.threadId;
    await expect.poll(async () => (await run(1)).result.threadId, { timeout: 20_000 }).not.toBe(first);
  });

  it('ends at once when it is closed, with what it does and what waits, and begins nothing more', async () => {
    const { run, close } = open();
    await run(1);
    const given = [run('for ever'), run(2)];
    const settled = Promise.allSettled(given);
    await close();
    for (const each of await settled) expect(each).toMatchObject({ reason: { code: 'timeout' } });
    await expect(run(3)).rejects.toMatchObject({ code: 'timeout' });
    expect(started).toBe(1);
  });
});
