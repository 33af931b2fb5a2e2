import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { distanceToShape } from '../../../server/core/looks/hit.ts';
import { SHAPES } from '../../../server/core/looks/look.ts';
import type {} from './page/main.ts';
import { atRest, type PicturePage } from './picture-page.ts';

declare global {
  interface Window {
    /** What each shader was made of, in turn. */
    shaders: string[];
  }
}

/** Keeps what shaders are made of; with `byItself`, Sigma compiles as it does without the product. */
function watchShaders(byItself: boolean): void {
  window.shaders = [];
  const { prototype } = WebGL2RenderingContext;
  const { shaderSource } = prototype;
  prototype.shaderSource = function watched(shader, text) {
    window.shaders.push(text);
    shaderSource.call(this, shader, text);
  };
  if (byItself) window.letSigmaCompile();
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

/** What of Sigma's shaders is left out. */
export function shaders({ site }: PicturePage): void {
  const drawn = async (byItself: boolean) => {
    const page = await site().open({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: 2,
      reducedMotion: 'reduce',
    });
    await page.evaluate(watchShaders, byItself);
    await page.evaluate(openAll);
    await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 0);
    await atRest(page);
    return { page, shot: await page.screenshot(), texts: await page.evaluate(() => window.shaders) };
  };

  test('is drawn the same to the pixel with and without the shaders that draw nothing', async () => {
    const [own, lean] = [await drawn(true), await drawn(false)];
    const { any } = await differenceOf(own.page, [own.shot, lean.shot]);
    expect(any).toBe(0);
    expect(lean.texts.length).toBeLessThan(own.texts.length / 2);
    for (const text of lean.texts) expect(own.texts).toContain(text);
    // Sigma takes the shapes, paths and heads that it is given, and has no other beside them.
    for (const name of ['sdf_any(', 'path_bent_position(', 'extremity_slimArrow('])
      expect(lean.texts.filter((text) => text.includes(name)).length).toBeGreaterThan(0);
    const shapes = lean.texts.join('\n').match(/\bfloat sdf_\w+\(/g) ?? [];
    expect(new Set(shapes)).toEqual(new Set(['float sdf_any(']));
    await own.page.close();
    await lean.page.close();
  });

  test('draws every shape in the overview of a big graph where its outline is', async () => {
    const page = await site().open();
    const [side, radius] = [96, 28];
    for (const [at, shape] of SHAPES.entries()) {
      const covered = await page.evaluate(
        ([number, pixels, size]) => window.overviewOf(number, pixels, size),
        [at, side, radius] as const,
      );
      covered.forEach((alpha, place) => {
        // Rows of WebGL run upwards.
        const [x, up] = [(place % side) + 0.5 - side / 2, Math.floor(place / side) + 0.5 - side / 2];
        const distance = radius * distanceToShape(shape, x / radius, -up / radius);
        // What the outline runs through is covered in part.
        if (Math.abs(distance) > 1) expect(alpha > 127, `${shape} at ${x}, ${up}`).toBe(distance < 0);
      });
    }
    await page.close();
  });
}
