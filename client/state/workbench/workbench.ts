import { createStore } from 'zustand/vanilla';
import type { LibraryStatement } from '../../../server/core/contract/cypher.ts';
import {
  type ParameterInput,
  type ResultView,
  searchToWorkbench,
  type WorkbenchLink,
  workbenchToSearch,
} from '../../../server/core/contract/workbench-link.ts';
import type { Loadable } from '../../../server/core/model/loadable.ts';
import { type Call, explain, isAbort } from '../../api.ts';
import type { LinkPort } from '../link/link.ts';
import type { Memory } from '../panels.ts';
import { createHistory } from './history.ts';
import { kindOfType } from './parameters.ts';
import { createResult } from './result.ts';
import { createRunner } from './runner.ts';
import { createSaved } from './saved.ts';
import type { WorkbenchState, WorkbenchStore } from './store.ts';
import type { RunCypher } from './stream.ts';

export type Workbench = ReturnType<typeof startWorkbench>;

interface World {
  call: Call;
  runCypher: RunCypher;
  link: LinkPort;
  memory: Memory | undefined;
  now?: () => number;
}

/** Starts the workbench on the question its link names. Nothing of a link runs by itself. */
export function startWorkbench({ call, runCypher, link, memory, now = () => performance.now() }: World) {
  const { link: asked, problems } = searchToWorkbench(link.read());
  const store: WorkbenchStore = createStore<WorkbenchState>()(() => ({
    statement: asked.statement,
    parameters: asked.parameters,
    view: asked.view,
    runs: [],
    run: undefined,
    plan: { state: 'idle' },
    library: { state: 'loading' },
    question: undefined,
    schema: { state: 'loading' },
    linkProblems: problems,
    announcement: '',
  }));
  const result = createResult();
  const history = createHistory(memory);
  const abort = new AbortController();
  void load(store, 'schema', call('schema', { signal: abort.signal }));
  void load(
    store,
    'library',
    call('statements', { signal: abort.signal }).then(({ statements }) => statements),
  );
  const runner = createRunner({ store, runCypher, result, history, now });
  return {
    store,
    result,
    history,
    saved: createSaved(memory),
    ...runner,
    ...createEdits(store, history),
    /** The search part of a link to the present question. */
    search: () => workbenchToSearch(linkOf(store.getState())),
    /** Puts the present question into the address bar. */
    keepLink: () => link.replace(workbenchToSearch(linkOf(store.getState())), link.depth(), link.name()),
    close: () => {
      abort.abort();
      runner.cancel();
    },
  };
}

function linkOf({ statement, parameters, view }: WorkbenchState): WorkbenchLink {
  return { statement, parameters, view };
}

function createEdits(store: WorkbenchStore, history: ReturnType<typeof createHistory>) {
  return {
    setStatement: (statement: string) => store.setState({ statement, plan: { state: 'idle' } }),
    setParameter: (name: string, input: ParameterInput) =>
      store.setState(({ parameters }) => ({ parameters: { ...parameters, [name]: input } })),
    setView: (view: ResultView) => store.setState({ view }),
    walkHistory: (step: -1 | 1) => {
      const statement = history.walk(step, store.getState().statement);
      if (statement === undefined) return;
      store.setState({ statement, plan: { state: 'idle' }, announcement: 'Statement from the history.' });
    },
    /** Puts a statement of one's own into the editor. */
    take: (statement: string, said: string) =>
      store.setState({ statement, question: undefined, plan: { state: 'idle' }, announcement: said }),
    /** Puts a question of the library into the editor, with its defaults. */
    choose: (question: LibraryStatement) =>
      store.setState({
        question,
        statement: question.text,
        parameters: Object.fromEntries(question.parameters.map((given) => [given.name, inputOf(given)])),
        plan: { state: 'idle' },
        announcement: `${question.title} is in the editor.`,
      }),
    dismissProblems: () => store.setState({ linkProblems: [] }),
    announce: (announcement: string) => store.setState({ announcement }),
  };
}

function inputOf({ type, default: given }: LibraryStatement['parameters'][number]): ParameterInput {
  const kind = kindOfType(type);
  const text = given === undefined || given === null ? '' : given;
  return { kind, text: typeof text === 'string' ? text : JSON.stringify(text) };
}

async function load<F extends 'schema' | 'library'>(
  store: WorkbenchStore,
  field: F,
  request: Promise<WorkbenchState[F] extends Loadable<infer T> ? T : never>,
): Promise<void> {
  try {
    store.setState({ [field]: { state: 'ready', value: await request } } as unknown as WorkbenchState);
  } catch (cause) {
    if (!isAbort(cause))
      store.setState({ [field]: { state: 'failed', ...explain(cause) } } as unknown as WorkbenchState);
  }
}
