import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedHosts } from '../../../../server/api/http/hosts.ts';
import type { AppOptions } from '../../../../server/app.ts';
import { appWithoutDatabase } from '../../../setup/app-without-database.ts';
import { type RawAnswer, rawRequest } from '../../../setup/raw-request.ts';

async function serve(more: Partial<AppOptions> = {}) {
  const server = createServer(appWithoutDatabase(more));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    host: new URL(url).host,
    ask: (target: string, ...headers: string[]) =>
      rawRequest(url, [`GET ${target} HTTP/1.1`, `Host: ${new URL(url).host}`, ...headers]),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
type Site = Awaited<ReturnType<typeof serve>>;

const codeOf = ({ body }: RawAnswer) => /"code":"(\w+)"/.exec(body)?.[1];
const json = 'Content-Type: application/json';
/** One address of each kind. */
const ADDRESSES = [
  '/',
  '/cypher',
  '/docs',
  '/embed',
  '/embed.svg',
  '/api/status',
  '/api/graph',
  '/api/search?q=x',
];
const OTHERS = [
  '/oembed?url=x',
  '/health/ready',
  '/metrics',
  '/picture.pdf',
  '/card.png',
  '/api/export?format=csv',
];

describe('what is asked', () => {
  let site: Site;
  beforeAll(async () => {
    site = await serve({
      drawStill: async () => undefined,
      drawPdf: async () => undefined,
      drawCard: async () => undefined,
    });
  });
  afterAll(() => site.close());

  it.each([
    'http://a:99999/',
    'http://[bad/',
    'http://a b/',
    'http://evil.example/api/status',
    'http://user@127.0.0.1/',
    'ftp://127.0.0.1/',
    'api/status',
    '*',
  ])('is refused by 400 where the target is %s', async (target) => {
    expect((await site.ask(target)).status).toBe(400);
  });

  it.each(['/%', '/%E0%A4%A', '/assets/%ff', '/embed/%ff?x'])(
    'is refused in our own words where the path %s cannot be decoded',
    async (path) => {
      const answer = await site.ask(path);
      expect([answer.status, codeOf(answer)]).toEqual([400, 'invalid_request']);
    },
  );

  it('is never answered by a fault of the server, whatever the target', async () => {
    const odd = [
      '//[bad/',
      '//',
      '//a:99999/',
      '/?[',
      '/embed?%',
      '//[bad/embed?x',
      '/%',
      '/api/nodes/%ff',
      '/a%00',
    ];
    for (const target of odd) expect((await site.ask(target)).status, target).toBeLessThan(500);
  });

  it('may be a whole address, as some proxies send it', async () => {
    const answer = await site.ask(`http://${site.host}/health/live`);
    expect([answer.status, answer.body]).toEqual([200, '{"live":true}']);
  });

  it.each([['user@127.0.0.1'], ['user:password@localhost'], ['a b'], ['localhost/x'], [''], ['127.0.0.1:x']])(
    'is refused by 400 where the host is %j',
    async (host) => {
      const answer = await rawRequest(site.url, ['GET /api/status HTTP/1.1', `Host: ${host}`]);
      expect(answer.status).toBe(400);
    },
  );

  it.each([['evil.example'], ['127.0.0.1']])('is refused where a second host is %s', async (second) => {
    for (const path of ADDRESSES) expect((await site.ask(path, `Host: ${second}`)).status, path).toBe(400);
  });

  it('is answered 416 with the size where a range begins beyond the end, and 412 by a tag that is not there', async () => {
    const beyond = await site.ask('/embed.js', 'Range: bytes=99999999-');
    expect([beyond.status, codeOf(beyond)]).toEqual([416, 'range_not_satisfiable']);
    expect(beyond.headers['content-range']).toMatch(/^bytes \*\/\d+$/);
    expect((await site.ask('/embed.js', 'Range: bytes=0-1')).status).toBe(206);
    expect((await site.ask('/embed.js', 'If-Match: "x"')).status).toBe(412);
  });

  it.each(['/', '/cypher', '/embed.js'])('varies the same in a 304 and a 200 of %s', async (path) => {
    for (const encoding of ['br, gzip', 'identity']) {
      const whole = await site.ask(path, `Accept-Encoding: ${encoding}`);
      const { etag, 'last-modified': since } = whole.headers;
      const held = etag ? `If-None-Match: ${etag}` : `If-Modified-Since: ${since}`;
      const again = await site.ask(path, `Accept-Encoding: ${encoding}`, held);
      expect([whole.status, again.status]).toEqual([200, 304]);
      expect(again.headers.vary).toBe(whole.headers.vary);
      expect(again.headers.vary).toContain('Accept-Encoding');
    }
  });
});

describe('under which name it is asked', () => {
  const named = (host: string) => servedHosts(host, 'graphs.example.org, *.example.com');

  it.each([
    ['127.0.0.1', 'localhost', true],
    ['127.0.0.1', '127.0.0.7', true],
    ['127.0.0.1', '[::1]', true],
    ['localhost', 'notes.localhost', true],
    ['::1', 'localhost', true],
    ['127.0.0.1', 'graphs.example.org', true],
    ['127.0.0.1', 'a.example.com', true],
    ['127.0.0.1', 'example.com', false],
    ['127.0.0.1', 'evil.example', false],
    ['127.0.0.1', '127.0.0.1.evil.example', false],
    ['127.0.0.1', 'localhost.evil.example', false],
    ['127.0.0.1', '192.168.1.5', false],
    ['0.0.0.0', '192.168.1.5', true],
    ['0.0.0.0', '[2001:db8::1]', true],
    ['0.0.0.0', 'localhost', true],
    ['0.0.0.0', 'graphs.example.org', true],
    ['0.0.0.0', 'evil.example', false],
    ['graphs.example.net', 'graphs.example.net', true],
  ])('on %s is served by the name %s: %s', (listening, name, served) => {
    expect(named(listening)(name)).toBe(served);
  });

  it('serves nothing to a name that somebody has pointed at it', async () => {
    const site = await serve();
    for (const path of [...ADDRESSES, ...OTHERS, '/embed.js']) {
      const answer = await rawRequest(site.url, [`GET ${path} HTTP/1.1`, 'Host: evil.example:4400']);
      expect([answer.status, codeOf(answer)], path).toEqual([421, 'misdirected']);
      expect(answer.body).toContain('ENTENTE_HOSTS');
    }
    for (const host of ['localhost:4400', 'LOCALHOST', 'localhost.', '[::1]:4400', '127.0.0.1'])
      expect((await rawRequest(site.url, ['GET / HTTP/1.1', `Host: ${host}`])).status, host).toBe(200);
    await site.close();
  });
});

describe('who asks', () => {
  const FETCHED = ['Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: image'];
  const STRANGERS = ['cross-site', 'same-site'];

  it('refuses other sites’ pages all that holds data, before the data is read', async () => {
    const site = await serve({ frameAncestors: '*', drawStill: async () => undefined });
    for (const path of [...ADDRESSES, ...OTHERS])
      for (const who of STRANGERS) {
        const answer = await site.ask(path, `Sec-Fetch-Site: ${who}`, ...FETCHED);
        expect([answer.status, codeOf(answer)], path).toEqual([403, 'forbidden']);
      }
    await site.close();
  });

  it('follows no link from elsewhere to an answer: whether it opens, is saved or is refused would tell what the data hold', async () => {
    const site = await serve({ frameAncestors: '*', drawStill: async () => undefined });
    const link = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'];
    for (const path of [
      '/embed.svg',
      '/card.png',
      '/api/export?format=csv&source=guess',
      '/api/graph',
      '/picture.pdf',
      '/metrics',
    ])
      expect((await site.ask(path, ...link)).status, path).toBe(403);
    for (const path of ['/', '/cypher', '/docs', '/embed'])
      expect((await site.ask(path, ...link)).status, path).toBe(200);
    await site.close();
  });

  it('refuses what names another site’s page where a browser says no more, as on plain http', async () => {
    const site = await serve();
    expect((await site.ask('/api/status', 'Origin: http://evil.example')).status).toBe(403);
    expect((await site.ask('/api/status', `Origin: ${site.url}`)).status).toBe(200);
    expect((await site.ask('/embed.js', 'Origin: http://evil.example')).status).toBe(200);
    await site.close();
  });

  it('follows links from elsewhere, gives its code to all, and answers its own pages', async () => {
    const site = await serve();
    const link = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'];
    expect((await site.ask('/?type=SUPPORTS', ...link)).status).toBe(200);
    expect((await site.ask('/embed.js', 'Sec-Fetch-Site: cross-site', ...FETCHED)).status).toBe(200);
    for (const who of ['same-origin', 'none'])
      expect((await site.ask('/', `Sec-Fetch-Site: ${who}`)).status).toBe(200);
    await site.close();
  });

  it('answers embeds in frames that are walled off by the pass that came with them, and nobody else', async () => {
    const walled = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: cors', 'Origin: null'];
    const passOf = async (site: Site) =>
      /data-pass="([^"]*)"/.exec((await site.ask('/embed')).body)?.[1] ?? 'none';
    const options = { frameAncestors: '*', drawStill: async () => undefined };
    const [site, other, closed] = [await serve(options), await serve(options), await serve()];
    const pass = await passOf(site);
    expect(pass).toMatch(/^\/pass\/[\w-]{32}$/);
    expect(await passOf(closed)).toBe('');
    const open = await site.ask(`${pass}/api/status`, ...walled);
    expect([open.status, open.headers['access-control-allow-origin']]).toEqual([200, 'null']);
    expect(open.headers['cross-origin-resource-policy']).toBe('cross-origin');
    for (const refused of [
      '/api/status',
      `${await passOf(other)}/api/status`,
      `${pass.slice(0, -1)}_/api/status`,
      `${pass}x/api/status`,
      '/pass//api/status',
      `${pass}/`,
      `${pass}/embed`,
      `${pass}/metrics`,
      `${pass}/embed.svgx`,
      `${pass}${pass}/api/status`,
    ]) {
      const answer = await site.ask(refused, ...walled);
      expect([answer.status, codeOf(answer)], refused).toEqual([403, 'forbidden']);
      expect(answer.headers, refused).not.toHaveProperty('access-control-allow-origin');
    }
    const post = [`POST ${pass}/api/cypher HTTP/1.1`, `Host: ${site.host}`, json, ...walled];
    expect((await rawRequest(site.url, [...post, 'Content-Length: 0'])).status).toBe(403);
    await Promise.all([site, other, closed].map((each) => each.close()));
  });

  it('honours a pass on every server of one secret', async () => {
    const options = { frameAncestors: '*', embedSecret: 'the same for both of them' };
    const [one, two] = [await serve(options), await serve(options)];
    const pass = /data-pass="([^"]+)"/.exec((await one.ask('/embed')).body)?.[1];
    expect((await two.ask(`${pass}/api/status`, 'Sec-Fetch-Site: cross-site', 'Origin: null')).status).toBe(
      200,
    );
    await Promise.all([one.close(), two.close()]);
  });

  it('lets other sites frame embeds alone, and those only where a setting does', async () => {
    const frame = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe'];
    for (const [frameAncestors, status] of [
      ["'none'", 403],
      ['https://example.org', 200],
      ['*', 200],
    ] as const) {
      const site = await serve({ frameAncestors });
      expect((await site.ask('/embed', ...frame)).status).toBe(status);
      for (const path of ['/', '/docs', '/api/status'])
        expect((await site.ask(path, ...frame)).status).toBe(403);
      await site.close();
    }
  });

  it('takes no statement from another site', async () => {
    const site = await serve();
    const post = (...headers: string[]) =>
      rawRequest(site.url, [
        'POST /api/cypher HTTP/1.1',
        `Host: ${site.host}`,
        json,
        'Content-Length: 0',
        ...headers,
      ]);
    for (const headers of [
      ['Origin: https://evil.example'],
      ['Origin: null'],
      [`Origin: http://127.0.0.1:1`],
      ['Sec-Fetch-Site: cross-site'],
      ['Sec-Fetch-Site: same-site', `Origin: http://${site.host}`],
    ])
      expect((await post(...headers)).status, headers.join()).toBe(403);
    // As far as the database, which this site lacks.
    for (const headers of [[], [`Origin: http://${site.host}`], ['Sec-Fetch-Site: same-origin']])
      expect((await post(...headers)).status, headers.join()).toBe(503);
    await site.close();
  });
});

describe('sites that are let in', () => {
  const NOTEBOOK = 'https://notebooks.example.org';
  let site: Site;
  beforeAll(async () => {
    site = await serve({ corsOrigins: [NOTEBOOK] });
  });
  afterAll(() => site.close());
  const preflight = (origin: string) =>
    rawRequest(site.url, [
      ...[
        'OPTIONS /api/cypher HTTP/1.1',
        `Host: ${site.host}`,
        `Origin: ${origin}`,
        'Sec-Fetch-Site: cross-site',
      ],
      ...['Access-Control-Request-Method: POST', 'Access-Control-Request-Headers: content-type'],
    ]);

  it('may read answers, and caches keep them apart from others', async () => {
    const asked = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: cors', 'Sec-Fetch-Dest: empty'];
    const answer = await site.ask('/api/status', `Origin: ${NOTEBOOK}`, ...asked);
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe(NOTEBOOK);
    expect(answer.headers.vary).toContain('Origin');
    for (const path of ['/api/status', '/embed.js', '/'])
      expect((await site.ask(path, 'Accept-Encoding: br')).headers.vary, path).toContain('Origin');
    const other = await site.ask('/api/status', 'Origin: https://evil.example', ...asked);
    expect(other.status).toBe(403);
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
    expect(other.headers.vary).toContain('Origin');
  });

  it('may send statements, which they ask for first', async () => {
    const answer = await preflight(NOTEBOOK);
    expect(answer.status).toBe(204);
    expect(answer.headers['access-control-allow-origin']).toBe(NOTEBOOK);
    expect(answer.headers['access-control-allow-methods']).toContain('POST');
    expect(answer.headers['access-control-allow-headers']).toContain('Content-Type');
    const refused = await preflight('https://evil.example');
    expect(refused.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('are none until a setting names them', async () => {
    const closed = await serve();
    const answer = await closed.ask('/api/status', `Origin: ${NOTEBOOK}`);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers.vary ?? '').not.toContain('Origin');
    await closed.close();
  });
});
