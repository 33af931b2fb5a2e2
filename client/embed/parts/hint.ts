import type { Close } from '../../state/store.ts';
import { element } from './element.ts';

/** How long it stays after the last time it was called for, in milliseconds. */
const STAYS = 1_600;

/** Says over the picture how it is zoomed, when somebody only scrolls by. */
export function createHint(stage: HTMLElement): { show(by: 'wheel' | 'touch'): void; close: Close } {
  const hint = element('p', { class: 'hint', 'aria-hidden': 'true' });
  hint.hidden = true;
  stage.append(hint);
  const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  let timer = 0;
  return {
    show: (by) => {
      hint.textContent =
        by === 'touch' ? 'Two fingers move and zoom' : `Hold ${apple ? '⌘' : 'Ctrl'} and scroll to zoom`;
      hint.hidden = false;
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        hint.hidden = true;
      }, STAYS);
    },
    close: () => {
      clearTimeout(timer);
      hint.remove();
    },
  };
}
