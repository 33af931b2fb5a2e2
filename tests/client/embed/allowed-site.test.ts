import { describe, expect, it } from 'vitest';
import { isNamed } from '../../../client/embed/allowed-site.ts';

const OWN = 'https://graphs.example.org';

describe('whether a site is named', () => {
  it.each([
    ['https://example.org', 'https://example.org', true],
    ['https://example.org', 'https://a.net https://example.org', true],
    ['https://example.org:8443', 'https://example.org', false],
    ['http://example.org', 'https://example.org', false],
    ['https://evil-example.org', 'https://example.org', false],
    ['https://example.org.evil.net', 'https://example.org', false],
    ['https://news.example.com', 'https://*.example.com', true],
    ['https://a.news.example.com', 'https://*.example.com', true],
    ['https://example.com', 'https://*.example.com', false],
    ['https://evilexample.com', 'https://*.example.com', false],
    ['http://localhost:8888', 'http://localhost:*', true],
    ['http://localhost.evil.net:8888', 'http://localhost:*', false],
    ['https://example.org', '*', false],
    ['https://example.org', "'none'", false],
    ['https://example.org', '', false],
    ['null', '* null', false],
    [OWN, '', true],
  ])('says of %s by %j: %s', (origin, hosts, named) => {
    expect(isNamed(origin, hosts, OWN)).toBe(named);
  });
});
