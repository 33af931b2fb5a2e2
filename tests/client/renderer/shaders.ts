import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type {} from './page/main.ts';
import { atRest, type PicturePage } from './picture-page.ts';

declare global {
  interface Window {
    /** What each shader was made of, in turn. */
    shaders: string[];
  }
}

/** Keeps what shaders are made of; with `asTheyAre`, nothing can put others in their place. */
function watchShaders(asTheyAre: boolean): void {
  window.shaders = [];
  const { prototype } = WebGL2RenderingContext;
  const { shaderSource } = prototype;
  function watched(this: WebGL2RenderingContext, shader: WebGLShader, text: string): void {
    window.shaders.push(text);
    shaderSource.call(this, shader, text);
  }
  if (asTheyAre) Object.defineProperty(prototype, 'shaderSource', { get: () => watched, set: () => {} });
  else prototype.shaderSource = watched;
}

/** All shapes, patterns and paths: a loop, and several edges between two nodes. */
function openAll(): void {
  const graph = window.graphs.story();
  const [first, second, third] = graph.nodes;
  const [edge] = graph.edges;
  if (!first || !second || !third || !edge) throw new Error('The story has no nodes');
  const more = ['Harbour', 'Treaty', 'Route'].map((label) => ({ ...first, key: label, labels: [label] }));
  const between = [first, second, third, ...more].flatMap(({ key: source }, at, all) =>
    [source, all[(at + 1) % all.length]?.key ?? '', all[(at + 1) % all.length]?.key ?? ''].map(
      (target, nth) => ({
        ...edge,
        key: `${source} ${nth}`,
        source,
        target,
      }),
    ),
  );
  window.opened = window.openPicture(
    {},
    { ...graph, nodes: [...graph.nodes, ...more], edges: [...graph.edges, ...between] },
  );
}

/** How two screenshots differ, as shares of all pixels: at all, and so much that it would be seen. */
async function differenceOf(page: Page, shots: Buffer[]): Promise<{ any: number; seen: number }> {
  return page.evaluate(
    async (urls) => {
      const [one, other] = await Promise.all(
        urls.map(async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const { width, height } = image;
          const context = new OffscreenCanvas(width, height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
        }),
      );
      const [left, right] = [one ?? [], other ?? []];
      let [any, seen] = [0, 0];
      for (let at = 0; at < left.length; at += 1) {
        const by = Math.abs((left[at] ?? 0) - (right[at] ?? 0));
        if (by > 2) any += 1;
        if (by > 48) seen += 1;
      }
      return { any: any / left.length, seen: seen / left.length };
    },
    shots.map((shot) => `data:image/png;base64,${shot.toString('base64')}`),
  );
}

/** The shaders that are put in place of Sigma's. */
export function shaders({ site }: PicturePage): void {
  const drawn = async (asTheyAre: boolean) => {
    const page = await site().open({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: 2,
      reducedMotion: 'reduce',
    });
    await page.evaluate(watchShaders, asTheyAre);
    await page.evaluate(openAll);
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 0);
    await atRest(page);
    return { page, shot: await page.screenshot(), texts: await page.evaluate(() => window.shaders) };
  };

  test('is what Sigma’s own shaders draw, by shorter ones and without those that draw nothing', async () => {
    const [own, lean] = [await drawn(true), await drawn(false)];
    const { any, seen } = await differenceOf(own.page, [own.shot, lean.shot]);
    expect(any).toBeLessThan(0.001);
    expect(seen).toBe(0);
    expect(lean.texts).toHaveLength(own.texts.length);
    // Where edges end, and edges themselves: a vertex shader each, and a fragment shader.
    const changed = lean.texts.filter((text) => text.includes('void bend('));
    expect(changed).toHaveLength(3);
    for (const text of changed) expect(text.match(/\bbend\(/g)).toHaveLength(2);
    for (const name of ['querySDF', 'queryFindSourceClampT', 'queryFindTargetClampT'])
      expect(
        changed.filter((text) => new RegExp(`float ${name}\\([^{]*{[^}]*case \\d+: return`).test(text)),
      ).toEqual([]);
    const empty = (texts: string[]) => texts.filter((text) => text.endsWith('void main(){}')).length;
    expect(empty(own.texts)).toBe(0);
    expect(empty(lean.texts)).toBeGreaterThan(own.texts.length / 2);
    await own.page.close();
    await lean.page.close();
  });
}
