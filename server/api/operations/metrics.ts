import type { RequestHandler } from 'express';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { routes } from '../../core/contract/routes.ts';
import type { Gate } from '../../guard/gate.ts';
import type { DatabaseSource } from '../http/services.ts';
import { watchEventLoop } from './event-loop.ts';

export interface Metrics {
  /** Times every request; comes before whatever answers it. */
  time: RequestHandler;
  /** `GET /metrics`, in the text format of Prometheus. */
  answer: RequestHandler;
}

/** What only files are served under. */
const FILES = 'files';

/**
 * What an operator watches: how long requests take and how they end, by route; how statements from anybody end,
 * run and wait; whether the database is ready; the process itself. No value that a client chooses becomes a
 * label, so that nobody can make the series grow.
 */
export function createMetrics(version: string, source: DatabaseSource, gate: Gate): Metrics {
  const registers = [new Registry()] as [Registry];
  new Gauge({ name: 'entente_info', help: 'The version that runs.', labelNames: ['version'], registers }).set(
    { version },
    1,
  );
  const seconds = new Histogram({
    name: 'entente_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const statements = new Counter({
    name: 'entente_cypher_statements_total',
    help: 'Statements from anybody, by outcome: answered, abandoned by the client, or the code of the error.',
    labelNames: ['outcome'],
    registers,
  });
  watchState(registers, source, gate);
  watchProcess(registers);
  watchEventLoop(registers);
  return {
    time(request, response, next) {
      const began = performance.now();
      response.once('close', () => {
        const route = String(request.route?.path ?? FILES);
        const status = response.writableFinished ? String(response.statusCode) : 'abandoned';
        seconds.observe({ method: request.method, route, status }, (performance.now() - began) / 1000);
        if (route !== routes.cypher.path) return;
        const ended = response.writableFinished ? 'answered' : 'abandoned';
        statements.inc({ outcome: String(response.locals.errorCode ?? ended) });
      });
      next();
    },
    async answer(_, response) {
      const text = await registers[0].metrics();
      response.set({ 'Content-Type': registers[0].contentType, 'Cache-Control': 'no-store' }).send(text);
    },
  };
}

function watchState(registers: [Registry], source: DatabaseSource, gate: Gate): void {
  new Gauge({
    name: 'entente_database_ready',
    help: '1 while the database answers, else 0.',
    registers,
    collect() {
      this.set(source.status().state === 'ready' ? 1 : 0);
    },
  });
  new Gauge({
    name: 'entente_cypher_running',
    help: 'Statements from anybody that run at this moment.',
    registers,
    collect() {
      this.set(gate.slots.counts().running);
    },
  });
  new Gauge({
    name: 'entente_cypher_waiting',
    help: 'Statements from anybody that wait for their turn.',
    registers,
    collect() {
      this.set(gate.slots.counts().waiting);
    },
  });
}

/**
 * The library's own list also installs observers of the event loop and of garbage collection, which nothing
 * ends; an application that is made and dropped, as in tests, would leave them behind.
 */
function watchProcess(registers: [Registry]): void {
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of the process.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'process_heap_bytes',
    help: 'Memory of the process that JavaScript holds.',
    registers,
    collect() {
      this.set(process.memoryUsage().heapUsed);
    },
  });
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time that the process has used.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When the process started, in seconds of Unix time.',
    registers,
    collect() {
      this.set(performance.timeOrigin / 1000);
    },
  });
}
