import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { amount } from '../../../server/core/words/words.ts';
import type { StoryComposer } from '../../state/stories/composer/story-composer.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { download } from '../share/download.ts';
import { Field } from './field.tsx';

/** Saves the story as a file, or says what is to be put right first. */
export function Save({ composer }: { composer: StoryComposer }) {
  const { actions } = useExplorer();
  const open = useStore(composer.state, (state) => state.open);
  const base = useExplorerState((state) => state.base);
  const later = useDeferredValue(open?.draft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wrong depends on the draft and the data.
  const faults = useMemo(() => composer.faults(), [composer, later, base]);
  const [asked, setAsked] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  if (!open) return null;
  const save = () => {
    const found = composer.faults();
    // Drawn at once, so that the keyboard is not taken away later from what was begun meanwhile.
    flushSync(() => setAsked(true));
    if (found.some(({ ofData }) => !ofData)) return list.current?.focus();
    const file = composer.file();
    if (!file) return;
    download(file.name, 'application/yaml', file.text);
    actions.announce(`${file.name} is saved. Put it in the data set’s stories folder.`);
  };
  return (
    <section className="composer-save" aria-label="Save">
      <Field
        title="File name"
        hint="without .yaml; taken from the title when empty"
        value={open.draft.name}
        write={(text) => composer.write('name', text)}
      />
      {asked && faults.length > 0 && (
        <div ref={list} tabIndex={-1} className="composer-warning" role="alert">
          <p>
            {faults.every(({ ofData }) => ofData)
              ? 'It can only be shown with data that contain what it names. These do not:'
              : `${amount(faults.length, 'thing')} to correct before it can be saved:`}
          </p>
          <Faults composer={composer} faults={faults} />
        </div>
      )}
      <button type="button" className="button" onClick={save}>
        Save as a file
      </button>
    </section>
  );
}

interface FaultsProps {
  composer: StoryComposer;
  faults: ReturnType<StoryComposer['faults']>;
}

function Faults({ composer, faults }: FaultsProps) {
  const steps = useStore(composer.state, (state) => state.open?.draft.steps ?? []);
  const place = (key: string) => steps.findIndex((step) => step.key === key) + 1;
  return (
    <ul>
      {faults.map(({ step, message }) => (
        <li key={`${step} ${message}`}>
          {step !== undefined && (
            <button type="button" className="text-button" onClick={() => composer.select(step)}>
              Step {place(step)}
            </button>
          )}{' '}
          {message}
        </li>
      ))}
    </ul>
  );
}
