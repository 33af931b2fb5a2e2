import { useRef } from 'react';
import { useStore } from 'zustand';
import { amount } from '../../../server/core/words/words.ts';
import { explain } from '../../api.ts';
import type { StoryComposer } from '../../state/stories/composer/story-composer.ts';
import { useExplorer } from '../common/context.ts';
import { useStories } from './use-stories.ts';

/** How a story is begun: anew, from a draft, from a story of the data, or from a file. */
export function ComposerStart({ composer }: { composer: StoryComposer }) {
  return (
    <>
      <p className="muted">
        A story is a sequence of views with captions. It can be shown here, in embeds and in stand-alone
        pages.
      </p>
      <div className="composer-row">
        <button type="button" className="button primary" onClick={composer.start}>
          New story
        </button>
        <OpenFile composer={composer} />
      </div>
      <Refused composer={composer} />
      <Drafts composer={composer} />
      <Told composer={composer} />
    </>
  );
}

function OpenFile({ composer }: { composer: StoryComposer }) {
  const input = useRef<HTMLInputElement>(null);
  const { actions } = useExplorer();
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      composer.openFile(file.name, await file.text());
    } catch (cause) {
      actions.announce(`${file.name} could not be read: ${explain(cause).message}`);
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        Open a story file…
      </button>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml"
        hidden
        aria-label="File of a story"
        onChange={({ target }) => {
          void read(target.files?.[0]);
          // So that the same file, put right, can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}

/** What is wrong with a file, each with its line. */
function Refused({ composer }: { composer: StoryComposer }) {
  const refused = useStore(composer.state, (state) => state.refused);
  if (!refused) return null;
  return (
    <div className="composer-warning" role="alert">
      <p>
        {refused.name} could not be opened. Correct {amount(refused.problems.length, 'thing')} in it, then
        open it again:
      </p>
      <ul>
        {refused.problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
      <button type="button" className="text-button" onClick={composer.dismissRefused}>
        Dismiss
      </button>
    </div>
  );
}

function Drafts({ composer }: { composer: StoryComposer }) {
  const known = useStore(composer.state, (state) => state.known);
  if (known.length === 0) return null;
  return (
    <section aria-label="Drafts">
      <h3>Drafts in this browser</h3>
      <ul className="composer-known">
        {known.map(({ id, draft, changed }) => {
          const title = draft.title || 'Without a title';
          return (
            <li key={id}>
              <button type="button" className="text-button" onClick={() => composer.openDraft(id)} dir="auto">
                {title}
              </button>
              <span className="muted">
                {amount(draft.steps.length, 'step')},{' '}
                {new Date(changed).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}
              </span>
              <button
                type="button"
                className="text-button"
                aria-label={`Delete the draft ${title}`}
                onClick={() => composer.forget(id)}
              >
                Delete
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The stories of the data, of which a copy can be written on. */
function Told({ composer }: { composer: StoryComposer }) {
  const stories = useStories();
  const { actions, call } = useExplorer();
  if (stories.length === 0) return null;
  const open = (id: string) =>
    call('story', { path: { id } }).then(composer.openStory, (cause: unknown) =>
      actions.announce(`The story could not be opened: ${explain(cause).message}`),
    );
  return (
    <section aria-label="Stories in the data">
      <h3>Edit a copy of</h3>
      <ul className="composer-known">
        {stories.map(({ id, title, steps }) => (
          <li key={id}>
            <button type="button" className="text-button" onClick={() => void open(id)} dir="auto">
              {title}
            </button>
            <span className="muted">{amount(steps, 'step')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
