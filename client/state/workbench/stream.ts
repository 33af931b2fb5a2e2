import {
  type CypherAnswer,
  type CypherRequest,
  NDJSON_MEDIA_TYPE,
} from '../../../server/core/contract/cypher.ts';
import { EntenteError, type ErrorBody, errorBody } from '../../../server/core/model/errors.ts';
import type { TypedValue } from '../../../server/core/model/typed-value.ts';
import { isAbort } from '../../api.ts';

export type Outcome = Pick<CypherAnswer, 'graph' | 'summary' | 'truncated'> &
  Pick<Partial<CypherAnswer>, 'plan'>;

export interface Receiver {
  columns: (names: string[]) => void;
  /** Rows as they arrive, several at a time. */
  rows: (rows: TypedValue[][]) => void;
}

/** Runs a statement on the server, row by row; resolves with all that comes after the rows. */
export type RunCypher = (request: CypherRequest, receiver: Receiver, signal: AbortSignal) => Promise<Outcome>;

/**
 * A {@link RunCypher} on a server. Rejects with the server's own EntenteError, with one that says the server
 * is out of reach or the answer was cut, or with an AbortError when cancelled.
 */
export function createRunCypher(base = '', fetcher: typeof fetch = (...given) => fetch(...given)): RunCypher {
  return async (request, receiver, signal) => {
    const response = await fetcher(`${base}/api/cypher`, {
      method: 'POST',
      headers: { accept: NDJSON_MEDIA_TYPE, 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal,
    }).catch((cause: unknown) => {
      if (isAbort(cause)) throw cause;
      throw new EntenteError('database_not_ready', 'The server cannot be reached. Is it running?', { cause });
    });
    if (!response.ok || !response.body) throw await refusal(response);
    const outcome = await readLines(response.body, receiver);
    if (!outcome) throw new EntenteError('internal', 'The answer was cut short. Run the statement again.');
    return outcome;
  };
}

type Line = { columns: string[] } | { row: TypedValue[] } | Outcome | ErrorBody;

async function readLines(body: ReadableStream<Uint8Array>, { columns, rows }: Receiver) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let outcome: Outcome | undefined;
  for (;;) {
    const { done, value } = await reader.read();
    rest += decoder.decode(value, { stream: !done });
    const lines = rest.split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    const found: TypedValue[][] = [];
    for (const text of lines) {
      if (!text) continue;
      const line = JSON.parse(text) as Line;
      if ('row' in line) found.push(line.row);
      else if ('columns' in line) columns(line.columns);
      else if ('error' in line) throw faultOf(line);
      else outcome = line;
    }
    if (found.length > 0) rows(found);
    if (done) return outcome;
  }
}

function faultOf({ error: { code, message, details } }: ErrorBody): EntenteError {
  return new EntenteError(code, message, details ? { details } : {});
}

async function refusal(response: Response): Promise<EntenteError> {
  const parsed = errorBody.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return faultOf(parsed.data);
  return new EntenteError('internal', `The server answered ${response.status} without explanation.`);
}
