import { line, ms } from './statistics.ts';

/** How long a server's thread was held in the last minutes, as it tells itself. */
export async function eventLoopLine(url: string): Promise<string> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const delay = (quantile: string) =>
    1_000 *
    Number(
      new RegExp(`delay_seconds\\{quantile="${quantile.replace('.', '\\.')}"\\} (\\S+)`).exec(metrics)?.[1],
    );
  return line('event loop held, p99.9, most', `${ms(delay('0.999'))}, ${ms(delay('1'))}`, 'p99.9 ≤ 50 ms');
}
