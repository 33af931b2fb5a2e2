/** What a page of another site may read of the headers. */
export const EXPOSED = [
  'Content-Disposition',
  'Entente-Stale',
  'Entente-Truncated',
  'ETag',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Request-Id',
];
