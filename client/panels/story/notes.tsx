import '../../styles/player.css';
import { StrictMode, useCallback, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Story } from '../../../server/core/model/story.ts';
import { createCall, explain } from '../../api.ts';
import { readStory } from '../../state/stories/story-source.ts';
import { browserMemory } from '../page/browser.ts';
import { Caption } from './caption.tsx';
import { openChannel } from './channel.ts';
import { WalkButton } from './walk-button.tsx';

/** Opens the presenter's notes of a story in an element: what to say now, and what comes next. */
export function openNotes(root: HTMLElement): void {
  const search = new URLSearchParams(location.search);
  document.title = 'Notes: Entente';
  createRoot(root).render(
    <StrictMode>
      <Notes id={search.get('story') ?? ''} first={Number(search.get('step')) || 1} />
    </StrictMode>,
  );
}

function Notes({ id, first }: { id: string; first: number }) {
  const [story, setStory] = useState<Story>();
  const [fault, setFault] = useState<string>();
  const { at, walk } = useStepElsewhere(id, first);
  useEffect(() => {
    const control = new AbortController();
    readStory(createCall(), browserMemory(window), id, control.signal).then(setStory, (cause: unknown) => {
      if (!control.signal.aborted) setFault(explain(cause).message);
    });
    return () => control.abort();
  }, [id]);
  useArrows(walk);
  if (!story) return <main className="notes">{fault ?? 'Loading the notes…'}</main>;
  const [step, following] = [story.steps[at - 1], story.steps[at]];
  return (
    <main className="notes">
      <p className="muted">
        <bdi>{story.title}</bdi> · {at} of {story.steps.length} · <Since />
      </p>
      <h1 dir="auto">{step?.title}</h1>
      <section aria-label="Notes" aria-live="polite" className="notes-text">
        {step?.notes ? <Caption markdown={step.notes} /> : <p className="muted">No notes for this step.</p>}
      </section>
      <section aria-label="Caption">{step && <Caption markdown={step.caption} />}</section>
      <p>
        {following ? (
          <>
            Next: <bdi>{following.title}</bdi>
          </>
        ) : (
          'This is the last step.'
        )}
      </p>
      <div className="player-bar">
        <WalkButton name="Previous" possible={at > 1} go={() => walk(-1)} />
        <WalkButton name="Next" possible={following !== undefined} go={() => walk(1)} />
      </div>
    </main>
  );
}

/** The step that the page shows which tells the story, and a way to have it show the next or the one before. */
function useStepElsewhere(id: string, first: number): { at: number; walk: (by: 1 | -1) => void } {
  const [at, setAt] = useState(first);
  const channel = useRef<ReturnType<typeof openChannel>>(undefined);
  useEffect(() => {
    const opened = openChannel((message) => {
      if (message.kind === 'shown' && message.story === id) setAt(message.step);
    });
    channel.current = opened;
    opened.say({ kind: 'ask' });
    return opened.close;
  }, [id]);
  const walk = useCallback((by: 1 | -1) => channel.current?.say({ kind: 'walk', by }), []);
  return { at, walk };
}

/** The arrow and page keys of the page that tells the story, as this window is the one before the presenter. */
function useArrows(walk: (by: 1 | -1) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const by = ({ ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 } as const)[event.key];
      if (by === undefined) return;
      event.preventDefault();
      walk(by);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [walk]);
}

/** How long these notes have been open. */
function Since() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const begun = Date.now();
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - begun) / 1000)), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span>{`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}</span>;
}
