import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { PASS_PATH } from '../../core/contract/embed.ts';
import { EntenteError } from '../../core/model/errors.ts';
import { EXPOSED } from './exposed.ts';

/** How long a pass is given out, in milliseconds; it is good for as long again, as pages stay open. */
const PERIOD = 86_400_000;

/**
 * Passes for embeds in frames that are walled off. Some sites (WordPress for one) frame what they do not know with
 * `sandbox="allow-scripts"`: a browser then gives the embed's page an origin of its own, and what that page asks for
 * looks like a request of any other site's. What tells them apart is a secret in the page itself, which only the sites
 * that a setting names can show and nobody's script can read.
 */
export interface Passes {
  /** The first part of the addresses under which a page that is given out now may ask. */
  current(): string;
  /** Takes the pass off the address of a request, for {@link Passes.honour} to decide about. */
  take(request: IncomingMessage): void;
  /** Lets a page without an origin read what it asks for by a good pass, and refuses any other. */
  honour: RequestHandler;
  /** Whether a request came with a good pass. */
  isGood(request: IncomingMessage): boolean;
}

/**
 * @param given Whether other sites may show embeds; no pass is good where none may.
 * @param secret Where several servers answer under one name, theirs; of this process alone when absent.
 */
export function createPasses(given: boolean, secret: string | Buffer = randomBytes(32)): Passes {
  const taken = new WeakMap<IncomingMessage, boolean>();
  const signed = (period: number) =>
    createHmac('sha256', secret).update(`embed ${period}`).digest('base64url').slice(0, 32);
  let latest = 0;
  // A clock that is set back makes nothing good again.
  const period = () => {
    latest = Math.max(latest, Math.floor(Date.now() / PERIOD));
    return latest;
  };
  const isPass = (text: string) => [period(), period() - 1].some((each) => isSame(text, signed(each)));
  return {
    current: () => `${PASS_PATH}/${signed(period())}`,
    take: (request) => {
      const found = /^\/pass\/([^/?#]+)(\/.*)$/s.exec(request.url ?? '');
      if (!found) return;
      const [, pass = '', rest = ''] = found;
      const reads = READ.test(rest) && /^(GET|HEAD)$/.test(request.method ?? '');
      taken.set(request, given && reads && isPass(pass));
      request.url = rest;
    },
    isGood: (request) => taken.get(request) === true,
    honour: (request, response, next) => {
      if (taken.get(request) === false)
        return next(new EntenteError('forbidden', 'This page has been open for too long; reload it.'));
      if (taken.get(request))
        response.set({
          'Access-Control-Allow-Origin': 'null',
          'Access-Control-Expose-Headers': EXPOSED.join(', '),
          'Cross-Origin-Resource-Policy': 'cross-origin',
        });
      next();
    },
  };
}

/** What an embed asks for. */
const READ = /^\/(api\/|embed\.svg(\?|$))/;

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
