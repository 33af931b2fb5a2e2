/** The value below which a share of the measurements lies; `share` from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Runs two things in turns, so that whatever else the machine does falls on both; gives milliseconds. */
export async function inTurns(
  runs: { warm: number; measured: number },
  ours: (index: number) => Promise<unknown>,
  theirs: (index: number) => Promise<unknown>,
): Promise<{ ours: number[]; theirs: number[] }> {
  const result = { ours: [] as number[], theirs: [] as number[] };
  for (let index = 0; index < runs.warm + runs.measured; index += 1) {
    const order = index % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const name of order) {
      const start = performance.now();
      await (name === 'ours' ? ours : theirs)(index);
      if (index >= runs.warm) result[name].push(performance.now() - start);
    }
  }
  return result;
}

/** One line of the report. */
export function line(name: string, value: string, goal?: string): string {
  return `${name.padEnd(64)} ${value.padStart(22)}${goal ? `   (goal ${goal})` : ''}`;
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
