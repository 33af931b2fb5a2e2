import type { Page } from 'playwright-core';
import { itemScale } from '../../server/core/geometry/frame.ts';
import { overviewOf } from '../../server/core/scene/overview.ts';
import { largeGraph } from '../client/fixtures/story.ts';
import { startTestPage } from '../client/renderer/browser.ts';
import type {} from '../client/renderer/page/main.ts';
import { timeOfChildren } from './processes.ts';
import { line } from './statistics.ts';

const STEPS = 60;
/** How much smaller the overview draws nodes than the rich picture. */
const SMALLER = 0.7;
const SIZE = { width: 1280, height: 800 };

/** The processor's time for one step of the camera, the picture against two bare calls of WebGL 2. */
export async function benchCamera(sizes: readonly (readonly [number, number])[]): Promise<string[]> {
  if (timeOfChildren() === undefined) return [line('camera steps', 'this system does not tell')];
  const site = await startTestPage();
  try {
    const lines: string[] = [];
    for (const [nodes, edges] of sizes) {
      const ours = await site.open({ viewport: SIZE, reducedMotion: 'reduce' });
      const { positions, framing } = await openPicture(ours, nodes, edges);
      const picture = await drag(ours);
      await ours.close();
      const bare = await site.open({ viewport: SIZE });
      await openBare(bare, {
        nodes,
        edges,
        positions,
        framing,
        diameters: diametersOf(nodes, edges, framing.scale),
      });
      const calls = await drag(bare);
      await bare.close();
      const words = `${picture.toFixed(1)} / ${calls.toFixed(1)} ms = ${(picture / calls).toFixed(2)}`;
      lines.push(line(`camera step at ${nodes} / ${edges}, CPU, picture / bare WebGL 2`, words, '≤ 2.2'));
    }
    return lines;
  } finally {
    await site.close();
  }
}

/** What the runner of TypeScript leaves in functions that are run in the page. */
const NAMES = 'globalThis.__name = (each) => each';

type Points = [number, number][];

/** Where a picture shows the middle of its layout, in pixels from the top left, and pixels by layout unit. */
interface Framing {
  x: number;
  y: number;
  scale: number;
}

/** How large the overview draws each node, in pixels. */
function diametersOf(nodes: number, edges: number, scale: number): number[] {
  const { radius } = overviewOf(largeGraph(nodes, edges), {}, new Map());
  return Array.from(radius, (each) => 2 * each * SMALLER * itemScale(scale, true));
}

/** Opens the picture on a network whose nodes have their places already; gives those, and how it is framed. */
async function openPicture(
  page: Page,
  nodes: number,
  edges: number,
): Promise<{ positions: Points; framing: Framing }> {
  await page.evaluate(NAMES);
  const positions = await page.evaluate(
    ([order, size]) => {
      const graph = window.graphs.large(order, size);
      const at = (key: number, step: number) => 1500 * (((key + 1) * step) % 1) - 750;
      const places = graph.nodes.map(({ key }, index) => {
        const place = { x: at(index, 0.754877666), y: at(index, 0.569840291) };
        return [key, place] as const;
      });
      const loaded = { state: 'ready', value: graph } as const;
      window.opened = window.openPicture({}, graph, undefined, { graph: loaded, positions: new Map(places) });
      return places.map(([, { x, y }]): [number, number] => [x, y]);
    },
    [nodes, edges] as const,
  );
  await page.waitForFunction(() => (window.opened?.handle.labelBoxes().length ?? 0) > 0, undefined, {
    timeout: 120_000,
  });
  await page.waitForTimeout(2_000);
  return { positions, framing: await framingOf(page, positions) };
}

async function framingOf(page: Page, [first, second]: Points): Promise<Framing> {
  const [from, to] = await page.evaluate(() =>
    ['n0', 'n1'].map((key) => window.opened?.handle.pointOf(key) ?? { x: 0, y: 0 }),
  );
  if (!from || !to || !first || !second) throw new Error('The picture does not show the first two nodes.');
  const scale = (to.x - from.x) / (second[0] - first[0]);
  return { x: from.x - first[0] * scale, y: from.y + first[1] * scale, scale };
}

interface Bare {
  nodes: number;
  edges: number;
  positions: Points;
  framing: Framing;
  diameters: readonly number[];
}

/** The same points and lines at the same pixels by two calls, moved along with the pointer as the picture is. */
async function openBare(page: Page, network: Bare): Promise<void> {
  await page.evaluate(NAMES);
  await page.evaluate(({ nodes: order, edges: size, positions: points, framing, diameters: sizes }) => {
    document.body.replaceChildren();
    document.body.style.margin = '0';
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 800 });
    document.body.append(canvas);
    const gl = canvas.getContext('webgl2', { antialias: false }) as WebGL2RenderingContext;
    const program = gl.createProgram() as WebGLProgram;
    for (const [kind, text] of [
      [
        gl.VERTEX_SHADER,
        '#version 300 es\nlayout(location=0) in vec2 p;layout(location=1) in float s;uniform vec2 o,k;void main(){gl_Position=vec4(p*k+o,0,1);gl_PointSize=s;}',
      ],
      [
        gl.FRAGMENT_SHADER,
        '#version 300 es\nprecision mediump float;out vec4 c;void main(){c=vec4(.5,.6,.7,1);}',
      ],
    ] as const) {
      const shader = gl.createShader(kind) as WebGLShader;
      gl.shaderSource(shader, text);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    gl.useProgram(program);
    const places = new Map(window.graphs.large(order, size).nodes.map(({ key }, at) => [key, points[at]]));
    const ends = window.graphs
      .large(order, size)
      .edges.flatMap(({ source, target }) => [...(places.get(source) ?? []), ...(places.get(target) ?? [])]);
    const data = new Float32Array([...ends, ...points.flat()]);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    const none = Array<number>(ends.length / 2).fill(1);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([...none, ...sizes]), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(1);
    gl.vertexAttribPointer(1, 1, gl.FLOAT, false, 0, 0);
    let [x, y, isAsked] = [framing.x, framing.y, false];
    const draw = () => {
      isAsked = false;
      gl.clearColor(1, 1, 1, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform2f(gl.getUniformLocation(program, 'o'), x / 640 - 1, 1 - y / 400);
      gl.uniform2f(gl.getUniformLocation(program, 'k'), framing.scale / 640, framing.scale / 400);
      gl.drawArrays(gl.LINES, 0, ends.length / 2);
      gl.drawArrays(gl.POINTS, ends.length / 2, points.length);
    };
    addEventListener('pointermove', (event) => {
      if (event.buttons === 0) return;
      [x, y] = [x + event.movementX, y + event.movementY];
      if (!isAsked) requestAnimationFrame(draw);
      isAsked = true;
    });
    draw();
  }, network);
  await page.waitForTimeout(1_000);
}

/** Drags the picture step by step; gives the processor's milliseconds a step, all processes together. */
async function drag(page: Page): Promise<number> {
  const frame = () =>
    page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.mouse.move(12, 780);
  await page.mouse.down();
  await page.mouse.move(20, 770);
  await frame();
  const before = timeOfChildren() ?? 0;
  for (let step = 1; step <= STEPS; step += 1) {
    await page.mouse.move(20 + step * 4, 770 - step * 2);
    await frame();
  }
  const spent = (timeOfChildren() ?? 0) - before;
  await page.mouse.up();
  return spent / STEPS;
}
