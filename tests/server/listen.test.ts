import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listen } from '../../server/listen.ts';

describe('closing the HTTP server', () => {
  it('does not wait for connections that carry no request', async () => {
    const server = await listen((_, response) => response.end('ok'), '127.0.0.1', 0);
    const unused = connect(Number(new URL(server.url).port), '127.0.0.1');
    await new Promise((resolve) => unused.once('connect', resolve));
    expect(await (await fetch(server.url)).text()).toBe('ok');
    const since = performance.now();
    await server.close(5_000);
    expect(performance.now() - since).toBeLessThan(2_000);
    unused.destroy();
  });

  it('lets a request under way finish', async () => {
    let answer = () => {};
    const server = await listen(
      (_, response) => {
        answer = () => response.end('late');
      },
      '127.0.0.1',
      0,
    );
    const waiting = fetch(server.url).then((response) => response.text());
    await expect.poll(() => answer.toString()).toContain('late');
    const closed = server.close(5_000);
    answer();
    expect(await waiting).toBe('late');
    await closed;
  });

  it('cuts off a request that outlasts its patience', async () => {
    const server = await listen(() => {}, '127.0.0.1', 0);
    const waiting = fetch(server.url).then(
      () => 'answered',
      () => 'cut off',
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    await server.close(300);
    expect(await waiting).toBe('cut off');
  });
});
