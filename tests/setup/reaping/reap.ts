import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { identityOf } from '../../../server/database/managed/java/processes.ts';

/**
 * Has everything that runs on a folder end, and the folder go, when this process is gone: by an end in good order,
 * Ctrl+C, or a kill, which no handler of ours would hear of. Its own end closes the pipe that is listened to.
 *
 * @returns what has a process end as well that may not have written down yet who it is
 */
export function reapWhenGone(folder: string): (pid: number) => void {
  const reaper = spawn(process.execPath, [join(import.meta.dirname, 'reaper.mjs'), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  reaper.unref();
  (reaper.stdin as unknown as { unref(): void }).unref();
  return (pid) => void reaper.stdin.write(`${JSON.stringify({ pid, identity: identityOf(pid) })}\n`);
}
