import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, createCall, explain, isAbort } from '../../client/api.ts';
import { EntenteError } from '../../server/core/model/errors.ts';

let asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  if (request.url?.startsWith('/api/edges/')) {
    response.writeHead(404, { 'content-type': 'application/json' });
    const details = [{ path: 'id', message: 'is the key of no edge.' }];
    response.end(
      JSON.stringify({ error: { code: 'not_found', message: 'No edge.', details, requestId: 'r' } }),
    );
  } else if (request.url?.startsWith('/api/schema')) {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end('<h1>Bad gateway</h1>');
  } else if (request.url?.startsWith('/api/search')) {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ hits: [], truncated: false }));
  }
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('calling the API', () => {
  it('writes addresses that hold any key', () => {
    expect(addressOf('node', { path: { id: '4:a/b?c:1' } })).toBe('/api/nodes/4%3Aa%2Fb%3Fc%3A1');
    expect(addressOf('graph', { query: { to: '2025', type: ['A', 'B'] } })).toBe(
      '/api/graph?type=A&type=B&to=2025',
    );
    expect(() => addressOf('node')).toThrow(EntenteError);
  });

  it('gives what the server answers', async () => {
    asked = [];
    expect(await createCall({ base })('search', { query: { q: 'é&x' } })).toEqual({
      hits: [],
      truncated: false,
    });
    expect(asked).toEqual(['/api/search?q=%C3%A9%26x']);
  });

  it("raises the server's own error with its details", async () => {
    const failure = await createCall({ base })('edge', { path: { id: 'x' } }).catch(
      (cause: unknown) => cause,
    );
    expect(failure).toMatchObject({ code: 'not_found', message: 'No edge.' });
    expect(explain(failure).details).toEqual([{ path: 'id', message: 'is the key of no edge.' }]);
  });

  it('raises a readable error when something else answers', async () => {
    await expect(createCall({ base })('schema')).rejects.toThrow('The server answered 502');
  });

  it('says that nothing answers', async () => {
    await expect(createCall({ base: 'http://127.0.0.1:9' })('status')).rejects.toMatchObject({
      code: 'database_not_ready',
    });
  });

  it('can be cancelled', async () => {
    const abort = new AbortController();
    const failure = createCall({ base })('status', { signal: abort.signal }).catch((cause: unknown) => cause);
    abort.abort();
    expect(isAbort(await failure)).toBe(true);
  });
});
