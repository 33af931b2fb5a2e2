import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN_SET } from '../../../seed/seed.ts';
import { oembedAnswer } from '../../../server/core/contract/oembed.ts';
import { type Published, publish } from '../../../server/publish/publish.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const BUILT = join(PROJECT, 'dist/page');
const SET = join(PROJECT, 'seed/data', BUILT_IN_SET);
const BASE = 'https://example.org/graphs/';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

/** What the tags of a page load or link to, but for other sites and other parts of the page. */
const addressesOf = (html: string) =>
  [...html.matchAll(/(?:src|href|srcset)="([^"]*)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/^(?:https?:|#|$)/.test(address));

describe('a published folder', { timeout: 120_000 }, () => {
  const work = mkdtempSync(join(tmpdir(), 'entente-publish-'));
  const out = join(work, 'out');
  let done: Published;
  let snapshot = '';
  beforeAll(async () => {
    done = await publish({ out, base: BASE, keep: false }, BUILT);
    snapshot = done.set.graph.attributes.snapshot;
  }, 120_000);
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  const read = (path: string) => readFileSync(join(out, snapshot, path), 'utf8');
  const pages = () => filesIn(join(out, snapshot)).filter((file) => file.endsWith('.html'));

  it('has the same bytes when the same data are published again over it', async () => {
    const again = join(work, 'again');
    cpSync(out, again, { recursive: true });
    writeFileSync(join(again, snapshot, 'left-over'), '');
    await publish({ out: again, base: BASE, keep: true }, BUILT);
    expect(filesIn(again)).toEqual(filesIn(out));
    for (const file of filesIn(out))
      expect(readFileSync(join(again, file)).equals(readFileSync(join(out, file))), file).toBe(true);
  });

  it('has a page for the explorer, the whole and each step of each story, and no other', () => {
    const steps = done.set.stories.flatMap(({ id, steps }) =>
      steps.map((_, at) => `embed/${id}/${at + 1}/index.html`),
    );
    expect(steps.length).toBeGreaterThan(3);
    expect(pages()).toEqual([...steps, 'embed/index.html', 'index.html'].sort());
  });

  it('works under any path: every address is relative and leads to a file of it', () => {
    for (const page of pages()) {
      const addresses = addressesOf(read(page));
      expect(addresses.length).toBeGreaterThan(3);
      for (const address of addresses) {
        expect(address).toMatch(/^\.\.?\//);
        const [path = ''] = address.split('?');
        expect(existsSync(join(out, snapshot, dirname(page), path)), `${page}: ${address}`).toBe(true);
      }
    }
    for (const file of filesIn(join(out, snapshot, 'assets')).filter((name) => /\.(js|css)$/.test(name)))
      expect(read(`assets/${file}`), file).not.toMatch(/["'`(]\/assets\//);
  });

  it('is no larger than it has to be: scripts as the server has them, each once, and nothing that is not fetched', () => {
    const assets = filesIn(join(out, snapshot, 'assets'));
    const size = (name: string) => statSync(join(out, snapshot, 'assets', name)).size;
    for (const name of assets)
      expect(
        readFileSync(join(out, snapshot, 'assets', name)).equals(readFileSync(join(BUILT, 'assets', name))),
      ).toBe(true);
    const large = assets
      .filter((name) => size(name) > 20_000)
      .map((name) => name.replace(/-[\w-]{8}(\.\w+)$/, '$1'));
    expect(new Set(large).size).toBe(large.length);
    expect(assets.filter((name) => name.endsWith('.wasm'))).toEqual([]);
    // The solver and SQLite, which few readers ever fetch.
    const seldom = assets.filter((name) => name.endsWith('.deflate'));
    expect(seldom).toHaveLength(2);
    const sum = (names: readonly string[]) => names.reduce((bytes, name) => bytes + size(name), 0);
    expect(sum(seldom)).toBeLessThan(1_600_000);
    expect(sum(assets) - sum(seldom)).toBeLessThan(3_050_000);
    expect(done.size).toBeLessThan(6_600_000);
  });

  it('holds no part of the Cypher workbench', () => {
    expect(
      filesIn(join(out, snapshot, 'assets')).filter((name) => /^(start-|language\.worker)/.test(name)),
    ).toEqual([]);
  });

  it('tells previews of links what each page is, with a picture that there is', () => {
    for (const page of pages()) {
      const meta = (name: string) =>
        new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(read(page))?.[1] ?? '';
      expect(meta('og:title')).not.toBe('');
      expect(meta('og:title')).not.toContain('Relationship graph');
      expect(meta('description')).not.toBe('');
      expect(meta('twitter:card')).toBe('summary_large_image');
      expect(meta('og:url')).toBe(`${BASE}${snapshot}/${page}`);
      const picture = meta('og:image').replace(`${BASE}${snapshot}/`, '');
      expect(dirname(picture)).toBe(page === 'index.html' ? 'embed' : dirname(page));
      expect(
        readFileSync(join(out, snapshot, picture))
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
      const discovered = /type="application\/json\+oembed"[^>]*href="([^"]*)"/.exec(read(page))?.[1] ?? '';
      const answer = oembedAnswer.parse(JSON.parse(read(discovered.replace(`${BASE}${snapshot}/`, ''))));
      expect(answer.thumbnail_url).toBe(meta('og:image'));
    }
    const titles = pages().map((page) => /<title>(.*?)<\/title>/.exec(read(page))?.[1]);
    // The explorer and the embed of the whole are called after the data.
    expect(new Set(titles).size).toBe(titles.length - 1);
  });

  it('says each step as text and as a still picture without a script', () => {
    const [story] = done.set.stories;
    story?.steps.forEach(({ title }, at) => {
      const page = read(`embed/${story.id}/${at + 1}/index.html`);
      expect(page).toContain(`Step ${at + 1} of ${story.steps.length}`);
      expect(page).toMatch(/<img class="still" src="[^"]*stills\/[0-9a-f]+\.svg"/);
      expect(read(`stories/${story.id}.txt`)).toContain(`${at + 1}. ${title}`);
    });
  });

  it('names all its pages in a sitemap that robots are told of', () => {
    const sitemap = readFileSync(join(out, 'sitemap.xml'), 'utf8');
    for (const page of pages()) expect(sitemap).toContain(`<loc>${BASE}${snapshot}/${page}</loc>`);
    expect(readFileSync(join(out, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${BASE}sitemap.xml`);
  });

  it('has no picture in previews, no oEmbed and no sitemap where its address is not known, and says so', async () => {
    const unnamed = join(work, 'unnamed');
    await publish({ out: unnamed, keep: false }, BUILT);
    expect(filesIn(unnamed).filter((file) => /oembed|sitemap/.test(file))).toEqual([]);
    expect(readFileSync(join(unnamed, snapshot, 'index.html'), 'utf8')).not.toMatch(
      /og:image|og:url|undefined/,
    );
    expect(readFileSync(join(unnamed, 'README.md'), 'utf8')).toContain('published without `--base`');
  });

  it('keeps an older snapshot beside the newer when that is asked for, and only then', async () => {
    const grown = join(work, 'grown');
    const set = join(work, 'set');
    cpSync(SET, set, { recursive: true });
    const edges = readFileSync(join(set, 'set.yaml'), 'utf8');
    writeFileSync(join(set, 'set.yaml'), edges.replace('id: nato-2025-12', 'id: another'));
    cpSync(out, grown, { recursive: true });
    const older = filesIn(join(grown, snapshot));
    const { snapshots, set: newer } = await publish({ out: grown, set, keep: true }, BUILT);
    const newest = newer.graph.attributes.snapshot;
    expect(snapshots).toEqual([snapshot, newest].sort());
    expect(filesIn(join(grown, snapshot))).toEqual(older);
    expect(readFileSync(join(grown, 'to-newest.js'), 'utf8')).toContain(newest);
    expect((await publish({ out: grown, set, keep: false }, BUILT)).snapshots).toEqual([newest]);
    expect(existsSync(join(grown, snapshot))).toBe(false);
  });

  it('is not written over a folder of something else', async () => {
    const other = join(work, 'other');
    cpSync(SET, other, { recursive: true });
    const before = filesIn(other);
    await expect(publish({ out: other, keep: false }, BUILT)).rejects.toMatchObject({
      code: 'invalid_request',
      details: [{ path: other, message: expect.stringContaining('holds something else') }],
    });
    expect(filesIn(other)).toEqual(before);
  });
});
