import { join } from 'node:path';
import type { RequestHandler } from 'express';
import expressStaticGzip from 'express-static-gzip';

/** The script of the web component. */
const EMBED_SCRIPT = 'embed.js';

/** The built client, as compressed by the build: hashed assets for ever, the page itself always asked again. */
export function servePage(folder: string): RequestHandler {
  return expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ['br'],
    index: 'index.html',
    serveStatic: {
      redirect: false,
      setHeaders(response, path) {
        const hashed = path.startsWith(join(folder, 'assets'));
        // All that was said before: express-static-gzip puts its own in the place of CORS's.
        response.setHeader('Vary', 'Accept-Encoding, Origin');
        response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
        // Nothing but code: other sites' pages run the one, and frames that are walled off, as embeds, the others.
        if (hashed || path.startsWith(join(folder, EMBED_SCRIPT)))
          response
            .setHeader('Access-Control-Allow-Origin', '*')
            .setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      },
    },
  });
}
