import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getPriority, platform, setPriority } from 'node:os';

/**
 * Steps of the scheduler's priority. Where all processors are taken, the server's one thread waited up to 0.1 s for its
 * turn though it had hardly anything to do; with those beside it some steps behind it does not. Each step takes a fifth off
 * what they get where others want the processors too, so they are few.
 */
const STEPS = 3;
const LAST = 19;

/**
 * Called in a thread of its own: from then on it lets the server's thread go first. Only Linux knows the priority of a
 * thread; elsewhere this would be the whole process, and nothing is done.
 */
export function stepBehind(): void {
  if (platform() === 'linux') lower(0);
}

/** Lets a process that this server started, with all its threads, take its turns after the server's. */
export function putBehind(pid: number): void {
  // None was started; to the system 0 is whoever asks.
  if (pid <= 0) return;
  for (const each of threadsOf(pid)) lower(each);
  if (platform() === 'linux') lowerGroup(pid);
}

/**
 * What was started detached is a group of its own to Linux, and takes turns with this one as a whole, whatever the
 * priorities of its threads are (man 7 sched, "The autogroup feature").
 */
function lowerGroup(pid: number): void {
  const group = (of: number | 'self') => /\S+/.exec(readFileSync(`/proc/${of}/autogroup`, 'utf8'))?.[0];
  try {
    if (group(pid) !== group('self')) writeFileSync(`/proc/${pid}/autogroup`, String(behind()));
  } catch {
    // This kernel has no such groups, or it may not be changed.
  }
}

function threadsOf(pid: number): number[] {
  if (platform() !== 'linux') return [pid];
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    // It has ended, or belongs to another machine or container.
    return [];
  }
}

const behind = () => Math.min(getPriority() + STEPS, LAST);

function lower(id: number): void {
  try {
    setPriority(id, behind());
  } catch {
    // It has ended, or may not be changed; then it takes its turns as all do.
  }
}
