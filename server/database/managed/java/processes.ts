import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Tells a process from any other that gets the same number later: text made of the machine's boot and
 * the process's own start time. `undefined` when there is no such process (a zombie counts as gone).
 */
export function identityOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return linuxIdentity(pid);
    if (process.platform === 'win32') {
      const ask = `(Get-Process -Id ${pid} -ErrorAction Stop).StartTime.Ticks`;
      return output('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', ask]);
    }
    return output('ps', ['-o', 'lstart=', '-p', String(pid)]);
  } catch {
    return undefined;
  }
}

/** Whether the very process that `identityOf` described is still there. */
export function isAlive(pid: number, identity: string): boolean {
  return identityOf(pid) === identity;
}

/** Asks a process to end, and ends it by force after `patience` milliseconds. */
export async function endProcess(pid: number, identity: string, patience: number): Promise<void> {
  // Number 0, of a process that never came to be, would be our own group.
  if (pid === 0 || !isAlive(pid, identity)) return;
  send(pid, 'SIGTERM');
  const deadline = performance.now() + patience;
  while (isAlive(pid, identity)) {
    if (performance.now() > deadline) send(pid, 'SIGKILL');
    await delay(50);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already, which is what was wanted.
  }
}

function linuxIdentity(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command in parentheses may itself hold blanks and parentheses: count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot} ${fields[19]}`;
}

function output(command: string, parameters: string[]): string | undefined {
  const text = execFileSync(command, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return text.trim() || undefined;
}
