import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { ARROW_MEDIA_TYPE, CSV_MEDIA_TYPE, NDJSON_MEDIA_TYPE } from '../../core/contract/cypher.ts';
import { type Endpoint, type Query, routes } from '../../core/contract/routes.ts';
import { EntenteError } from '../../core/model/errors.ts';
import { GRAPH_OPTIONS } from '../../core/model/graph-options.ts';
import { readResultGraph } from '../../graph/result-graph.ts';
import { addressKey } from '../../guard/allowance.ts';
import type { Gate } from '../../guard/gate.ts';
import { askedBy } from '../http/endpoint.ts';
import { errorBodyOf } from '../http/errors.ts';
import type { Services } from '../http/services.ts';
import { gone } from '../http/write.ts';
import { takeJson } from './cypher-body.ts';
import { lines, type Sink, table, whole } from './cypher-sinks.ts';
import { createHeldAnswers, type HeldAnswer } from './held-answers.ts';

/** `POST /api/cypher`: one reading statement from anybody, whole or row by row. */
export function cypherHandlers(services: Services, gate: Gate): RequestHandler[] {
  const answers = createHeldAnswers(HELD * gate.limits.byteLimit);
  return [
    limited(gate),
    ...takeJson(gate.limits.bodyLimit),
    async (request, response) => {
      const held = answers.open(addressKey(request.ip), () => response.destroy());
      response.once('close', held.close);
      const sink = sinkFor(request, response, held);
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

/** How many of the largest answers are held at once. */
const HELD = 4;

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
  const signal = abortedWith(response);
  const work = { body: request.body as Uint8Array, form: sink.form, tag: randomUUID() };
  const address = addressKey(request.ip);
  const outcome = await gate.run(services.source.database(), address, work, sink, signal);
  const { value: graph } = await services.graph.read((reader) => readResultGraph(reader, outcome.found), {
    signal,
    address,
  });
  const { plan, truncated, counters, notifications, rows } = outcome;
  const timings = { ...outcome.timings, total: round(performance.now() - started) };
  response.locals.plan = plan;
  await sink.end({
    graph: { ...graph, options: GRAPH_OPTIONS },
    ...(plan ? { plan } : {}),
    summary: { counters, notifications, timings, rows },
    truncated,
  });
}

/** By the media type of an answer, where it goes. */
const SINKS: Readonly<
  Record<string, (response: Response, values: Query<'cypher'>['values'], held: HeldAnswer) => Sink>
> = {
  'application/json': whole,
  [NDJSON_MEDIA_TYPE]: lines,
  [CSV_MEDIA_TYPE]: (response, _, held) => table(response, CSV_MEDIA_TYPE, 'csv', held),
  [ARROW_MEDIA_TYPE]: (response, _, held) => table(response, ARROW_MEDIA_TYPE, 'arrow', held),
};

function sinkFor(request: Request, response: Response, held: HeldAnswer): Sink {
  const { query } = askedBy(routes.cypher as unknown as Endpoint, request);
  const known = Object.keys(SINKS);
  response.vary('Accept');
  const sink = SINKS[request.accepts(known) || ''];
  if (sink) return sink(response, (query as Query<'cypher'>).values, held);
  throw new EntenteError(
    'not_acceptable',
    `This address answers with ${known.join(', ')}; correct the Accept header.`,
  );
}

function abortedWith(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(gone());
  });
  return controller.signal;
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
