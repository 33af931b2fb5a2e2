import * as z from 'zod/mini';
import { oembedAnswer, oembedQuery } from './oembed.ts';
import { pictureRoutes } from './picture-routes.ts';
import { endpoint, routes } from './routes.ts';

/** Every address that other programs may ask: the API, pictures, and what is asked by the rules of others. */
export const publishedRoutes = {
  ...routes,
  ...pictureRoutes,
  oembed: endpoint({
    path: '/oembed',
    summary: 'oEmbed 1.0: how the view at a link is embedded. Other standard parameters are ignored.',
    example: '/oembed?url={link}',
    pathParameters: z.strictObject({}),
    query: oembedQuery,
    answer: oembedAnswer,
    cached: false,
  }),
};
