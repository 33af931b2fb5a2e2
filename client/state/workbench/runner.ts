import type { TypedValue } from '../../../server/core/model/typed-value.ts';
import { pushAll } from '../../../server/core/numbers/extremes.ts';
import { amount } from '../../../server/core/words/words.ts';
import { explain, isAbort } from '../../api.ts';
import type { StatementHistory } from './history.ts';
import { valuesFor } from './parameters.ts';
import type { ResultStore } from './result.ts';
import { newRun, outcomeInWords, type Run } from './run.ts';
import type { WorkbenchStore } from './store.ts';
import type { RunCypher } from './stream.ts';

/** Rows are asked for up to this many; the server may allow fewer. */
export const ROW_LIMIT = 10_000;

interface Engines {
  store: WorkbenchStore;
  runCypher: RunCypher;
  result: ResultStore;
  history: StatementHistory;
  now: () => number;
}

/** What runs statements; one at a time, a new one ends the one before. */
export function createRunner({ store, runCypher, result, history, now }: Engines) {
  let running: AbortController | undefined;
  const cancel = () => {
    running?.abort();
    running = undefined;
  };
  const change = (fields: Partial<Run>) =>
    store.setState(({ run }) => ({ run: run && { ...run, ...fields } }));
  const begin = (): { statement: string; parameters: Record<string, unknown> } | undefined => {
    cancel();
    const { statement, parameters } = store.getState();
    if (!statement.trim()) return void store.setState({ announcement: 'There is no statement to run.' });
    try {
      return { statement, parameters: valuesFor(statement, parameters) };
    } catch (cause) {
      const run = { ...newRun(statement, {}, now()), state: 'failed' as const, problem: explain(cause) };
      store.setState({ run, announcement: run.problem.message });
    }
  };
  const run = async (mode: 'run' | 'profile' = 'run') => {
    const asked = begin();
    if (!asked) return;
    const own = new AbortController();
    running = own;
    history.add(asked.statement);
    const started = newRun(asked.statement, asked.parameters, now());
    store.setState({ run: started, announcement: 'Running.', plan: { state: 'idle' } });
    result.forget();
    const receiver = {
      columns: (columns: string[]) => own === running && change({ columns }),
      rows: (rows: TypedValue[][]) => {
        if (own !== running) return;
        for (const row of rows) started.rows.push(row);
        change({ count: started.rows.length });
      },
    };
    try {
      const outcome = await runCypher({ ...sent(asked), limit: ROW_LIMIT, mode }, receiver, own.signal);
      if (own !== running) return;
      result.show(outcome.graph, started.rows);
      change({ state: 'done', outcome, endedAt: now() });
      if (outcome.plan) store.setState({ plan: { state: 'ready', value: outcome.plan } });
      store.setState({ announcement: outcomeInWords(outcome, started.rows.length) });
    } catch (cause) {
      const stopped = isAbort(cause);
      if (running && own !== running) return;
      const problem = stopped ? undefined : explain(cause);
      change({ state: stopped ? 'cancelled' : 'failed', endedAt: now(), ...(problem && { problem }) });
      store.setState({ announcement: problem ? `Error: ${problem.message}` : 'Cancelled.' });
    } finally {
      if (own === running) running = undefined;
    }
  };
  const explainPlan = async () => {
    const { statement, parameters } = store.getState();
    store.setState({ plan: { state: 'loading' } });
    try {
      const request = {
        ...sent({ statement, parameters: valuesFor(statement, parameters) }),
        mode: 'plan' as const,
      };
      const nothing = { columns: () => undefined, rows: () => undefined };
      const { plan } = await runCypher(request, nothing, new AbortController().signal);
      store.setState({ plan: plan ? { state: 'ready', value: plan } : { state: 'idle' } });
    } catch (cause) {
      store.setState({ plan: { state: 'failed', ...explain(cause) } });
    }
  };
  /** Adds the edges among the shown nodes that the query did not return. */
  const connect = async () => {
    try {
      const rows: TypedValue[][] = [];
      const receiver = { columns: () => undefined, rows: (more: TypedValue[][]) => pushAll(rows, more) };
      const request = { statement: CONNECT, parameters: { ids: result.elementIds() }, limit: ROW_LIMIT };
      const { graph } = await runCypher(request, receiver, new AbortController().signal);
      const added = result.connect(graph);
      store.setState({ announcement: `${amount(added, 'connecting edge')} added.` });
    } catch (cause) {
      store.setState({ announcement: `The edges could not be read: ${explain(cause).message}` });
    }
  };
  return { run, cancel, explainPlan, connect };
}

const CONNECT = 'MATCH (a)-[r]->(b) WHERE elementId(a) IN $ids AND elementId(b) IN $ids RETURN r';

function sent({ statement, parameters }: { statement: string; parameters: Record<string, unknown> }) {
  return { statement, parameters: parameters as Record<string, never> };
}
