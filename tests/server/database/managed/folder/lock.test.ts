import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lockHolder, takeLock } from '../../../../../server/database/managed/folder/lock.ts';
import { identityOf, isAlive } from '../../../../../server/database/managed/java/processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const fresh = () => join(folder, `lock-${count++}`);
const stale = (pid: number, identity: string) => JSON.stringify({ pid, identity, note: 'old' });

describe('a lock between processes', () => {
  it('is held by one, tells the others what it was told, and is free once released', () => {
    const file = fresh();
    const lock = takeLock(file, 'first');
    if ('holder' in lock) return expect.fail('The lock was free.');
    expect(takeLock(file, 'second')).toEqual({ holder: { pid: process.pid, note: 'first' } });
    lock.tell('first, at work');
    expect(lockHolder(file)?.note).toBe('first, at work');
    lock.release();
    expect(lockHolder(file)).toBeUndefined();
    expect(takeLock(file, 'second')).not.toHaveProperty('holder');
  });

  it('is taken over from a process that is no more', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const pid = child.pid ?? 0;
    const identity = identityOf(pid) ?? '';
    const file = fresh();
    writeFileSync(file, stale(pid, identity));
    expect(takeLock(file, 'mine')).toEqual({ holder: { pid, note: 'old' } });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(pid, identity)).toBe(false);
    expect(takeLock(file, 'mine')).not.toHaveProperty('holder');
  });

  it('is not mistaken for that of a process that got the same number later', () => {
    const file = fresh();
    writeFileSync(file, stale(process.pid, 'another boot 1'));
    expect(takeLock(file, 'mine')).not.toHaveProperty('holder');
  });

  it('is taken over when it was written only in part', () => {
    const file = fresh();
    writeFileSync(file, '{"pid": 1');
    expect(takeLock(file, 'mine')).not.toHaveProperty('holder');
  });

  it('goes to exactly one of many that find it stale at the same moment', async () => {
    const file = fresh();
    writeFileSync(file, stale(1, 'gone'));
    const module = join(import.meta.dirname, '../../../../../server/database/managed/folder/lock.ts');
    const program = `const { takeLock } = await import(${JSON.stringify(module)});
      console.log('holder' in takeLock(${JSON.stringify(file)}, 'mine') ? 'refused' : 'taken');
      setTimeout(() => {}, 3000);`;
    const outputs = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
        const [output] = await once(child.stdout, 'data');
        return String(output).trim();
      }),
    );
    expect(outputs.sort()).toEqual(['refused', 'refused', 'refused', 'taken']);
  }, 30_000);
});
