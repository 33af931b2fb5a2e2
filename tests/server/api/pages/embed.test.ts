import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppOptions } from '../../../../server/app.ts';
import { oembedAnswer } from '../../../../server/core/contract/oembed.ts';
import { appWithoutDatabase } from '../../../setup/app-without-database.ts';

const STORY = {
  ...{ id: 'a-story', dataSet: 'a-set', title: 'A story & more', summary: 'What it tells.' },
  steps: [{ title: 'A step', caption: 'A caption', view: '' }],
};

async function serve(frameAncestors?: string, more: Partial<AppOptions> = {}) {
  const app = appWithoutDatabase({
    stories: [STORY],
    ...(frameAncestors ? { frameAncestors } : {}),
    ...more,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? '';
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  'javascript:alert(1)',
  '$& $` $1 <!-- embed: body -->',
  '\u202etxt.exe\u0000',
  '__proto__',
];

describe('the addresses for other sites', () => {
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    site = await serve();
  });
  afterAll(() => site.close());

  it('lets nobody show an embed until a setting does, and never the explorer or its documentation', async () => {
    const embed = await fetch(`${site.url}/embed`);
    expect(policyOf(embed)).toMatch(/frame-ancestors 'self'$/);
    expect(embed.headers.get('x-frame-options')).toBeNull();
    for (const path of ['/', '/cypher', '/docs', '/api/openapi.json', '/oembed?url=x']) {
      const other = await fetch(site.url + path);
      expect(policyOf(other), path).toContain("frame-ancestors 'none'");
      expect(other.headers.get('x-frame-options'), path).toBe('DENY');
    }
  });

  it.each([
    ["'none'", "frame-ancestors 'self'"],
    ['*', "frame-ancestors 'self' *"],
    [
      'https://example.org https://*.example.com',
      "frame-ancestors 'self' https://example.org https://*.example.com",
    ],
  ])('lets only the sites that a setting of %s names show it', async (setting, policy) => {
    const own = await serve(setting);
    const response = await fetch(`${own.url}/embed`);
    expect(policyOf(response).split(';').pop()).toBe(policy);
    await own.close();
  });

  it('leads from the workbench with a slash behind it to that without, where its files are found', async () => {
    const response = await fetch(`${site.url}/cypher/?q=1`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([308, '/cypher?q=1']);
  });

  it('comes with a text while the database is still starting, and is not kept then', async () => {
    const response = await fetch(`${site.url}/embed?type=SUPPORTS`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain('The database is starting.');
  });

  it('gives the script of the web component to any site', async () => {
    const response = await fetch(`${site.url}/embed.js`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const text = await response.text();
    expect(text).toContain('entente-graph');
    expect(text).not.toMatch(/\bimport\s*[{*"'`]|from\s*["'`]\.\//);
  });

  it.each(HOSTILE)('shows %j as text, wherever in a link it stands', async (text) => {
    const given = encodeURIComponent(text);
    for (const search of [
      `caption=${given}`,
      `${given}=1`,
      `theme=${given}`,
      `interaction=${given}`,
      `packed=${given}`,
    ]) {
      for (const path of ['/embed', '/']) {
        const response = await fetch(`${site.url}${path}?${search}`);
        expect(response.status).toBe(200);
        const page = await response.text();
        const bare = page.replaceAll(/"[^"]*"/g, '""');
        expect(bare).not.toMatch(/<script>|<img|<[^>]*\son\w+=/);
        expect(page.match(/<script\b[^>]*>/g)).toEqual(
          (await (await fetch(site.url + path)).text()).match(/<script\b[^>]*>/g),
        );
        expect(page.match(/<main\b/g)?.length ?? 0).toBe(path === '/embed' ? 1 : 0);
      }
    }
  });

  it.each([
    '%',
    '%ff%fe',
    '%E0%A4%A',
    'a=%00',
    `caption=${'x'.repeat(9_000)}`,
    `depth=${'9'.repeat(400)}`,
    'seed=-1e999',
  ])('answers a link that says %.40s', async (search) => {
    const response = await fetch(`${site.url}/embed?${search}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('id="stage"');
  });

  it('says on the page which part of its link could not be read', async () => {
    const page = await (await fetch(`${site.url}/embed?interaction=all&legend=maybe&nonsense=1`)).text();
    expect(page).toContain('Part of this link could not be read');
    for (const name of ['interaction', 'legend', 'nonsense']) expect(page).toContain(`<code>${name}</code>`);
    expect(page).toContain('data-interaction="full"');
  });

  describe('oEmbed', () => {
    it('is in the contract: its address, parameters and answer, for programs and for people', async () => {
      const document = (await (await fetch(`${site.url}/api/openapi.json`)).json()) as {
        paths: Record<string, { get: { parameters: { name: string; required: boolean }[] } }>;
      };
      const parameters = document.paths['/oembed']?.get.parameters ?? [];
      expect(parameters.map(({ name, required }) => [name, required])).toEqual([
        ['url', true],
        ['maxwidth', false],
        ['maxheight', false],
        ['format', false],
      ]);
      expect(await (await fetch(`${site.url}/docs`)).text()).toContain('<code>GET /oembed</code>');
      const answer = await ask({ url: `${site.url}/?story=a&step=2` });
      expect(oembedAnswer.safeParse(await answer.json()).success).toBe(true);
    });

    const ask = (query: Record<string, string>) => fetch(`${site.url}/oembed?${new URLSearchParams(query)}`);

    it('tells how a view is embedded, in the room there is', async () => {
      const url = `${site.url}/?type=SUPPORTS&caption=Who+stands+where`;
      const response = await ask({ url, maxwidth: '500', maxheight: '9999', format: 'json', dnt: '1' });
      expect(response.status).toBe(200);
      const answer = (await response.json()) as Record<string, unknown>;
      expect(answer).toMatchObject({
        version: '1.0',
        type: 'rich',
        title: 'Who stands where',
        provider_name: 'Entente',
        width: 500,
        height: 560,
      });
      expect(answer.html).toContain(
        `src="${site.url}/embed?type=SUPPORTS&amp;caption=Who+stands+where" title="Who stands where" width="500"`,
      );
    });

    it('is titled as the story that a link tells, as is the page of that link', async () => {
      for (const search of ['?story=a-story', '?story=a-story&step=2&type=SUPPORTS']) {
        const answer = (await (await ask({ url: `${site.url}/${search}` })).json()) as { html: string };
        expect(answer).toMatchObject({ title: 'A story & more', height: 720 });
        expect(answer.html).toContain('title="A story &amp; more"');
        const page = await (await fetch(`${site.url}/${search}`)).text();
        expect(page).toContain('<meta property="og:title" content="A story &amp; more">');
        expect(page).toContain('<meta property="og:description" content="What it tells.">');
      }
      const other = await (await ask({ url: `${site.url}/?story=never-told` })).json();
      expect(other).toMatchObject({ title: 'Relationship graph' });
    });

    it('is found from the page of a view', async () => {
      const page = await (await fetch(`${site.url}/?focus=someone&caption=A+%22view%22`)).text();
      const link = /<link rel="alternate" type="application\/json\+oembed"[^>]* href="([^"]+)">/.exec(
        page,
      )?.[1];
      expect(page).toContain('<meta property="og:title" content="A &quot;view&quot;">');
      const answer = await fetch(String(link).replaceAll('&amp;', '&'));
      expect(await answer.json()).toMatchObject({ title: 'A "view"', type: 'rich' });
    });

    it.each([
      'https://example.org/?type=SUPPORTS',
      'http://127.0.0.1:1/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'not an address',
      '//example.org/',
    ])('answers for no other address, such as %s', async (url) => {
      const response = await ask({ url });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
    });

    it('knows its own host only, not one that looks like it', async () => {
      for (const url of [`${site.url}@example.org/`, `${site.url}.example.org/`, `${site.url}/docs`])
        expect((await ask({ url })).status, url).toBe(404);
    });

    it('refuses what it does not speak, and what it cannot read', async () => {
      expect((await ask({ url: `${site.url}/`, format: 'xml' })).status).toBe(501);
      expect((await ask({})).status).toBe(400);
      expect((await ask({ url: `${site.url}/`, maxwidth: '-3' })).status).toBe(400);
    });

    it.each(HOSTILE)('keeps %j inside the attributes of its answer', async (text) => {
      const response = await ask({ url: `${site.url}/?caption=${encodeURIComponent(text)}` });
      const { html } = (await response.json()) as { html: string };
      expect(html).toMatch(/^<iframe( [a-z]+(="[^"<>]*")?)+><\/iframe>$/);
    });
  });

  describe('a preview of a link', () => {
    let drawing: Awaited<ReturnType<typeof serve>>;
    beforeAll(async () => {
      drawing = await serve('*', { drawCard: async () => undefined });
    });
    afterAll(() => drawing.close());
    /** What a page says of itself to whoever links to it. */
    const told = async (path: string, url = drawing.url) => {
      const page = await (await fetch(url + path)).text();
      const tags = page.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g);
      return Object.fromEntries(
        [...tags].map(([, name = '', content = '']) => [name, content.replaceAll('&amp;', '&')]),
      );
    };

    it('has a picture drawn from the view, by its absolute address', async () => {
      for (const path of ['/', '/embed']) {
        const of = await told(`${path}?type=SUPPORTS&caption=Who+supports+what`);
        expect(of).toMatchObject({
          'og:title': 'Who supports what',
          'og:description': expect.stringMatching(/^Who supports what/),
          'og:url': `${drawing.url}${path}?type=SUPPORTS&caption=Who+supports+what`,
          'og:image': `${drawing.url}/card.png?type=SUPPORTS&caption=Who+supports+what`,
          ...{ 'og:image:width': '1200', 'og:image:height': '630', 'og:image:alt': 'Who supports what' },
          'twitter:card': 'summary_large_image',
        });
      }
      expect((await told('/embed?legend=false'))['og:image']).toBe(`${drawing.url}/card.png`);
      expect((await told('/?story=a-story&step=1'))['og:image']).toBe(
        `${drawing.url}/card.png?story=a-story&step=1`,
      );
    });

    it('names no picture where the server draws none', async () => {
      const of = await told('/?type=SUPPORTS', site.url);
      expect(of).toMatchObject({ 'twitter:card': 'summary', 'og:title': expect.stringMatching(/./) });
      expect(Object.keys(of).filter((name) => name.startsWith('og:image'))).toEqual([]);
      const url = `${site.url}/?type=SUPPORTS`;
      const answer = await fetch(`${site.url}/oembed?${new URLSearchParams({ url })}`);
      expect(await answer.json()).not.toHaveProperty('thumbnail_url');
    });

    it('names the host that it was asked under, also where the page is kept', async () => {
      const { status, headers } = await fetch(`${drawing.url}/embed?type=SUPPORTS`);
      expect([status, headers.get('vary')]).toEqual([200, expect.stringMatching(/\bHost\b/)]);
      const { port } = new URL(drawing.url);
      const other = await told('/embed?type=SUPPORTS', `http://localhost:${port}`);
      expect(other['og:image']).toBe(`http://localhost:${port}/card.png?type=SUPPORTS`);
    });

    it('is found by oEmbed from embeds too, with a picture no larger than there is room for', async () => {
      const page = await (await fetch(`${drawing.url}/embed?type=SUPPORTS&legend=false`)).text();
      const link =
        /type="application\/json\+oembed"[^>]*href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const ask = async (more: string) => oembedAnswer.parse(await (await fetch(link + more)).json());
      expect(await ask('')).toMatchObject({
        html: expect.stringContaining('/embed?type=SUPPORTS&amp;legend=false"'),
        thumbnail_url: `${drawing.url}/card.png?type=SUPPORTS`,
        ...{ thumbnail_width: 1200, thumbnail_height: 630 },
      });
      expect(await ask('&maxwidth=600&maxheight=210')).toMatchObject({
        thumbnail_url: `${drawing.url}/card.png?type=SUPPORTS&cardWidth=400`,
        ...{ thumbnail_width: 400, thumbnail_height: 210 },
      });
      expect(await ask('&maxwidth=100')).not.toHaveProperty('thumbnail_url');
    });
  });

  it('keeps the page of a view as long as it is the same', async () => {
    const first = await fetch(`${site.url}/?type=SUPPORTS`);
    const tag = first.headers.get('etag') ?? '';
    const again = await fetch(`${site.url}/?type=SUPPORTS`, { headers: { 'If-None-Match': tag } });
    expect(again.status).toBe(304);
    const other = await fetch(`${site.url}/?type=OPPOSES`, { headers: { 'If-None-Match': tag } });
    expect(other.status).toBe(200);
  });
});
