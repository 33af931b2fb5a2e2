import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MODULE = join(import.meta.dirname, '../../../server/database/wait-for-configured.ts');

it('keeps a command going while it waits for a database that does not answer yet', () => {
  // A process that waits for nothing else; it ended in silence once.
  const program = `const { waitForConfigured } = await import(${JSON.stringify(MODULE)});
    const connection = { uri: 'bolt://127.0.0.1:1', username: '', password: '' };
    const over = new AbortController();
    let tries = 0;
    const onReason = () => { tries += 1; if (tries === 3) over.abort(new Error('Three tries.')); };
    await waitForConfigured(connection, { onProgress() {}, onReason, signal: over.signal })
      .catch((error) => console.log(error.message));`;
  const parameters = ['--import', 'tsx', '--input-type=module', '-e', program];
  const { stdout, status } = spawnSync(process.execPath, parameters, { encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: 'Three tries.\n', status: 0 });
});
