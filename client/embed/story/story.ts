import type { Told } from '../../../server/core/contract/embed-protocol.ts';
import type { Story } from '../../../server/core/model/story.ts';
import { type Block, type Inline, readCaption } from '../../../server/core/words/caption.ts';
import type { Call } from '../../api.ts';
import type { Close, ExplorerStore } from '../../state/store.ts';
import { createTelling, startStory } from '../../state/stories/story.ts';
import { stepOf } from '../../state/stories/story-step.ts';
import { swipeOf } from '../../state/stories/swipe.ts';
import { watch } from '../../state/watch.ts';
import { element } from '../parts/element.ts';
import type { Telling } from './telling.ts';

export interface StoryOptions {
  store: ExplorerStore;
  call: Call;
  /** The picture, below which the story is told. */
  stage: HTMLElement;
  /** Whether captions are shown; a screen reader is told them in any case. */
  captions: boolean;
  /** Tells the page that shows this one. */
  tell(message: Extract<Told, { type: 'step' }>): void;
}

/** Tells the story that the view names, step by step: by buttons, arrow keys and swiping. */
export function tellStory({ store, call, stage, captions, tell }: StoryOptions): Telling {
  const closeStory = startStory(store, call, undefined);
  const { tellStep } = createTelling(store);
  const at = () => stepOf(store.getState());
  const go: Telling['go'] = (to) => tellStep(to === 'next' ? at() + 1 : to === 'previous' ? at() - 1 : to);
  const parts = createParts(captions, go);
  // The server's own says the same without a script.
  document.getElementById('story')?.remove();
  stage.after(parts.section);
  const stops = [
    closeStory,
    listenToKeys(document, go),
    listenToSwipes(parts.section, go),
    watch(
      store,
      ({ view, story }) => (view.story !== undefined && story.state === 'ready' ? story.value : undefined),
      (story) => {
        parts.section.hidden = story === undefined;
      },
    ),
    watch(
      store,
      (state) =>
        state.view.story !== undefined && state.story.state === 'ready' ? JSON.stringify(stepAt(state)) : '',
      (now) => {
        const { story } = store.getState();
        if (!now || story.state !== 'ready') return;
        parts.show(story.value, at());
        const { id, steps } = story.value;
        tell({
          type: 'step',
          story: id,
          step: at(),
          steps: steps.length,
          title: steps[at() - 1]?.title ?? '',
        });
      },
    ),
  ];
  return {
    go,
    close: () => {
      for (const stop of stops) stop();
      parts.section.remove();
    },
  };
}

function stepAt(state: Parameters<typeof stepOf>[0]) {
  return state.story.state === 'ready' ? [state.story.value.id, stepOf(state)] : [];
}

function createParts(captions: boolean, go: Telling['go']) {
  const caption = element('div', {
    class: captions ? 'story-caption' : 'unseen',
    'aria-live': 'polite',
    'aria-atomic': 'true',
  });
  const progress = element('progress', { 'aria-label': 'Story progress', max: 1, value: 0 });
  const button = (words: string, to: 'previous' | 'next') => {
    const made = element('button', { type: 'button' }, words);
    made.addEventListener('click', () => go(to));
    return made;
  };
  const [previous, next] = [button('Previous', 'previous'), button('Next', 'next')];
  const section = element(
    'section',
    { class: 'story', id: 'story', 'aria-label': 'Story' },
    ...[caption, element('div', { class: 'story-bar' }, previous, progress, next)],
  );
  return {
    section,
    show: ({ steps }: Story, at: number) => {
      const step = steps[at - 1];
      const place = element('p', { class: 'muted' }, `Step ${at} of ${steps.length}`);
      const said = step ? [element('h2', { dir: 'auto' }, step.title), ...contentOf(step.caption)] : [];
      caption.replaceChildren(place, ...said);
      Object.assign(progress, { max: steps.length, value: at });
      // A button that was disabled would lose the keyboard.
      previous.setAttribute('aria-disabled', String(at <= 1));
      next.setAttribute('aria-disabled', String(at >= steps.length));
    },
  };
}

/** A caption as elements; everything it says is text. */
function contentOf(markdown: string): HTMLElement[] {
  return readCaption(markdown).map((block: Block) => {
    if (block.kind === 'paragraph') return element('p', { dir: 'auto' }, ...block.of.map(nodeOf));
    const items = block.items.map((item) => element('li', { dir: 'auto' }, ...item.map(nodeOf)));
    return element(block.ordered ? 'ol' : 'ul', {}, ...items);
  });
}

function nodeOf(part: Inline): Node | string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'break') return element('br');
  const inner = part.of.map(nodeOf);
  if (part.kind === 'link')
    return element('a', { href: part.address, target: '_blank', rel: 'noopener noreferrer' }, ...inner);
  return element(part.kind === 'strong' ? 'strong' : 'em', {}, ...inner);
}

/** Where arrow keys mean something else: the picture is walked by them. */
const ELSEWHERE = '[role=application], input, textarea, select';

function listenToKeys(document: Document, go: Telling['go']): Close {
  const listen = (event: KeyboardEvent) => {
    const held = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented;
    const elsewhere = event.target instanceof Element && event.target.closest(ELSEWHERE);
    const to = { ArrowLeft: 'previous', ArrowRight: 'next' }[event.key] as 'previous' | 'next' | undefined;
    if (held || elsewhere || !to) return;
    event.preventDefault();
    go(to);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

function listenToSwipes(section: HTMLElement, go: Telling['go']): Close {
  let from: { x: number; y: number } | undefined;
  const pointOf = (touch: Touch | undefined) => touch && { x: touch.clientX, y: touch.clientY };
  const begin = ({ touches }: TouchEvent) => {
    from = touches.length === 1 ? pointOf(touches[0]) : undefined;
  };
  const end = ({ changedTouches }: TouchEvent) => {
    const to = pointOf(changedTouches[0]);
    const way = from && to && swipeOf(from, to);
    if (way) go(way);
  };
  section.addEventListener('touchstart', begin, { passive: true });
  section.addEventListener('touchend', end, { passive: true });
  return () => {
    section.removeEventListener('touchstart', begin);
    section.removeEventListener('touchend', end);
  };
}
