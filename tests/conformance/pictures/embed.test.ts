import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCall } from '../../../client/api.ts';
import { BUILT_IN_SET, openDataSet, seedFolder } from '../../../seed/seed.ts';
import { heightOf } from '../../../server/core/contract/card.ts';
import { createViewLoader } from '../../../server/core/loading/load-view.ts';
import type { Graph } from '../../../server/core/model/graph.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import { searchToView } from '../../../server/core/view/view-link.ts';
import { embedText } from '../../../server/core/words/embed-text.ts';
import { openNeo4j } from '../../../server/database/neo4j.ts';
import type { Database } from '../../../server/database/port.ts';
import { createGraphService } from '../../../server/graph/service.ts';
import { createPictureReader } from '../../../server/pictures/read-view.ts';
import { openStills } from '../../../server/pictures/still.ts';
import { createStillPainter } from '../../../server/pictures/still-work.ts';
import { loadStatements } from '../../../server/statements/load.ts';
import { describeOnEveryEngine, emptyDatabase } from '../../setup/engines.ts';
import { type Served, serveDatabase } from '../../setup/serve.ts';

const PROJECT = join(import.meta.dirname, '../../..');

describeOnEveryEngine('the page of an embed', (engine) => {
  let [database, site] = [undefined as Database | undefined, undefined as Served | undefined];
  beforeAll(async () => {
    await emptyDatabase(engine());
    database = openNeo4j(engine().connection);
    const folder = join(PROJECT, 'seed/data', BUILT_IN_SET);
    await seedFolder(database, loadStatements(join(PROJECT, 'cypher'), 'seed'), folder);
    site = await serveDatabase(database, { stories: openDataSet(folder).stories });
  });
  afterAll(async () => {
    await site?.close();
    await database?.close();
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${site?.url}${path}`, { headers });

  it('says in words all that the picture shows, without a script', async () => {
    const graph = (await (await get('/api/graph?type=SUPPORTS')).json()) as Graph;
    const page = await (await get('/embed?type=SUPPORTS')).text();
    expect(page).toContain(`As text: ${graph.nodes.length} nodes and ${graph.edges.length} edges`);
    const text = page.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    for (const { attributes } of graph.nodes) expect(text).toContain(attributes.caption);
    expect(page.match(/<li dir="auto">/g)).toHaveLength(graph.edges.length);
    expect(page).toMatch(/Source: [^<]+</);
  });

  it('leaves out of the words what the view hides', async () => {
    const graph = (await (await get('/api/graph?type=SUPPORTS')).json()) as Graph;
    const gone = graph.edges[0]?.source ?? '';
    const page = await (await get(`/embed?type=SUPPORTS&hide=${encodeURIComponent(gone)}`)).text();
    expect(page).toContain(`As text: ${graph.nodes.length - 1} nodes`);
  });

  /** What the page shows of a view, put together by its own code over HTTP. */
  async function shownByThePage(search: string): Promise<Graph> {
    const { view } = searchToView(search);
    const call = createCall({ base: site?.url ?? '' });
    const never = new AbortController().signal;
    const load = createViewLoader({
      graph: (query, signal) => call('graph', { query, signal }),
      paths: (query, signal) => call('paths', { query, signal }),
    });
    const { graph } = await load(view, { data: 'data', snapshot: 'snapshot' }, never);
    return shownGraph({ graph: { state: 'ready', value: graph }, view });
  }

  it.each([
    'start=nothing&add=nato&add=mark-rutte',
    'start=nothing&add=nato&expand=mark-rutte',
    'focus=mark-rutte&depth=1&expandBy=out%3ALEADS%3Aunited-states',
    'start=nothing&add=nato&add=mark-rutte&add=ukraine&reveal=nato&reveal=mark-rutte&reveal=ukraine',
    'start=nothing&path=hungary&path=vladimir-putin',
    'start=nothing&path=hungary&path=vladimir-putin&paths=all&hide=nato',
    'label=State&add=nato&expand=nato',
    'text=membership',
    'minDegree=6',
    'core=3&largest=true',
    'where=edge%3AassertedBy%3Dmark-rutte',
    'from=2025-11&to=2025-12&modality=actual&confidence=stated&expand=nato',
    'focus=nato&depth=2&hide=mark-rutte&type=LEADS&type=MEMBER_OF',
  ])('says in words exactly what the page shows of %s', async (search) => {
    const shown = await shownByThePage(search);
    const words = embedText(shown);
    expect(shown.nodes.length).toBeGreaterThan(0);
    const page = (await (await get(`/embed?${search}`)).text())
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    expect(page).toContain(`As text: ${words.counts}`);
    const said = [...page.matchAll(/<li dir="auto">([^<]*)<\/li>/g)].map((match) => match[1]);
    expect(said).toEqual(words.groups.flatMap(({ sentences }) => sentences));
    for (const name of words.alone) expect(page).toContain(name);
  });

  it('tells all steps of a story in words, and leads from step to step by links', async () => {
    const [story] = openDataSet(join(PROJECT, 'seed/data', BUILT_IN_SET)).stories;
    const steps = story?.steps ?? [];
    const page = (await (await get(`/embed?story=${story?.id}&step=2&theme=dark&legend=false`)).text())
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(page).toContain(`As text: all ${steps.length} steps`);
    for (const [at, { title, view }] of steps.entries()) {
      expect(page).toContain(`${at + 1}. ${title}`);
      const { counts } = embedText(await shownByThePage(view));
      expect(page).toContain(`It shows ${counts}.`);
    }
    expect(page).toContain(`<h2 dir="auto">${steps[1]?.title}</h2>`);
    expect(page).toContain(`href="/embed?story=${story?.id}&step=3&theme=dark&legend=false">Next`);
    const { counts } = embedText(await shownByThePage(steps[1]?.view ?? ''));
    expect(page).toContain(`${counts}, being drawn`);
    const last = await (await get(`/embed?story=${story?.id}&step=99`)).text();
    expect(last).toContain(`Step ${steps.length} of ${steps.length}`);
    expect(last).not.toContain('>Next</a>');
    const tag = (await get(`/embed?story=${story?.id}`)).headers.get('etag') ?? '';
    expect((await get(`/embed?story=${story?.id}`, { 'If-None-Match': tag })).status).toBe(304);
  });

  it('draws the same as a still picture, once for as long as data and link are the same', async () => {
    for (const search of ['type=SUPPORTS', 'start=nothing&add=nato&expand=mark-rutte']) {
      const shown = await shownByThePage(search);
      const first = await get(`/embed.svg?${search}`);
      expect(first.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
      const svg = await first.text();
      expect(svg.match(/class="edge"/g) ?? []).toHaveLength(shown.edges.length);
      expect(svg).toContain(`Graph of ${shown.nodes.length} nodes`);
      expect(await (await get(`/embed.svg?${search}`)).text()).toBe(svg);
      const tag = first.headers.get('etag') ?? '';
      expect((await get(`/embed.svg?${search}`, { 'If-None-Match': tag })).status).toBe(304);
      expect(await (await get(`/embed?${search}`)).text()).toContain('<picture id="still">');
    }
  });

  it('draws it smaller for a phone, with letters no smaller and none over another', async () => {
    const sizes = (svg: string) => [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    const wide = await (await get('/embed.svg?type=SUPPORTS')).text();
    const narrow = await (await get('/embed.svg?type=SUPPORTS&narrow=true')).text();
    expect(wide).toContain('viewBox="0 0 640 400"');
    expect(narrow).toContain('viewBox="0 0 360 300"');
    expect(sizes(narrow).length).toBeGreaterThan(3);
    expect(Math.min(...sizes(narrow))).toBeGreaterThanOrEqual(Math.min(11, ...sizes(wide)));
    const page = await (await get('/embed?type=SUPPORTS')).text();
    expect(page).toContain('srcset="/embed.svg?type=SUPPORTS&amp;legend=false&amp;narrow=true"');
  });

  it('draws who stands with whom too, which takes its time beside the server', async () => {
    const svg = await (await get('/embed.svg?colour=camps')).text();
    expect(svg).toMatch(/<text[^>]*>[^<]*camp A</);
    const legend = await (await get('/embed.svg?colour=camps&only=legend')).text();
    expect(legend).toMatch(/<text[^>]*>[^<]*camp A</);
    expect(legend).not.toContain('class="node"');
  }, 60_000);

  it('answers others while a picture is drawn', { timeout: 120_000 }, async () => {
    const statements = loadStatements(join(PROJECT, 'cypher'), 'server');
    const service = createGraphService(database as Database, statements, {
      rowLimit: 100_000,
      readTimeout: 10_000,
    });
    const stills = openStills();
    const options = { legend: false, size: 'wide' } as const;
    /** The longest time in which nothing else had its turn, in milliseconds. */
    const longestHold = async (act: () => Promise<unknown>) => {
      let [done, last, longest] = [false, performance.now(), 0];
      const acting = act().finally(() => {
        done = true;
      });
      while (!done) {
        await new Promise(setImmediate);
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }
      await acting;
      return longest;
    };
    try {
      const { value: read } = await service.read((reader) => createPictureReader(reader, 300)({ seed: 1 }));
      const here = await longestHold(() => createStillPainter()({ ...options, read, version: 'one' }));
      let seed = 1;
      const beside = () =>
        longestHold(async () => {
          const { value: draw } = await service.read((reader) =>
            stills.draw(reader, { seed: ++seed }, options),
          );
          return await draw?.();
        });
      await beside();
      // Others may hold this machine for a moment, too.
      await expect.poll(beside, { timeout: 60_000 }).toBeLessThan(here / 2);
    } finally {
      await stills.close();
    }
  });

  it('ends a picture that takes too long, says so, and draws the next', { timeout: 60_000 }, async () => {
    const hasty = await serveDatabase(database as Database, { stills: { work: 1 } });
    try {
      const late = await fetch(`${hasty.url}/embed.svg?type=SUPPORTS`);
      expect([late.status, late.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await late.json()).toMatchObject({ error: { code: 'timeout' } });
      expect((await fetch(`${hasty.url}/embed?type=SUPPORTS`)).status).toBe(200);
      // What had to be ended counts as all that one address has for a minute.
      expect((await fetch(`${hasty.url}/embed.svg?type=OPPOSES`)).status).toBe(429);
    } finally {
      await hasty.close();
    }
  });

  it('draws a picture once for all who ask at once', async () => {
    const search = '/embed.svg?type=OPPOSES&seed=4711';
    const answers = await Promise.all(Array.from({ length: 70 }, () => get(search)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(await Promise.all(answers.map((each) => each.text()))).size).toBe(1);
  }, 60_000);

  it('shows nothing in the place of a story that is gone, and says so', async () => {
    const page = await (await get('/embed?story=never-told&step=2&theme=dark')).text();
    expect(page).toContain('The story “never-told” is not here any more');
    expect(page).toContain('data-gone');
    expect(page).not.toMatch(/<img|As text: \d/);
    for (const picture of ['/embed.svg', '/card.png', '/picture.pdf'])
      expect((await get(`${picture}?story=never-told&step=2`)).status, picture).toBe(404);
  });

  it('draws only so many anew for one address', async () => {
    const drawn = await get('/embed.svg?type=SUPPORTS');
    let refused: Response | undefined;
    for (let seed = 1; seed <= 61 && refused?.status !== 429; seed++)
      refused = await get(`/embed.svg?type=SUPPORTS&seed=${seed}`);
    expect(refused?.status).toBe(429);
    expect(await refused?.json()).toMatchObject({ error: { code: 'too_many_requests' } });
    expect(await (await get('/embed.svg?type=SUPPORTS')).text()).toBe(await drawn.text());
  }, 120_000);

  it('gives the picture of a view as PDF, once for as long as data and link are the same', async () => {
    const path = '/picture.pdf?type=SUPPORTS&caption=Who%20supports%20what&pageWidth=800&pageHeight=400';
    const first = await get(path);
    expect(first.headers.get('content-type')).toBe('application/pdf');
    expect(first.headers.get('content-disposition')).toBe('attachment; filename="entente.pdf"');
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(bytes.toString('latin1')).toContain('/MediaBox [0 0 600 300]');
    expect(bytes.toString('latin1')).toContain('(Who supports what)');
    expect(Buffer.from(await (await get(path)).arrayBuffer()).equals(bytes)).toBe(true);
    const tag = first.headers.get('etag') ?? '';
    expect((await get(path, { 'If-None-Match': tag })).status).toBe(304);
    const [story] = openDataSet(join(PROJECT, 'seed/data', BUILT_IN_SET)).stories;
    const step = await (await get(`/picture.pdf?story=${story?.id}&step=3`)).arrayBuffer();
    expect(Buffer.from(step).toString('latin1')).toContain(`(${story?.steps[2]?.title})`);
  }, 60_000);

  it('draws the picture that previews of a link show, in every size as it was told', async () => {
    const page = await (await get('/embed?type=SUPPORTS')).text();
    const card = /<meta property="og:image" content="([^"]+)">/.exec(page)?.[1] ?? '';
    const first = await fetch(card);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await first.arrayBuffer());
    const { width, height } = PNG.sync.read(bytes);
    expect({ width, height }).toEqual({ width: 1200, height: 630 });
    const tag = first.headers.get('etag') ?? '';
    expect((await fetch(card, { headers: { 'If-None-Match': tag } })).status).toBe(304);
    const other = Buffer.from(await (await get('/card.png?type=OPPOSES')).arrayBuffer());
    expect(other.equals(bytes)).toBe(false);
    const [story] = openDataSet(join(PROJECT, 'seed/data', BUILT_IN_SET)).stories;
    for (const cardWidth of [1199, 333, 120]) {
      const answer = await get(`/card.png?story=${story?.id}&step=2&cardWidth=${cardWidth}`);
      const small = PNG.sync.read(Buffer.from(await answer.arrayBuffer()));
      expect([small.width, small.height]).toEqual([cardWidth, heightOf(cardWidth)]);
    }
    expect((await get('/card.png?focus=nobody-there')).status).toBe(404);
  }, 60_000);

  it('makes no PDF of a link that cannot be read, and says what is wrong', async () => {
    const answer = await get('/picture.pdf?pageWidth=20000&fokus=nato&legend=maybe');
    expect(answer.status).toBe(400);
    const { error } = (await answer.json()) as { error: { details: { path: string }[] } };
    expect(error.details.map(({ path }) => path)).toEqual(['fokus', 'pageWidth', 'legend']);
    expect((await get('/picture.pdf?focus=nobody-there')).status).toBe(404);
  });

  it('makes no PDF of a larger database than it lays out as the explorer does', async () => {
    const small = await serveDatabase(database as Database, { rowLimit: 20 });
    try {
      const answer = await fetch(`${small.url}/picture.pdf`);
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({ error: { code: 'too_large' } });
    } finally {
      await small.close();
    }
  });

  it('says that there is no such story, and shows the view all the same', async () => {
    const page = await (await get('/embed?story=never-told&type=SUPPORTS')).text();
    expect(page).toContain('these data have no story of that name');
    expect(page).toMatch(/As text: \d+ nodes and \d+ edges/);
  });

  it('answers 304 as long as neither the data nor the link is another', async () => {
    const first = await get('/embed?type=SUPPORTS');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    expect((await get('/embed?type=SUPPORTS', { 'If-None-Match': tag })).status).toBe(304);
    expect((await get('/embed?type=OPPOSES', { 'If-None-Match': tag })).status).toBe(200);
  });

  it('says what a link names that the data does not hold', async () => {
    const page = await (await get('/embed?type=NO_SUCH_TYPE')).text();
    expect(page).toContain('NO_SUCH_TYPE is not in this database');
  });
});
