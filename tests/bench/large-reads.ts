import { FORMAT_NAMES } from '../../server/core/formats/format.ts';
import { PACKED_MEDIA_TYPE } from '../../server/core/packed/media-type.ts';
import { eventLoopLine } from './event-loop.ts';
import { line, ms, quantile } from './statistics.ts';

const ROUNDS = 5;

/**
 * What others feel while one reads the whole of a large database, in every form, and searches it: how long
 * `GET /api/status` takes another client, and how long the server's thread is held.
 */
export async function benchLargeReads(url: string, limit: number): Promise<string[]> {
  const whole = `${url}/api/graph?limit=${limit}`;
  const asked: [address: string, accept: string][] = [
    [whole, 'application/json'],
    [whole, PACKED_MEDIA_TYPE],
    ...FORMAT_NAMES.map((format): [string, string] => [
      `${url}/api/export?format=${format}&limit=${limit}`,
      '*/*',
    ]),
    ...['a', 'ac', 'a c t o r', 'b '.repeat(90)].map((text): [string, string] => [
      `${url}/api/search?q=${encodeURIComponent(text)}`,
      'application/json',
    ]),
  ];
  const waits: number[] = [];
  let over = false;
  const watching = (async () => {
    while (!over) {
      const since = performance.now();
      await (await fetch(`${url}/api/status`)).arrayBuffer();
      waits.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  let failed = 0;
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [address, accept] of asked) {
      const response = await fetch(address, { headers: { accept } });
      await response.arrayBuffer();
      if (response.status !== 200) failed += 1;
    }
  over = true;
  await watching;
  return [
    line(
      'read whole, taken away in every format, searched: times, failed',
      `${ROUNDS * asked.length}, ${failed}`,
    ),
    line(
      'another client meanwhile, GET /api/status: p50, p99, most',
      [0.5, 0.99, 1].map((each) => ms(quantile(waits, each))).join(', '),
    ),
    await eventLoopLine(url),
  ];
}
