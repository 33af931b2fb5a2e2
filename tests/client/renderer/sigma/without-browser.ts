import type Sigma from 'sigma';
import type { SigmaOptions } from 'sigma/types';
import { vi } from 'vitest';
import type { Picture } from '../../../../client/renderer/sigma/picture.ts';
import type { QuietGraph } from '../../../../client/renderer/sigma/quiet-graph.ts';
import { edge, node, storyGraph } from '../../fixtures/story.ts';

/** Names in capitals are numbers, each its own; which ones does not matter where nothing is drawn. */
const numbers = new Map<string, number>();
const numberOf = (name: string) => numbers.get(name) ?? numbers.set(name, numbers.size + 1).size;
const isNumber = (name: string) => /^[A-Z][A-Z0-9_]+$/.test(name);
vi.stubGlobal('WebGL2RenderingContext', new Proxy({}, { get: (_, name: string) => numberOf(name) }));
vi.stubGlobal('WebGLRenderingContext', WebGL2RenderingContext);

/**
 * Enough of a page for the real Sigma to run where there is no browser: an element of which only what Sigma asks of one
 * is there. Sigma is to be imported after this.
 */
class Element {
  style: Record<string, string> = {};
  offsetWidth = 800;
  offsetHeight = 600;
  classList = { add: () => {} };
  children: Element[] = [];
  readonly #listeners = new Map<string, Set<(event: object) => void>>();
  /** What has been asked of its context of WebGL. */
  readonly calls: Call[] = [];

  addEventListener(type: string, listener: (event: object) => void): void {
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener));
  }
  removeEventListener(type: string, listener: (event: object) => void): void {
    this.#listeners.get(type)?.delete(listener);
  }
  /** Tells listeners of an event on an element. */
  fire(type: string, event: object): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event);
  }
  appendChild(child: Element): void {
    this.children.push(child);
  }
  remove(): void {}
  removeChild(child: Element): void {
    this.children = this.children.filter((each) => each !== child);
  }
  get firstChild(): Element | undefined {
    return this.children[0];
  }
  setAttribute(): void {}
  getBoundingClientRect = () => ({ left: 0, top: 0, width: this.offsetWidth, height: this.offsetHeight });
  getContext = (kind: string) => (kind === 'webgl2' ? recordedContext(this.calls) : canvas2d());
}

type Call = [name: string, ...given: unknown[]];

/** A context that draws nothing, answers as one that has nothing to complain of, and keeps what it is asked. */
function recordedContext(calls: Call[]): object {
  const answers: Record<string, unknown> = {
    checkFramebufferStatus: numberOf('FRAMEBUFFER_COMPLETE'),
    getAttribLocation: 0,
    getExtension: { loseContext: () => {} },
    isContextLost: false,
  };
  const get = (_: object, name: string) => {
    if (isNumber(name)) return numberOf(name);
    return (...given: unknown[]) => {
      calls.push([name, ...given]);
      return name in answers ? answers[name] : {};
    };
  };
  return new Proxy({}, { get });
}

function canvas2d(): object {
  return new Proxy({}, { get: () => () => ({ width: 8, data: new Uint8ClampedArray(4) }), set: () => true });
}

const [page, head] = [new Element(), new Element()];
vi.stubGlobal('document', Object.assign(page, { createElement: () => new Element(), head }));
vi.stubGlobal('window', Object.assign(new Element(), { setTimeout, devicePixelRatio: 1 }));
vi.stubGlobal('HTMLElement', Element);
vi.stubGlobal('PointerEvent', class {});
vi.stubGlobal('requestAnimationFrame', () => 1);
vi.stubGlobal('cancelAnimationFrame', () => {});

/** A Sigma in an element of its own, and what it has asked of WebGL and of the page. */
export interface Opened<S> {
  sigma: S;
  /** The calls of one name, in turn. */
  calls(name: string): unknown[][];
  /** Does something with a mouse in the middle of the picture. */
  mouse(...types: string[]): void;
  /** How many style elements there are. */
  styles(): number;
}

/** Two nodes, and two edges between them. */
export async function pair(): Promise<QuietGraph> {
  const { QuietGraph: Graph } = await import('../../../../client/renderer/sigma/quiet-graph.ts');
  const { buildGraph } = await import('../../../../server/core/scene/build.ts');
  const edges = [edge('1', 'a', 'b', 'SUPPORTS'), edge('2', 'b', 'a', 'OPPOSES')];
  const positions = new Map(['a', 'b'].map((key, at) => [key, { x: at * 90, y: 0 }]));
  const graph = new Graph();
  buildGraph({ ...storyGraph(), nodes: [node('a', 'A'), node('b', 'B')], edges }, {}, positions, graph);
  return graph;
}

/** Sigma as the product has it. */
export async function openPicture(graph: QuietGraph): Promise<Opened<Picture>> {
  const { createPicture, newAppearance } = await import('../../../../client/renderer/sigma/picture.ts');
  return open((host) => createPicture(graph, host, newAppearance()));
}

type Options = Pick<SigmaOptions, 'settings' | 'nodeReducer'>;

/** Sigma by itself, which shows whether what the product changes of it is needed still. */
export async function openBare(
  graph: QuietGraph,
  { settings, ...more }: Options = {},
): Promise<Opened<Sigma>> {
  const { default: Bare } = await import('sigma');
  const nodes = { x: { attribute: 'x' }, y: { attribute: 'y' }, labelVisibility: 'hidden' } as const;
  const options = { styles: { nodes }, settings: { renderLabels: false, ...settings }, ...more };
  return open((host) => new Bare(graph, host, options) as unknown as Sigma);
}

function open<S>(create: (host: HTMLElement) => S): Opened<S> {
  const host = new Element();
  const sigma = create(host as unknown as HTMLElement);
  const [stage, layer] = host.children;
  if (!stage || !layer) throw new Error('Sigma has not put two layers into its element');
  return {
    sigma,
    calls: (wanted) => stage.calls.flatMap(([name, ...given]) => (name === wanted ? [given] : [])),
    mouse(...types) {
      for (const type of types) {
        const at = { target: layer, composedPath: () => [layer], clientX: 400, clientY: 300, button: 0 };
        const event = { ...at, type, deltaY: 1, preventDefault: () => {}, stopPropagation: () => {} };
        for (const element of [layer, page]) element.fire(type, event);
      }
    },
    styles: () => head.children.length,
  };
}
