import { readEmbed } from '../../server/core/contract/embed.ts';
import { searchToView } from '../../server/core/view/view-link.ts';
import { talkToHost } from './talk.ts';

/**
 * Talks with the host of an embed whose story is gone: one that is named is told so, any other hears what it would of a
 * story that is there.
 */
export function sayGone(search: string): void {
  const { view } = readEmbed(search);
  const say = () => {
    host.greet(view);
    host.tell({ type: 'refused', details: [{ path: 'story', message: 'is gone.' }] }, true);
  };
  const host = talkToHost(window, document.body.dataset.hosts ?? '', (message) => {
    if (message.type === 'hello') say();
    if (message.type === 'set-view') host.greet(searchToView(message.view).view);
  });
  say();
}
