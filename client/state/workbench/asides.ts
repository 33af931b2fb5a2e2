import { inPlace } from '../../../server/core/formats/script-parts.ts';
import type { TypedValue } from '../../../server/core/model/typed-value.ts';
import { pushAll } from '../../../server/core/numbers/extremes.ts';
import { amount } from '../../../server/core/words/words.ts';
import { explain } from '../../api.ts';
import { valuesFor } from './parameters.ts';
import type { ResultStore } from './result.ts';
import { statementOf } from './script.ts';
import type { WorkbenchStore } from './store.ts';
import type { RunCypher } from './stream.ts';

/** Rows are asked for up to this many; the server may allow fewer. */
export const ROW_LIMIT = 10_000;

/** What is asked beside the script: a plan, and the edges among the nodes that are shown. */
export function createAsides({
  store,
  runCypher,
  result,
}: {
  store: WorkbenchStore;
  runCypher: RunCypher;
  result: ResultStore;
}) {
  const explainPlan = async () => {
    const { statement: script, parameters, run: shown } = store.getState();
    const part = statementOf(script, shown?.statement);
    const statement = part ? inPlace(part) : script;
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
  return { explainPlan, connect };
}

const CONNECT = 'MATCH (a)-[r]->(b) WHERE elementId(a) IN $ids AND elementId(b) IN $ids RETURN r';

/** A statement with its parameters, as a request has them. */
export function sent({ statement, parameters }: { statement: string; parameters: Record<string, unknown> }) {
  return { statement, parameters: parameters as Record<string, never> };
}
