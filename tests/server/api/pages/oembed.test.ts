import type { Request } from 'express';
import { expect, it } from 'vitest';
import { originOf } from '../../../../server/api/pages/oembed.ts';

it.each([
  ['https', 'https://graphs.example.org'],
  ['http', 'http://graphs.example.org'],
  // A proxy that sets no X-Forwarded-Proto hands on its client's.
  ['foo', 'http://graphs.example.org'],
  ['java script', 'http://graphs.example.org'],
])('the address from outside is one of the web, whatever scheme is said: %s', (protocol, origin) => {
  expect(originOf({ protocol, get: () => 'graphs.example.org' } as unknown as Request)).toBe(origin);
});
