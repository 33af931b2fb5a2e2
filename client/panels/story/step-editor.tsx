import { useDeferredValue } from 'react';
import { captured } from '../../state/stories/composer/capture.ts';
import type { DraftStep } from '../../state/stories/composer/draft.ts';
import type { StoryComposer } from '../../state/stories/composer/story-composer.ts';
import { useExplorerState } from '../common/context.ts';
import { Caption } from './caption.tsx';
import { Field } from './field.tsx';

interface StepEditorProps {
  composer: StoryComposer;
  step: DraftStep;
  steps: readonly DraftStep[];
}

/** The words of one step, and what can be done with it. */
export function StepEditor({ composer, step, steps }: StepEditorProps) {
  const at = steps.indexOf(step);
  const { key } = step;
  return (
    <section className="composer-editor" aria-label={`Step ${at + 1} of ${steps.length}`}>
      <h3>
        Step {at + 1} of {steps.length}
      </h3>
      <Shown composer={composer} step={step} />
      <Field title="Title" value={step.title} write={(text) => composer.writeStep(key, 'title', text)} />
      <Field
        title="Caption"
        hint="in Markdown: **bold**, *emphasis*, - lists, [links](https://…)"
        lines={5}
        value={step.caption}
        write={(text) => composer.writeStep(key, 'caption', text)}
      />
      <Preview caption={step.caption} />
      <Field
        title="Notes"
        hint="for the presenter only; optional"
        lines={2}
        value={step.notes}
        write={(text) => composer.writeStep(key, 'notes', text)}
      />
      <StepButtons composer={composer} steps={steps} at={at} />
    </section>
  );
}

function Preview({ caption }: { caption: string }) {
  const later = useDeferredValue(caption);
  if (later.trim() === '') return null;
  return (
    <section className="composer-preview player-caption" aria-label="Preview of the caption">
      <Caption markdown={later} />
    </section>
  );
}

/** Whether the picture shows what the step shows, and the ways to make it so. */
function Shown({ composer, step }: { composer: StoryComposer; step: DraftStep }) {
  const same = useExplorerState(({ view }) => captured(view) === step.view);
  return (
    <div className="composer-row">
      <p className="muted">{same ? 'The picture shows this step.' : 'The picture shows a different view.'}</p>
      <span className="composer-end">
        <button type="button" className="button" disabled={same} onClick={() => composer.show(step.key)}>
          Show
        </button>
        <button type="button" className="button" disabled={same} onClick={() => composer.recapture(step.key)}>
          Recapture
        </button>
      </span>
    </div>
  );
}

interface StepButtonsProps {
  composer: StoryComposer;
  steps: readonly DraftStep[];
  at: number;
}

function StepButtons({ composer, steps, at }: StepButtonsProps) {
  const [before, here, after] = [steps[at - 1]?.key, steps[at]?.key, steps[at + 1]?.key];
  if (here === undefined) return null;
  return (
    <div className="composer-buttons">
      <button type="button" className="button" onClick={() => composer.play(here)}>
        Play from here
      </button>
      <button
        type="button"
        className="button"
        aria-disabled={before === undefined}
        onClick={() => before !== undefined && composer.move([here], before, 'before')}
      >
        Move up
      </button>
      <button
        type="button"
        className="button"
        aria-disabled={after === undefined}
        onClick={() => after !== undefined && composer.move([here], after, 'after')}
      >
        Move down
      </button>
      <button type="button" className="button" onClick={() => composer.duplicate(here)}>
        Duplicate
      </button>
      <button type="button" className="button" onClick={() => composer.remove(here)}>
        Remove
      </button>
    </div>
  );
}
