import { PROTOCOL, type ToEmbed, type Told, toEmbed } from '../../server/contract/embed-protocol.ts';

/** The page that shows the embed. */
export interface Host {
  /** Says something to it; nothing where it is not known who it is. */
  tell(message: Told): void;
  close(): void;
}

/**
 * Talks with the page that shows this one. Only that window is listened to, and only under the one origin it
 * is known by: what the browser says it is, else what it was when it first spoke. Nothing is ever said to an
 * unknown origin.
 */
export function talkToHost(window: Window, hear: (message: ToEmbed) => unknown): Host {
  const { parent } = window;
  let origin = parent === window ? undefined : originOfHost(window);
  const tell = (message: Told) => {
    if (origin !== undefined) parent.postMessage({ protocol: PROTOCOL, ...message }, origin);
  };
  const listen = ({ source, origin: from, data }: MessageEvent) => {
    if (parent === window || source !== parent || from === 'null') return;
    if (origin !== undefined && from !== origin) return;
    if (typeof data !== 'object' || data === null || data.protocol !== PROTOCOL) return;
    origin = from;
    const read = toEmbed.safeParse(data);
    if (read.success) return void hear(read.data);
    const details = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    tell({ type: 'refused', details });
  };
  window.addEventListener('message', listen);
  return { tell, close: () => window.removeEventListener('message', listen) };
}

function originOfHost({ location, document }: Window): string | undefined {
  const named = location.ancestorOrigins?.[0];
  if (named !== undefined) return named === 'null' ? undefined : named;
  return document.referrer ? new URL(document.referrer).origin : undefined;
}
