import { EMBED_SIZES } from '../../server/core/contract/embed.ts';
import { PROTOCOL, type ToEmbed, type Told, toEmbed } from '../../server/core/contract/embed-protocol.ts';
import type { View } from '../../server/core/view/view.ts';
import { viewToSearch } from '../../server/core/view/view-link.ts';
import { isNamed } from './allowed-site.ts';

/** The page that shows the embed. */
export interface Host {
  /**
   * Says something to it; nothing of what is shown where it is not known or not named who it is.
   *
   * @param ofData Whether it depends on the data though it is a refusal.
   */
  tell(message: Told, ofData?: boolean): void;
  /** Says that it is heard, and which view it asked for, to a host that is told no more than that. */
  greet(view: View): void;
  close(): void;
}

/**
 * Talks with the page that shows this one. Only that window is listened to, and only under the one origin it
 * is known by: what the browser says it is, else what it was when it first spoke. Nothing is ever said to an
 * unknown origin. A host that the server's settings do not name is told nothing that depends on the data, in what is
 * said, in whether it is said or in when: any page of the web could else ask one guess after another.
 *
 * @param hosts The sites that are named; `*` where the data are published, which anybody may read.
 */
export function talkToHost(window: Window, hosts: string, hear: (message: ToEmbed) => unknown): Host {
  const { parent } = window;
  let origin = parent === window ? undefined : originOfHost(window);
  const post = (message: Told) => {
    if (origin !== undefined) parent.postMessage({ protocol: PROTOCOL, ...message }, origin);
  };
  const mayKnow = () =>
    origin !== undefined && (hosts === '*' || isNamed(origin, hosts, window.location.origin));
  const tell = (message: Told, ofData = message.type !== 'refused') => {
    if (!ofData || mayKnow()) post(message);
  };
  const greet = (view: View) => {
    if (mayKnow()) return;
    post({ type: 'ready', view: viewToSearch(view) });
    // As high as embeds mostly are; what is longer scrolls within.
    post({ type: 'height', height: EMBED_SIZES[view.story === undefined ? 'view' : 'story'].height });
  };
  const listen = ({ source, origin: from, data }: MessageEvent) => {
    if (parent === window || source !== parent || from === 'null') return;
    if (origin !== undefined && from !== origin) return;
    if (typeof data !== 'object' || data === null || data.protocol !== PROTOCOL) return;
    origin = from;
    const read = toEmbed.safeParse(data);
    if (read.success) hear(read.data);
    else void refuse(data);
  };
  const refuse = async (data: unknown) => {
    // Hardly any page says what cannot be read, so that the words for it are not fetched before.
    const words = await import('../../server/core/model/english.ts').catch(() => undefined);
    const { error } = toEmbed.safeParse(data, words?.inEnglish);
    const details = error?.issues.map(({ path, message }) => ({ path: path.join('.'), message })) ?? [];
    tell({ type: 'refused', details });
  };
  window.addEventListener('message', listen);
  return { tell, greet, close: () => window.removeEventListener('message', listen) };
}

function originOfHost({ location, document }: Window): string | undefined {
  const named = location.ancestorOrigins?.[0];
  if (named !== undefined) return named === 'null' ? undefined : named;
  return document.referrer ? new URL(document.referrer).origin : undefined;
}
