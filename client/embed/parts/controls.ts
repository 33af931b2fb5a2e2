import type { RendererHandle } from '../../renderer/actions.ts';
import type { Close } from '../../state/store.ts';
import type { EmbedPicture } from '../picture.ts';
import { element } from './element.ts';

const BUTTONS: readonly (readonly [name: string, sign: string, act: (picture: RendererHandle) => void])[] = [
  ['Zoom in', '+', (picture) => picture.zoomIn()],
  ['Zoom out', '−', (picture) => picture.zoomOut()],
  ['Show everything', '⤢', (picture) => picture.fit()],
];

/** Buttons over the picture: zoom, and show everything. */
export function showControls(stage: HTMLElement, picture: EmbedPicture): Close {
  const group = element('fieldset', { class: 'controls', 'aria-label': 'Zoom' });
  for (const [name, sign, act] of BUTTONS) {
    const button = element('button', { type: 'button', 'aria-label': name, title: name }, sign);
    button.addEventListener('click', () => {
      const now = picture.now();
      if (now) act(now);
    });
    group.append(button);
  }
  stage.append(group);
  return () => group.remove();
}
