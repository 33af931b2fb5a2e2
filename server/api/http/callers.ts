import cors from 'cors';
import type { Request, RequestHandler } from 'express';
import { EMBED_PATH } from '../../core/contract/embed.ts';
import { EntenteError } from '../../core/model/errors.ts';
import { EXPOSED } from './exposed.ts';
import type { Passes } from './passes.ts';

/** Nothing but code, the same for everybody; what runs in other sites' pages, and in frames that are walled off. */
const CODE = /^\/(assets\/|embed\.js$)/;
/** What links from elsewhere lead to. An answer by itself would tell, by whether it opens, is saved or is refused, what the data hold. */
const PAGES = /^\/(cypher|docs)?$/;

/** Lets pages of the sites that are named read the answers; a notebook in a browser, for one. */
export function shareWith(origins: readonly string[]): RequestHandler {
  if (origins.length === 0) return (_request, _response, next) => next();
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['Accept', 'Content-Type', 'If-None-Match'],
    exposedHeaders: EXPOSED,
    maxAge: 600,
  });
}

/**
 * Refuses what a page of another site has a browser ask for, before anything is done for it: a page that may not
 * read an answer could still measure how long it takes. Where the browser says what site asks (Fetch Metadata) that
 * is gone by, else the `Origin` where a body is taken. Links to here from elsewhere work, and frames where they are
 * allowed.
 *
 * @param options.origins Those that are let in.
 * @param options.framed Whether any other site may show embeds.
 * @param options.passes Known to the pages of embeds alone.
 */
export function refuseStrangers({
  origins,
  framed,
  passes,
}: {
  origins: readonly string[];
  framed: boolean;
  passes: Pick<Passes, 'isGood'>;
}): RequestHandler {
  return (request, _, next) => {
    const isWelcome = isOwn(request) || isLetIn(request, origins) || passes.isGood(request);
    if (isWelcome || isHarmless(request, framed)) return next();
    next(
      new EntenteError(
        'forbidden',
        'A page of another site asked for this. ENTENTE_CORS_ORIGINS lets sites in by name, and ENTENTE_FRAME_ANCESTORS lets them show embeds.',
      ),
    );
  };
}

function isOwn(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  // On plain http browsers say no site, but an origin where they do not ask for a page's own.
  const origin = request.get('origin');
  if (origin === undefined) return true;
  // By host alone: what a proxy speaks, http or https, is not known here.
  return URL.canParse(origin) && new URL(origin).host === request.get('host')?.toLowerCase();
}

function isLetIn(request: Request, origins: readonly string[]): boolean {
  const origin = request.get('origin');
  return origin !== undefined && (origins.includes('*') || origins.includes(origin));
}

function isHarmless(request: Request, framed: boolean): boolean {
  if (request.method === 'POST') return false;
  if (CODE.test(request.path)) return true;
  if (request.get('sec-fetch-mode') !== 'navigate') return false;
  if (framed && request.path === EMBED_PATH) return true;
  return request.get('sec-fetch-dest') === 'document' && PAGES.test(request.path);
}
