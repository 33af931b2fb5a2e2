import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts the time of processes; the same on every machine it runs on. */
const TICKS = 100;

interface Running {
  parent: number;
  ticks: number;
}

/**
 * The time in milliseconds that the processor has spent on everything this process has started, and on what
 * that has started; undefined where the system does not tell (it needs Linux's /proc).
 */
export function timeOfChildren(): number | undefined {
  const all = new Map<number, Running>();
  try {
    for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
      const running = read(name);
      if (running) all.set(Number(name), running);
    }
  } catch {
    return undefined;
  }
  const isOurs = (pid: number): boolean => {
    const parent = all.get(pid)?.parent ?? 0;
    return parent === process.pid || (parent > 1 && isOurs(parent));
  };
  const ticks = [...all].reduce((sum, [pid, running]) => sum + (isOurs(pid) ? running.ticks : 0), 0);
  return (1_000 * ticks) / TICKS;
}

/** A process that has ended meanwhile is none. */
function read(pid: string): Running | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces and brackets; what follows its last bracket does not.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined;
  }
}
