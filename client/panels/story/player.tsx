import '../../styles/player.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Story } from '../../../server/core/model/story.ts';
import { stepOf } from '../../state/stories/story-step.ts';
import { swipeOf } from '../../state/stories/swipe.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';
import { useCover } from '../common/places.ts';
import { Caption } from './caption.tsx';
import { openChannel } from './channel.ts';
import { usePlayerKeys } from './player-keys.ts';
import { WalkButton } from './walk-button.tsx';

/** How long autoplay stays at a step, in milliseconds: as long as its words take to be read. */
const [LEAST, PER_WORD] = [4_000, 330];

/** What tells a story: its caption, and the ways from step to step. */
export function Player() {
  const story = useExplorerState((state) => state.story);
  const { actions } = useExplorer();
  return (
    <section
      className="panel timeline player"
      data-open="true"
      ref={useCover('bottom')}
      aria-label="Story"
      tabIndex={-1}
    >
      {story.state === 'ready' ? (
        <Telling story={story.value} />
      ) : (
        <div className="player-note">
          <p>{story.state === 'failed' ? story.message : 'Loading the story…'}</p>
          <button type="button" className="button" onClick={actions.endStory}>
            Leave the story
          </button>
        </div>
      )}
    </section>
  );
}

function Telling({ story }: { story: Story }) {
  const { actions, panels, store } = useExplorer();
  const at = useExplorerState(stepOf);
  const [playing, setPlaying] = useState(false);
  const many = story.steps.length;
  const step = story.steps[at - 1];
  const walk = useCallback(
    (by: 1 | -1) => {
      setPlaying(false);
      // From where the story is: what is drawn may be a step behind.
      actions.tellStep(stepOf(store.getState()) + by);
    },
    [actions, store],
  );
  const previous = useCallback(() => walk(-1), [walk]);
  const next = useCallback(() => walk(1), [walk]);
  const toggle = useCallback(() => setPlaying((now) => !now), []);
  const end = useCallback(() => {
    if (playing) setPlaying(false);
    else actions.endStory();
  }, [playing, actions]);
  usePlayerKeys({ previous, next, toggle, end });
  useAutoplay(story, at, playing, setPlaying);
  usePresenter(story.id, at, walk);
  const swipe = useSwipe(previous, next);
  useEffect(() => {
    // At every step: a sheet that is up on a narrow page would cover what the step tells.
    if (at > 0) panels.setState({ sheet: undefined });
  }, [panels, at]);
  if (!step) return null;
  return (
    <div className="player-content" {...swipe}>
      <div className="player-caption" aria-live="polite" aria-atomic="true">
        <p className="muted">
          <bdi>{story.title}</bdi> · {at} of {many}
        </p>
        <h2 dir="auto">{step.title}</h2>
        <Caption markdown={step.caption} />
      </div>
      <progress value={at} max={many} aria-label="Story progress" />
      <div className="player-bar">
        <WalkButton name="Previous" possible={at > 1} go={previous} />
        <WalkButton name="Next" possible={at < many} go={next} />
        <button type="button" className="button" aria-pressed={playing} onClick={toggle}>
          {playing ? 'Pause' : 'Play'}
        </button>
        <span className="player-more">
          <FullScreen />
          <button type="button" className="text-button" onClick={() => openNotes(story.id, at)}>
            Notes
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label="Leave the story"
            title="Leave the story"
            onClick={actions.endStory}
          >
            <Icon name="close" />
          </button>
        </span>
      </div>
    </div>
  );
}

/** A window of its own for the notes; this page goes on telling. */
function openNotes(story: string, step: number): void {
  const search = new URLSearchParams({ story, step: String(step) });
  open(`${location.pathname}?${search}#notes`, 'entente-notes', 'width=640,height=720');
}

function useAutoplay(
  story: Story,
  at: number,
  playing: boolean,
  setPlaying: (playing: boolean) => void,
): void {
  const { actions } = useExplorer();
  useEffect(() => {
    if (!playing) return;
    if (at >= story.steps.length) return setPlaying(false);
    const words = (story.steps[at - 1]?.caption ?? '').split(/\s+/).length;
    const timer = setTimeout(() => actions.tellStep(at + 1), LEAST + PER_WORD * words);
    return () => clearTimeout(timer);
  }, [story, at, playing, setPlaying, actions]);
}

/** Tells the window with the notes which step is shown, and walks where it asks to. */
function usePresenter(story: string, step: number, walk: (by: 1 | -1) => void): void {
  const { store } = useExplorer();
  const channel = useRef<ReturnType<typeof openChannel>>(undefined);
  // One for all steps: what is said while a channel is closed and another opened is heard by neither.
  useEffect(() => {
    const opened = openChannel((message) => {
      if (message.kind === 'walk') walk(message.by);
      if (message.kind === 'ask') opened.say({ kind: 'shown', story, step: stepOf(store.getState()) });
    });
    channel.current = opened;
    return opened.close;
  }, [story, walk, store]);
  useEffect(() => channel.current?.say({ kind: 'shown', story, step }), [story, step]);
}

function useSwipe(previous: () => void, next: () => void) {
  const from = useRef<{ x: number; y: number }>(undefined);
  return {
    onTouchStart: ({ touches }: React.TouchEvent) => {
      const touch = touches[0];
      from.current = touches.length === 1 && touch ? { x: touch.clientX, y: touch.clientY } : undefined;
    },
    onTouchEnd: ({ changedTouches }: React.TouchEvent) => {
      const touch = changedTouches[0];
      if (!from.current || !touch) return;
      const way = swipeOf(from.current, { x: touch.clientX, y: touch.clientY });
      if (way) ({ next, previous })[way]();
    },
  };
}

function FullScreen() {
  const { actions } = useExplorer();
  const [full, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  useFolded(full);
  if (!document.fullscreenEnabled) return null;
  const toggle = () => {
    const done = full ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    done.catch(() => actions.announce('The browser does not allow full screen.'));
  };
  return (
    <button type="button" className="text-button" aria-pressed={full} onClick={toggle}>
      Full screen
    </button>
  );
}

/** On a full screen a talk has the picture and what tells it; legend and details lie folded beside them meanwhile. */
function useFolded(full: boolean): void {
  const { panels } = useExplorer();
  useEffect(() => {
    if (!full) return;
    const { open } = panels.getState();
    panels.setState({ open: { ...open, legend: false, inspector: false } });
    return () => panels.setState({ open });
  }, [full, panels]);
}
