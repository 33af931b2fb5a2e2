import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { getPriority, platform } from 'node:os';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { putBehind } from '../../../server/threads/behind.ts';

const BEHIND = new URL('../../../server/threads/behind.ts', import.meta.url).href;
const groupOf = (pid: number | 'self') => readFileSync(`/proc/${pid}/autogroup`, 'utf8');

describe.runIf(platform() === 'linux')('what works beside the server', () => {
  let ends: () => unknown = () => undefined;
  afterEach(() => ends());

  it('is put behind it with all its threads, and with the group that it was started as', async () => {
    const child = spawn(process.execPath, ['-e', "console.log('on'); setInterval(() => {}, 1000)"], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    ends = () => child.kill('SIGKILL');
    await once(child.stdout, 'data');
    const pid = child.pid ?? 0;
    putBehind(pid);
    const own = getPriority();
    const threads = readdirSync(`/proc/${pid}/task`).map((id) => getPriority(Number(id)));
    expect(threads.length).toBeGreaterThan(1);
    expect(new Set(threads)).toEqual(new Set([Math.min(own + 3, 19)]));
    if (existsSync('/proc/self/autogroup')) {
      expect(groupOf(pid)).toContain(`nice ${Math.min(own + 3, 19)}`);
      expect(groupOf('self')).not.toBe(groupOf(pid));
    }
  });

  it('steps behind it by thread, and leaves the server where it was', async () => {
    const before = getPriority();
    const text = `
      const { getPriority } = require('node:os');
      const { parentPort } = require('node:worker_threads');
      (async () => {
        const { tsImport } = await import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))});
        const { stepBehind } = await tsImport(${JSON.stringify(BEHIND)}, ${JSON.stringify(import.meta.url)});
        stepBehind();
        parentPort.postMessage(getPriority());
      })();`;
    const worker = new Worker(text, { eval: true });
    ends = () => worker.terminate();
    const [priority] = await once(worker, 'message');
    expect(priority).toBe(Math.min(before + 3, 19));
    expect(getPriority()).toBe(before);
  });

  it('may have ended before it is put behind', () => {
    expect(() => putBehind(2 ** 22 - 1)).not.toThrow();
  });
});
