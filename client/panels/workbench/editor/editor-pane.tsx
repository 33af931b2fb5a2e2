import { type RefObject, useEffect, useRef, useState } from 'react';
import { STATEMENT_PLACE } from '../../../../server/core/contract/cypher.ts';
import { type Editor, mountEditor } from '../../../editor/mount.ts';
import { parametersIn } from '../../../state/workbench/parameters.ts';
import type { Run } from '../../../state/workbench/run.ts';
import { stillHolds } from '../../../state/workbench/script.ts';
import { useWorkbench, useWorkbenchState } from '../context.ts';
import { Parameters } from './parameters.tsx';
import { TakeAway } from './take-away.tsx';

/** The editor with its parameters, and the buttons that run and cancel. */
export function EditorPane({ editor }: { editor: RefObject<Editor | undefined> }) {
  const workbench = useWorkbench();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const { store } = workbench;
    const mounted = mountEditor(host.current, store.getState().statement, {
      changed: workbench.setStatement,
      run: () => void workbench.run(),
      walk: workbench.walkHistory,
    });
    editor.current = mounted;
    const teach = () => mounted.setVocabulary(vocabularyOf(store.getState()));
    teach();
    const stop = store.subscribe((now, before) => {
      if (now.statement !== before.statement) mounted.setText(now.statement);
      if (now.schema !== before.schema || now.parameters !== before.parameters) teach();
      if (now.run?.problem && now.run.problem !== before.run?.problem) {
        const place = placeOf(now.run);
        if (place) mounted.showPlace(...place);
      }
    });
    return () => {
      stop();
      editor.current = undefined;
      mounted.close();
    };
  }, [workbench, editor]);
  return (
    <section className="editor-pane" aria-label="Question">
      <div className="editor" id="statement" ref={host} tabIndex={-1} />
      <Parameters />
      <div className="run-bar">
        <RunButton />
        <button type="button" className="button" onClick={() => void editor.current?.format()}>
          Format
        </button>
        <TakeAway />
        <p className="muted hint">
          <kbd>Ctrl Enter</kbd> runs · <kbd>Ctrl ↑</kbd> <kbd>Ctrl ↓</kbd> history · <kbd>Esc</kbd>{' '}
          <kbd>Tab</kbd> leaves the editor
        </p>
      </div>
      <Problem
        show={(line, column) => editor.current?.showPlace(line, column)}
        focus={() => editor.current?.focus()}
      />
    </section>
  );
}

type State = ReturnType<ReturnType<typeof useWorkbench>['store']['getState']>;

function vocabularyOf({ schema, statement }: State) {
  if (schema.state !== 'ready')
    return { labels: [], relationshipTypes: [], propertyKeys: [], parameters: parametersIn(statement) };
  const { labels, relationshipTypes } = schema.value;
  const keys = [...labels, ...relationshipTypes].flatMap(({ properties }) =>
    properties.map(({ key }) => key),
  );
  return {
    labels: labels.map(({ label }) => label),
    relationshipTypes: relationshipTypes.map(({ type }) => type),
    propertyKeys: [...new Set(keys)],
    parameters: parametersIn(statement),
  };
}

function placeOf({ problem }: Run): [number, number] | undefined {
  for (const { path } of problem?.details ?? []) {
    const [, line, column] = STATEMENT_PLACE.exec(path) ?? [];
    if (line && column) return [Number(line), Number(column)];
  }
  return undefined;
}

function RunButton() {
  const workbench = useWorkbench();
  const running = useWorkbenchState(({ run }) => (run?.state === 'running' ? run.startedAt : undefined));
  if (running === undefined)
    return (
      <button type="button" className="button primary" onClick={() => void workbench.run()}>
        Run
      </button>
    );
  return (
    <>
      <button type="button" className="button primary" onClick={workbench.cancel}>
        Cancel
      </button>
      <Elapsed since={running} />
    </>
  );
}

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="elapsed" role="timer" aria-label="Running since">
      {((now - since) / 1000).toFixed(1)} s
    </span>
  );
}

interface ProblemProps {
  show: (line: number, column: number) => void;
  focus: () => void;
}

function Problem({ show, focus }: ProblemProps) {
  const run = useWorkbenchState((state) => state.run);
  const isOfText = useWorkbenchState((state) => run && stillHolds(state.statement, run.statement));
  if (!run?.problem || !isOfText) return null;
  const { message, details } = run.problem;
  const place = placeOf(run);
  return (
    <section className="notice" data-tone="error" aria-label="The statement did not finish">
      <div>
        <p className="notice-title">{message}</p>
        {details
          .filter((detail) => !message.startsWith(detail.message))
          .map((detail) => (
            <p key={detail.path + detail.message}>{detail.message}</p>
          ))}
        {place && (
          <button
            type="button"
            className="text-button"
            onClick={() => {
              show(...place);
              focus();
            }}
          >
            Go to line {place[0]}, column {place[1]}
          </button>
        )}
      </div>
    </section>
  );
}
