import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { DEFAULT_CYPHER_ROWS, NDJSON_MEDIA_TYPE } from '../contract/cypher.ts';
import { EntenteError } from '../contract/errors.ts';
import { GRAPH_OPTIONS } from '../contract/graph.ts';
import { createResultElements } from '../graph/result-graph.ts';
import { addressKey } from '../guard/allowance.ts';
import type { Gate } from '../guard/gate.ts';
import { readCypherRequest, readJson } from './cypher-body.ts';
import { lines, type Sink, whole } from './cypher-sinks.ts';
import { errorBodyOf } from './errors.ts';
import type { Services } from './services.ts';
import { gone } from './write.ts';

/** `POST /api/cypher`: one reading statement from anybody, whole or row by row. */
export function cypherHandlers(services: Services, gate: Gate): RequestHandler[] {
  return [
    limited(gate),
    ...readJson(gate.limits.bodyLimit),
    async (request, response) => {
      const sink = acceptsLines(request) ? lines(response) : whole(response);
      const started = performance.now();
      try {
        await answer(request, response, services, gate, sink, started);
      } catch (cause) {
        if (!sink.began()) throw cause;
        const body = errorBodyOf(cause, String(response.locals.requestId ?? ''));
        response.locals.errorCode = body.error.code;
        await sink.fail(body);
      }
    },
  ];
}

/** Counts a request before a byte of its body is read, and tells what is left in every answer. */
function limited(gate: Gate): RequestHandler {
  return (request, response, next) => {
    const address = addressKey(request.ip);
    response.set('Cache-Control', 'no-store');
    try {
      gate.allowance.ask(address);
    } finally {
      response.set(gate.allowance.headers(address));
    }
    next();
  };
}

async function answer(
  request: Request,
  response: Response,
  services: Services,
  gate: Gate,
  sink: Sink,
  started: number,
): Promise<void> {
  const { statement, parameters, limit, mode } = readCypherRequest(request.body);
  const { rowLimit, byteLimit } = gate.limits;
  if (limit !== undefined && limit > rowLimit) throw tooManyRows(limit, rowLimit);
  const signal = abortedWith(response);
  const elements = createResultElements();
  const rows = Math.min(limit ?? DEFAULT_CYPHER_ROWS, rowLimit);
  const run = { statement, parameters, mode, rowLimit: rows, byteLimit, signal, tag: randomUUID() };
  const outcome = await gate.run(services.source.database(), addressKey(request.ip), run, {
    columns: (columns) => sink.columns(columns),
    row(row) {
      elements.add(row);
      return sink.row(row);
    },
  });
  const { value: graph } = await services.graph().read((reader) => elements.graph(reader), signal);
  const { plan, truncated, ...told } = outcome;
  const timings = { ...told.timings, total: round(performance.now() - started) };
  response.locals.plan = plan;
  await sink.end({
    graph: { ...graph, options: GRAPH_OPTIONS },
    ...(plan ? { plan } : {}),
    summary: { counters: told.counters, notifications: told.notifications, timings, rows: told.rows },
    truncated,
  });
}

function acceptsLines(request: Request): boolean {
  const form = request.accepts(['application/json', NDJSON_MEDIA_TYPE]);
  if (form) return form === NDJSON_MEDIA_TYPE;
  const known = `application/json or ${NDJSON_MEDIA_TYPE}`;
  throw new EntenteError('not_acceptable', `This address answers with ${known}; correct the Accept header.`);
}

function abortedWith(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(gone());
  });
  return controller.signal;
}

function tooManyRows(limit: number, most: number): EntenteError {
  const message = `is ${limit}; this server gives at most ${most} rows (ENTENTE_CYPHER_ROW_LIMIT).`;
  return new EntenteError('invalid_request', `limit: ${message}`, { details: [{ path: 'limit', message }] });
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
