import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityOf } from '../../server/database/managed/java/processes.ts';
import { ownFolder } from '../../server/second-start.ts';

const OWNERSHIP = join(import.meta.dirname, '../../server/database/managed/folder/ownership.ts');

/** A process that has a data folder as a server has it, and answers what its database is doing. */
async function startOwner(
  folder: string,
  role: string,
  database: object,
  isBusy = false,
): Promise<ChildProcess> {
  const program = `const { takeOwnership } = await import(${JSON.stringify(OWNERSHIP)});
    const { createServer } = await import('node:http');
    const taken = takeOwnership(${JSON.stringify(folder)}, { role: '${role}' });
    const server = createServer(({ url }, response) => {
      // A busy one counts what its database holds for longer than anybody waits.
      if (!${isBusy}) response.end(${JSON.stringify(JSON.stringify({ database }))});
      else if (url === '/health/ready') response.end(JSON.stringify({ ready: true, database: 'ready' }));
    });
    server.listen(0, '127.0.0.1', () => {
      if ('${role}' === 'server') taken.announce('http://127.0.0.1:' + server.address().port);
      console.log('at work');
    });
    process.on('SIGTERM', () => { taken.release(); process.exit(0); });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
  await once(child.stdout, 'data');
  return child;
}

describe('a second start on a data folder', () => {
  let folder: string;
  let owner: ChildProcess;
  const told: string[] = [];
  const start = () => ownFolder(folder, (line) => void told.push(line));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-second-'));
    told.length = 0;
  });
  afterEach(() => {
    owner.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves a server alone that is well, and tells where it is', async () => {
    owner = await startOwner(folder, 'server', { state: 'ready', kind: 'managed' });
    await expect(start()).rejects.toThrow(
      /already running on this folder: http:\/\/127\.0\.0\.1:\d+ \(process/,
    );
    expect(identityOf(owner.pid ?? 0)).toBeDefined();
  });

  it('leaves a server alone whose database is busy', async () => {
    owner = await startOwner(folder, 'server', { state: 'ready' }, true);
    await expect(start()).rejects.toThrow(/already running on this folder/);
    expect(identityOf(owner.pid ?? 0)).toBeDefined();
  });

  it('leaves a server alone that is starting, and tells what it waits for', async () => {
    owner = await startOwner(folder, 'server', { state: 'starting', progress: { message: 'Downloading' } });
    await expect(start()).rejects.toThrow(/not ready yet: Downloading …/);
  });

  it('replaces a server that cannot use its database, and tells why that could not', async () => {
    owner = await startOwner(folder, 'server', { state: 'failed', problem: 'The disk is full.' });
    const ownership = await start();
    expect(told.join()).toContain('is replaced: The disk is full.');
    expect(identityOf(owner.pid ?? 0)).toBeUndefined();
    ownership.release();
  });

  it('waits for a command that is working on the data', async () => {
    owner = await startOwner(folder, 'command', {});
    const started = start();
    await expect.poll(() => told.join(), { timeout: 10_000 }).toContain('waiting for it');
    owner.kill('SIGTERM');
    (await started).release();
  });
});
