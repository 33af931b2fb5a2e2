import './take-away.css';
import type { ThemeName } from '../../server/core/looks/theme.ts';
import type { Taken } from '../../server/core/take-away/taken.ts';
import { detailsMarkup, stepMarkup } from './details.ts';
import { createViewer } from './viewer.ts';

const data = document.getElementById('data')?.textContent;
const stage = document.getElementById('stage');
if (data && stage) start(JSON.parse(data) as Taken, stage);

/** Brings the still page to life. It stays so as long as the page does. */
function start(taken: Taken, stage: HTMLElement): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const theme = (): ThemeName => taken.theme ?? (dark.matches ? 'dark' : 'light');
  document.documentElement.classList.add('live');
  document.getElementById('captions')?.remove();
  const side = make('aside', { id: 'side', 'aria-live': 'polite' });
  const bar = make('nav', { id: 'bar', 'aria-label': 'Picture and story' });
  stage.after(bar, side);
  stage.tabIndex = 0;
  stage.setAttribute('role', 'application');
  stage.setAttribute('aria-label', 'Graph; the same in words is beside it');
  let at =
    Math.min(taken.steps.length, Math.max(1, Number(/^#step=(\d+)$/.exec(location.hash)?.[1] ?? 1))) - 1;

  const step = () => taken.steps[at];
  const open = (key: string | undefined) => {
    const now = step();
    if (!now) return;
    viewer.select(key);
    side.innerHTML = key === undefined ? stepMarkup(taken, now) : detailsMarkup(taken, now, key);
    if (key === undefined) return;
    const back = make('button', { type: 'button', class: 'back' }, 'Back');
    back.addEventListener('click', () => open(undefined));
    side.prepend(back);
  };
  const viewer = createViewer({ stage, taken, theme, picked: open });
  const go = (to: number) => {
    const next = taken.steps[to];
    if (!next) return;
    at = to;
    viewer.show(next);
    side.innerHTML = stepMarkup(taken, next);
    side.scrollTop = 0;
    progress.textContent = `${at + 1} of ${taken.steps.length}`;
    previous.toggleAttribute('disabled', at === 0);
    following.toggleAttribute('disabled', at === taken.steps.length - 1);
    if (taken.steps.length > 1) history.replaceState(null, '', `#step=${at + 1}`);
  };
  const button = (name: string, text: string, run: () => void) => {
    const made = make('button', { type: 'button', 'aria-label': name, title: name }, text);
    made.addEventListener('click', run);
    return made;
  };
  const previous = button('Previous step', '‹', () => go(at - 1));
  const following = button('Next step', '›', () => go(at + 1));
  const progress = make('output', {});
  if (taken.steps.length > 1) bar.append(previous, progress, following);
  bar.append(
    button('Zoom out', '−', () => viewer.zoomBy(0.8)),
    button('Zoom in', '+', () => viewer.zoomBy(1.25)),
    button('Show everything', '⤢', () => viewer.fit()),
  );
  side.addEventListener('click', ({ target }) => {
    const key = target instanceof Element ? target.closest('[data-open]')?.getAttribute('data-open') : null;
    if (key) open(key);
  });
  dark.addEventListener('change', () => go(at));
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const several = taken.steps.length > 1;
    const focused = document.activeElement === stage;
    const runs = new Map<string, () => unknown>([
      ['ArrowLeft', () => (several ? go(at - 1) : viewer.moveBy(40, 0))],
      ['ArrowRight', () => (several ? go(at + 1) : viewer.moveBy(-40, 0))],
      ['ArrowUp', () => focused && viewer.moveBy(0, 40)],
      ['ArrowDown', () => focused && viewer.moveBy(0, -40)],
      ['Home', () => go(0)],
      ['End', () => go(taken.steps.length - 1)],
      ['+', () => viewer.zoomBy(1.25)],
      ['-', () => viewer.zoomBy(0.8)],
      ['0', () => viewer.fit()],
      ['Escape', () => open(undefined)],
    ]);
    runs.get(event.key)?.();
  });
  go(at);
}

function make(name: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
