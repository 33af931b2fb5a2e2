import type { EmbedOptions } from '../../server/core/contract/embed.ts';
import type { FromEmbed, Protocol, ToEmbed } from '../../server/core/contract/embed-protocol.ts';

// Nothing is imported but types: this file is all that a page of another site runs.
const PROTOCOL = 'entente/1' satisfies Protocol;
const OPTIONS = [
  'legend',
  'captions',
  'controls',
  'interaction',
] as const satisfies readonly (keyof EmbedOptions)[];
const OF_VIEW = ['theme', 'story', 'step', ...OPTIONS];
const OBSERVED = ['src', 'view', 'height', ...OF_VIEW];
/** The height before the embed has told its own, in CSS pixels. */
const HEIGHT = 480;
/** Where the script came from, which is where the views are unless `src` says otherwise; it ends in a slash. */
const HOME = folderOf(import.meta.url);

/** The folder that an address lies in, or is. */
function folderOf(address: string): string {
  return new URL('.', address).href;
}

/**
 * `<entente-graph view="…">`: the picture of a view in any page. It stands in a frame of its own, so that
 * neither page nor picture can reach into the other. Attributes: `view`, the search part of a link; `src`, the
 * server or published folder; `story` and `step`, `theme`, `legend`, `captions`, `controls` and `interaction` as in the address of an
 * embed; `height` in pixels, else it is as high as it needs. Events: `entente-ready`, `entente-selection`,
 * `entente-step`, `entente-refused`.
 */
export class EntenteGraph extends HTMLElement {
  static readonly observedAttributes = OBSERVED;
  readonly #frame = document.createElement('iframe');
  #connected = false;
  /** What the embed is told once it has spoken: it is loaded only when it comes into sight. */
  #waiting: ToEmbed[] | undefined = [];

  constructor() {
    super();
    const { style } = this.#frame;
    Object.assign(style, { border: '0', display: 'block', width: '100%', height: `${HEIGHT}px` });
    this.#frame.loading = 'lazy';
    this.#frame.allowFullscreen = true;
    this.attachShadow({ mode: 'open' }).append(this.#frame);
  }

  connectedCallback(): void {
    this.#connected = true;
    this.#frame.onload = () => this.#post({ protocol: PROTOCOL, type: 'hello' });
    if (!this.style.display) this.style.display = 'block';
    addEventListener('message', this.#hear);
    this.#load();
  }

  disconnectedCallback(): void {
    this.#connected = false;
    removeEventListener('message', this.#hear);
    this.#frame.onload = null;
    this.#frame.removeAttribute('src');
    this.#waiting = [];
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#connected || before === now) return;
    // Another view of a picture that stands is a message; all else is another address.
    if (name === 'view' && before !== null) this.setView(now ?? '');
    else if (name === 'step' && Number(now) > 0) this.step(Number(now));
    else if (name === 'height') this.#size(Number(now));
    else this.#load();
  }

  /** Shows another view, by the search part of its link. */
  setView(view: string): void {
    this.#tell({ protocol: PROTOCOL, type: 'set-view', view: view.replace(/^.*\?/s, '') });
  }

  /** Selects nodes and edges by their keys, or nothing. */
  select(keys: readonly string[]): void {
    this.#tell({ protocol: PROTOCOL, type: 'select', keys: [...keys] });
  }

  /** Shows another step of the story that is told: the next, the previous, or the one of a number from 1. */
  step(to: 'next' | 'previous' | number): void {
    this.#tell({ protocol: PROTOCOL, type: 'step', to });
  }

  get #home(): string {
    const given = this.getAttribute('src') ?? HOME;
    return URL.canParse(given) && /^https?:/.test(given) ? folderOf(given.replace(/\/?$/, '/')) : HOME;
  }

  get #origin(): string {
    return new URL(this.#home).origin;
  }

  #load(): void {
    const search = new URLSearchParams((this.getAttribute('view') ?? '').replace(/^.*\?/s, ''));
    for (const name of OF_VIEW) {
      const given = this.getAttribute(name);
      if (given !== null) search.set(name, given);
    }
    this.#frame.title = this.getAttribute('title') ?? search.get('caption') ?? 'Relationship graph';
    const page = pageOf(this.#home, search);
    const text = search.toString();
    const address = `${this.#home}${page}${text ? `?${text}` : ''}`;
    if (this.#frame.src !== address) {
      this.#waiting = [];
      this.#frame.src = address;
    }
    this.#size(Number(this.getAttribute('height')) || HEIGHT);
  }

  #size(height: number): void {
    if (height > 0) this.#frame.style.height = `${Math.min(height, 10_000)}px`;
  }

  #tell(message: ToEmbed): void {
    if (this.#waiting) this.#waiting.push(message);
    else this.#post(message);
  }

  #post(message: ToEmbed): void {
    this.#frame.contentWindow?.postMessage(message, this.#origin);
  }

  readonly #hear = ({ source, origin, data }: MessageEvent): void => {
    if (source !== this.#frame.contentWindow || origin !== this.#origin || data?.protocol !== PROTOCOL)
      return;
    const message = data as FromEmbed;
    for (const each of this.#waiting ?? []) this.#post(each);
    this.#waiting = undefined;
    if (message.type === 'height') {
      if (!this.hasAttribute('height')) this.#size(message.height);
    } else this.dispatchEvent(new CustomEvent(`entente-${message.type}`, { detail: message, bubbles: true }));
  };
}

/** The page of a view: a server answers under one address, and a published folder, below a path, holds files. */
function pageOf(home: string, search: URLSearchParams): string {
  if (new URL(home).pathname === '/') return 'embed';
  const story = search.get('story');
  if (!story) return 'embed/index.html';
  if (!search.has('step')) search.set('step', '1');
  return `embed/${encodeURIComponent(story)}/${encodeURIComponent(search.get('step') ?? '')}/index.html`;
}

if (!customElements.get('entente-graph')) customElements.define('entente-graph', EntenteGraph);
