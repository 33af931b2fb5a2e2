import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * A strict policy: nothing inline, nothing from another host.
 * @param scripts What scripts may do besides.
 * @param frameAncestors Who may frame it; nobody when absent.
 */
export function protect({ scripts = [] as string[], frameAncestors = ["'none'"] } = {}): RequestHandler {
  const self = ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [...self, ...scripts],
        styleSrc: self,
        fontSrc: self,
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: self,
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: self,
        baseUri: ["'none'"],
        formAction: ["'none'"],
        // The preview of an embed, in the dialog that makes one.
        frameSrc: self,
        frameAncestors,
      },
    },
    // On plain http in a local network it would make the page unreachable; a proxy with TLS adds it.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
}

/** Whom a value of `frame-ancestors` lets show embeds. */
export function embedsFor(sites: string): 'nobody' | 'named' | 'everybody' {
  if (sites === "'none'") return 'nobody';
  return sites.split(' ').includes('*') ? 'everybody' : 'named';
}

/**
 * Lets the page of an embed be shown by the sites that a setting names, and by the explorer's own preview. It
 * reads only, holds no session and does nothing on a click but show; what it tells the page around it depends on
 * whether that is named, see `client/embed/allowed-site.ts`.
 */
export function mayBeFramed(sites: string): RequestHandler {
  const none = sites === "'none'";
  const policy = protect({ frameAncestors: none ? ["'self'"] : ["'self'", ...sites.split(' ')] });
  return (request, response, next) =>
    policy(request, response, (fault?: unknown) => {
      // It has no way to name sites; the policy above does.
      response.removeHeader('X-Frame-Options');
      next(fault);
    });
}
