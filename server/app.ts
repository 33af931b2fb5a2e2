import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { cypherHandlers } from './api/cypher/cypher.ts';
import { statementsHandler } from './api/cypher/statements.ts';
import { exportHandler } from './api/graph/export.ts';
import { graphHandlers } from './api/graph/graph.ts';
import { searchHandler } from './api/graph/search.ts';
import { retryHandler, statusHandler } from './api/graph/status.ts';
import { refuseStrangers, shareWith } from './api/http/callers.ts';
import { expressPath, type Handler, serve } from './api/http/endpoint.ts';
import { answerErrors, identifyRequest, nothingHere, onlyReads } from './api/http/errors.ts';
import { checkHost, type IsServed, servedHosts } from './api/http/hosts.ts';
import { createPasses, type Passes } from './api/http/passes.ts';
import { embedsFor, mayBeFramed, protect } from './api/http/policy.ts';
import { createServices, type DatabaseSource, type Services } from './api/http/services.ts';
import { readTarget, refuseUnreadable, searchOf } from './api/http/target.ts';
import { writeWhole } from './api/http/write.ts';
import { healthRouter } from './api/operations/health.ts';
import { createMetrics } from './api/operations/metrics.ts';
import { embedHandler } from './api/pages/embed.ts';
import { explorerHandler } from './api/pages/explorer-page.ts';
import { oembedHandler } from './api/pages/oembed.ts';
import { openApiDocument } from './api/pages/openapi.ts';
import { servePage } from './api/pages/page-files.ts';
import { REFERENCE_STYLES, referencePage } from './api/pages/reference.ts';
import { storiesHandler, storyHandler } from './api/pages/stories.ts';
import { cardHandler, type DrawCard } from './api/pictures/card.ts';
import { type DrawPdf, pdfHandler } from './api/pictures/pdf.ts';
import { type DrawStill, stillHandler } from './api/pictures/still.ts';
import { CARD_PATH } from './core/contract/card.ts';
import { EMBED_PATH, STILL_PATH } from './core/contract/embed.ts';
import { operatorRoutes } from './core/contract/operators.ts';
import { PDF_PATH } from './core/contract/pdf.ts';
import { publishedRoutes } from './core/contract/published-routes.ts';
import { type RouteName, routes } from './core/contract/routes.ts';
import type { Story } from './core/model/story.ts';
import { PACKED_MEDIA_TYPE } from './core/packed/media-type.ts';
import { createFaultLog } from './fault-log.ts';
import type { SetLooks } from './graph/context.ts';
import { createGate } from './guard/gate.ts';
import { type CypherLimits, DEFAULT_LIMITS } from './guard/limits.ts';
import type { Statements } from './statements/load.ts';

export interface AppOptions {
  /** The product's version. */
  version: string;
  source: DatabaseSource;
  statements: Statements;
  /** What can be told on the data; none when absent. */
  stories?: readonly Story[];
  /** By which rules data sets are drawn; as usual when absent. */
  looks?: readonly SetLooks[];
  /** Draws the still pictures of embeds; they have none when absent. */
  drawStill?: DrawStill;
  /** Draws pictures as PDF; there are none when absent. */
  drawPdf?: DrawPdf;
  /** Draws the pictures of previews of links; there are none when absent. */
  drawCard?: DrawCard;
  /** The built client, served at `/`. */
  clientFolder: string;
  rowLimit: number;
  /** Milliseconds. */
  readTimeout: number;
  /** What statements from anybody are held to, where it differs from the normal. */
  cypher?: Partial<CypherLimits>;
  /** Restarts the database when a statement cannot be ended in it; absent where that is not ours to do. */
  restartDatabase?: () => void;
  /** Ends what the database works on for one of its clients; absent where that is not ours to do. */
  endWork?: (clientAddress: string) => Promise<boolean>;
  /** Proxies whose `X-Forwarded-For` is believed: their number, or their addresses; none when absent. */
  trustProxy?: number | string;
  /** Which sites may show embeds, as the policy's `frame-ancestors` says it; none when absent. */
  frameAncestors?: string;
  /** What passes of embeds are signed with, where several servers answer under one name; made up when absent. */
  embedSecret?: string;
  /** Which sites' pages may read the answers, by their origins; none when absent. */
  corsOrigins?: readonly string[];
  /** Which names it answers under; those of the loopback address when absent. */
  isServed?: IsServed;
  /** Whether the server is shutting down, so that readiness says so. */
  isDraining?: () => boolean;
  /** Where faults of the server are told; standard error, without their traces, when absent. */
  log?: (line: object) => void;
}

const HANDLERS = [
  statusHandler,
  ...graphHandlers,
  searchHandler,
  statementsHandler,
  storiesHandler,
  storyHandler,
  exportHandler,
] as unknown as Handler<RouteName>[];

// Measured on the page's script: brotli at 5 is 7 % smaller than at its default of 4.
const PAGE_COMPRESSION = { level: 4, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } };
// An answer is made once and waited for; at 1 it costs a tenth of the time and is a fifth larger.
// What fits the first flight of a TCP connection (ten segments, RFC 6928) arrives no sooner for being smaller.
const ANSWER_COMPRESSION = {
  filter: (request: IncomingMessage, response: ServerResponse) =>
    String(response.getHeader('Content-Type')).startsWith(PACKED_MEDIA_TYPE) ||
    compression.filter(request as never, response as never),
  threshold: 14_600,
  level: 1,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
};

/** Said before anything is, as compression says it of what it compresses alone, and a 304 has to say the same as a 200. */
const varyByEncoding: RequestHandler = (_, response, next) => {
  response.vary('Accept-Encoding');
  next();
};

const NOBODY = "'none'";

/** The whole HTTP surface; it listens nowhere by itself. */
export type App = RequestListener & Pick<Express, 'router'> & { close(): Promise<void> };

export function createApp(options: AppOptions): App {
  const embeds = embedsFor(options.frameAncestors ?? NOBODY);
  const services = createServices({ ...options, embeds });
  const passes = createPasses(embeds !== 'nobody', options.embedSecret);
  const app = createExpress(options, services, passes);
  const listener: RequestListener = (request, response) => {
    readTarget(request);
    passes.take(request);
    app(request, response);
  };
  return Object.assign(listener, { router: app.router, close: () => services.search.close() });
}

function createExpress(options: AppOptions, services: Services, passes: Passes): Express {
  const { version, source, clientFolder, isDraining = () => false, log = createFaultLog() } = options;
  const {
    frameAncestors = NOBODY,
    corsOrigins: origins = [],
    isServed = servedHosts('127.0.0.1', ''),
  } = options;
  const { embeds } = services;
  const app = express();
  app.disable('x-powered-by').set('etag', false).set('query parser', false);
  app.set('trust proxy', options.trustProxy || false);
  const { restartDatabase: restart, endWork } = options;
  const gate = createGate(
    { ...DEFAULT_LIMITS, ...options.cypher },
    { log, ...(restart ? { restart } : {}), ...(endWork ? { endWork } : {}) },
  );
  const metrics = createMetrics(version, source, gate);
  app.use(identifyRequest, metrics.time, protect(), refuseUnreadable, checkHost(isServed));
  const framed = embeds !== 'nobody';
  app.use(passes.honour, shareWith(origins), refuseStrangers({ origins, framed, passes }), onlyReads);
  app.use(varyByEncoding);
  app.use('/api', compression(ANSWER_COMPRESSION));
  app.use(compression(PAGE_COMPRESSION));
  app.use(healthRouter(source, isDraining));
  app.get(operatorRoutes.metrics.path, metrics.answer);
  app.post(routes.cypher.path, ...cypherHandlers(services, gate));
  app.post(routes.retry.path, serve(retryHandler, services));
  for (const handler of HANDLERS) app.get(expressPath(routes[handler.name].path), serve(handler, services));
  // The same for as long as the server runs, and tens of milliseconds to make.
  const [openApi, reference] = [once(() => openApiDocument(version)), once(() => referencePage(version))];
  app.get('/api/openapi.json', (_, response) => writeWhole(response.type('json'), JSON.stringify(openApi())));
  app.get('/docs', (_, response) => writeWhole(response.type('html'), reference()));
  app.get('/docs/reference.css', (_, response) => void response.type('css').send(REFERENCE_STYLES));
  app.use('/api', nothingHere);
  const hasCard = options.drawCard !== undefined;
  app.get(publishedRoutes.oembed.path, oembedHandler(services.stories, hasCard));
  app.get(
    EMBED_PATH,
    mayBeFramed(frameAncestors),
    embedHandler(services, join(clientFolder, 'embed', 'index.html'), {
      hasStill: options.drawStill !== undefined,
      hasCard,
      hosts: embeds === 'named' ? frameAncestors : '',
      pass: framed ? passes.current : () => '',
    }),
  );
  if (options.drawStill) app.get(STILL_PATH, stillHandler(services, options.drawStill));
  if (options.drawPdf) app.get(PDF_PATH, pdfHandler(services, options.drawPdf));
  if (options.drawCard) app.get(CARD_PATH, cardHandler(services, options.drawCard));
  app.get('/', explorerHandler(join(clientFolder, 'index.html'), services.stories, hasCard));
  // The workbench is the same page under its own path; which of both it is, the client decides.
  app.get('/cypher', (request, response) => {
    // Its files are named relative to it.
    if (request.path.endsWith('/')) return response.redirect(308, `/cypher${searchOf(request)}`);
    response.sendFile('index.html', {
      root: clientFolder,
      cacheControl: false,
      headers: { 'Cache-Control': 'no-cache' },
    });
  });
  // A worker goes by the policy of its own script: only there may WebAssembly, the solver, be compiled.
  app.use('/assets', protect({ scripts: ["'wasm-unsafe-eval'"] }));
  app.use(servePage(clientFolder));
  app.use(nothingHere, answerErrors(log));
  return app;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
