import { inPlace, scriptParts } from '../../../server/core/formats/script-parts.ts';
import type { TypedValue } from '../../../server/core/model/typed-value.ts';
import { pushAll } from '../../../server/core/numbers/extremes.ts';
import { amount } from '../../../server/core/words/words.ts';
import { isAbort } from '../../api.ts';
import { createAsides, ROW_LIMIT, sent } from './asides.ts';
import { runCommand } from './commands.ts';
import type { StatementHistory } from './history.ts';
import { valuesFor } from './parameters.ts';
import type { ResultStore } from './result.ts';
import { newRun, outcomeInWords } from './run.ts';
import { createRuns } from './runs.ts';
import type { WorkbenchState, WorkbenchStore } from './store.ts';
import type { RunCypher } from './stream.ts';

interface Engines {
  store: WorkbenchStore;
  runCypher: RunCypher;
  result: ResultStore;
  history: StatementHistory;
  now: () => number;
}

/** What runs scripts; one at a time, a new one ends the one before. */
export function createRunner({ store, runCypher, result, history, now }: Engines) {
  const { add, change, fail, show } = createRuns({ store, result, now });
  const evaluate = (expression: string, database: string | undefined, signal: AbortSignal) =>
    valueBy({ expression, database }, store.getState().parameters, runCypher, signal);
  let running: AbortController | undefined;
  const cancel = () => {
    running?.abort();
    running = undefined;
  };
  const runStatement = async (statement: string, mode: 'run' | 'profile', own: AbortController) => {
    const started = add(newRun(statement, {}, now()));
    try {
      const parameters = valuesFor(statement, store.getState().parameters);
      change({ parameters });
      const receiver = {
        columns: (columns: string[]) => own === running && change({ columns }),
        rows: (rows: TypedValue[][]) => {
          if (own !== running) return;
          for (const row of rows) started.rows.push(row);
          change({ count: started.rows.length });
        },
      };
      const request = { ...sent({ statement, parameters }), limit: ROW_LIMIT, mode };
      const outcome = await runCypher(request, receiver, own.signal);
      if (own !== running) return false;
      change({ state: 'done', outcome, endedAt: now() });
      show(store.getState().runs.length - 1);
      // EXPLAIN and PROFILE in the text ask for it.
      if (outcome.plan && mode === 'run') store.setState({ view: 'plan' });
      store.setState({ announcement: outcomeInWords(outcome, started.rows.length) });
      return true;
    } catch (cause) {
      if (running && own !== running) return false;
      if (!isAbort(cause)) fail(cause);
      else {
        change({ state: 'cancelled', endedAt: now() });
        store.setState({ announcement: 'Cancelled.' });
      }
      return false;
    }
  };
  const command = async (text: string, own: AbortController) => {
    try {
      const { parameters } = store.getState();
      const outcome = await runCommand(text, parameters, (expression, database) =>
        evaluate(expression, database, own.signal),
      );
      if (own !== running) return false;
      if (outcome.kind === 'clear') store.setState({ runs: [], run: undefined, announcement: 'Cleared.' });
      else if (outcome.kind === 'parameters') {
        const names = Object.keys(outcome.parameters);
        store.setState({
          parameters: outcome.clear ? {} : { ...parameters, ...outcome.parameters },
          announcement: outcome.clear ? 'No parameter has a value.' : `${names.join(', ')} set.`,
        });
      } else {
        const { columns, rows } = outcome;
        add({
          ...newRun(`:${text}`, {}, now()),
          columns,
          rows,
          count: rows.length,
          state: 'done',
          endedAt: now(),
        });
        store.setState({ announcement: `${amount(rows.length, 'row')}.` });
      }
      return true;
    } catch (cause) {
      if (own !== running) return false;
      add(newRun(`:${text}`, {}, now()));
      fail(cause);
      return false;
    }
  };
  /** Runs the statements and commands of the editor one after the other, to the first that fails. */
  const run = async (mode: 'run' | 'profile' = 'run') => {
    cancel();
    const script = store.getState().statement;
    const parts = scriptParts(script);
    if (parts.length === 0) return void store.setState({ announcement: 'There is no statement to run.' });
    const own = new AbortController();
    running = own;
    history.add(script);
    store.setState({ runs: [], announcement: 'Running.' });
    for (const part of parts) {
      const goesOn =
        part.kind === 'command'
          ? await command(part.text, own)
          : await runStatement(inPlace(part), mode, own);
      if (!goesOn) break;
    }
    if (own === running) running = undefined;
  };
  return { run, show, cancel, ...createAsides({ store, runCypher, result }) };
}

async function valueBy(
  { expression, database }: { expression: string; database: string | undefined },
  parameters: WorkbenchState['parameters'],
  runCypher: RunCypher,
  signal: AbortSignal,
): Promise<TypedValue> {
  const rows: TypedValue[][] = [];
  const receiver = { columns: () => undefined, rows: (more: TypedValue[][]) => pushAll(rows, more) };
  const use = database === undefined ? '' : `USE \`${database}\` `;
  const statement = `${use}RETURN (${expression}\n) AS value`;
  const request = { ...sent({ statement, parameters: valuesFor(expression, parameters) }), limit: 1 };
  await runCypher(request, receiver, signal);
  return rows[0]?.[0] ?? { $type: 'Null', _value: null };
}
