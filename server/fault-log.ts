import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The most bytes of the file with traces; what is older goes into one file beside it. */
const MOST = 1_000_000;

/**
 * Tells faults of the server, one JSON line each, on standard error. Where in the code they happened is for whoever
 * looks into it, in `faults.log` of the data folder: no trace reaches a terminal.
 *
 * @param folder The data folder; traces are kept nowhere when absent.
 */
export function createFaultLog(
  folder?: string,
  write: (text: string) => void = (text) => void process.stderr.write(text),
): (line: object) => void {
  return (line) => {
    const { stack, ...told } = line as { stack?: string };
    const time = new Date().toISOString();
    const trace = stack === undefined || !folder ? undefined : keep(folder, { time, ...told, stack });
    write(`${JSON.stringify({ time, ...told, trace })}\n`);
  };
}

/** Gives the file that it is kept in; undefined where it cannot be. */
function keep(folder: string, line: object): string | undefined {
  const file = join(folder, 'faults.log');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > MOST) renameSync(file, `${file}.1`);
    appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    return file;
  } catch {
    // A disk that is full must not turn one fault into two.
    return undefined;
  }
}
