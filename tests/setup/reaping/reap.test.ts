import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { identityOf } from '../../../server/database/managed/java/processes.ts';

it('leaves neither database nor folder of a test run that was killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-reaped-'));
  const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const pid = left.pid ?? 0;
  mkdirSync(join(folder, 'engine'));
  writeFileSync(join(folder, 'engine', 'running.json'), JSON.stringify({ pid, identity: identityOf(pid) }));
  const late = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const module = join(import.meta.dirname, 'reap.ts');
  const program = `const { reapWhenGone } = await import(${JSON.stringify(module)});
    reapWhenGone(${JSON.stringify(folder)})(${late.pid}); console.log('at work'); setInterval(() => {}, 1000);`;
  const run = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
  await once(run.stdout, 'data');
  expect(identityOf(pid)).toBeDefined();
  run.kill('SIGKILL');
  await expect.poll(() => identityOf(pid), { timeout: 15_000 }).toBeUndefined();
  await expect.poll(() => identityOf(late.pid ?? 0), { timeout: 15_000 }).toBeUndefined();
  await expect.poll(() => existsSync(folder), { timeout: 15_000 }).toBe(false);
});
