import './composer.css';
import '../../styles/player.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { explain } from '../../api.ts';
import type { StoryComposer } from '../../state/stories/composer/story-composer.ts';
import { useExplorer } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';
import { Save } from './composer-save.tsx';
import { ComposerStart } from './composer-start.tsx';
import { Field } from './field.tsx';
import { StepEditor } from './step-editor.tsx';
import { StepList } from './step-list.tsx';

/** Where a story is composed of views: steps, their words and their order. */
export function Composer() {
  const { composer } = useExplorer();
  const [found, setFound] = useState<StoryComposer>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let gone = false;
    composer?.().then(
      (given) => gone || setFound(given),
      (cause: unknown) => gone || setFault(explain(cause).message),
    );
    return () => {
      gone = true;
    };
  }, [composer]);
  if (fault !== undefined) return <p role="alert">{fault}</p>;
  return found ? <Composing composer={found} /> : null;
}

function Composing({ composer }: { composer: StoryComposer }) {
  const state = useStore(composer.state);
  const open = state.open !== undefined;
  const article = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: any change may take away what the keyboard was on.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) article.current?.focus({ preventScroll: true });
  }, [state]);
  return (
    <article className="composer" aria-label="Compose a story" ref={article} tabIndex={-1}>
      {open ? <OpenDraft composer={composer} /> : <ComposerStart composer={composer} />}
    </article>
  );
}

function OpenDraft({ composer }: { composer: StoryComposer }) {
  const draft = useStore(composer.state, (state) => state.open?.draft);
  const selected = useStore(composer.state, (state) => state.selected);
  if (!draft) return null;
  const step = draft.steps.find(({ key }) => key === selected);
  return (
    <>
      <Head composer={composer} />
      <Field title="Title of the story" value={draft.title} write={(text) => composer.write('title', text)} />
      <Field
        title="Summary"
        hint="optional"
        lines={2}
        value={draft.summary}
        write={(text) => composer.write('summary', text)}
      />
      {draft.steps.length > 0 ? (
        <StepList composer={composer} steps={draft.steps} selected={selected} />
      ) : (
        <p className="muted">
          A step shows what the picture shows. Arrange a view, then capture it; say in words what it tells.
        </p>
      )}
      <button type="button" className="button primary" onClick={composer.capture}>
        <Icon name="plus" />
        Capture this view
      </button>
      {step && <StepEditor composer={composer} step={step} steps={draft.steps} />}
      <Save composer={composer} />
    </>
  );
}

function Head({ composer }: { composer: StoryComposer }) {
  const undo = useStore(composer.state, (state) => state.open?.past.at(-1)?.name);
  const redo = useStore(composer.state, (state) => state.open?.future[0]?.name);
  const kept = useStore(composer.state, (state) => state.kept);
  return (
    <>
      <div className="composer-row">
        <button type="button" className="text-button" onClick={composer.leave}>
          All stories
        </button>
        <span className="composer-end">
          <Walk
            icon="undo"
            title={undo && `Undo in the story: ${undo}`}
            run={composer.undo}
            none="Nothing to undo in the story"
          />
          <Walk
            icon="redo"
            title={redo && `Redo in the story: ${redo}`}
            run={composer.redo}
            none="Nothing to redo in the story"
          />
        </span>
      </div>
      {kept !== 'kept' && <NotKept full={kept === 'full'} />}
    </>
  );
}

function NotKept({ full }: { full: boolean }) {
  return (
    <p className="composer-warning" role="alert">
      {full
        ? 'This browser has no room for more drafts, so the latest changes are not kept. Save the story as a file, or delete drafts under All stories.'
        : 'This browser does not keep drafts. Save the story as a file before you leave the page.'}
    </p>
  );
}

interface WalkProps {
  icon: 'undo' | 'redo';
  /** Undefined while there is nothing to do; the button keeps the keyboard all the same. */
  title: string | undefined;
  none: string;
  run: () => void;
}

function Walk({ icon, title, none, run }: WalkProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={title ?? none}
      title={title ?? none}
      aria-disabled={title === undefined}
      onClick={run}
    >
      <Icon name={icon} />
    </button>
  );
}
