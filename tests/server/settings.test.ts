import { describe, expect, it } from 'vitest';
import { readSettings } from '../../server/settings.ts';

describe('the address of a database', () => {
  it.each([
    ['bolt://u%40x:p%3Ass@h:1234', 'bolt://h:1234', 'u@x', 'p:ss'],
    ['bolt://reader:p@ss/w#rd?%@db.example.org:7687', 'bolt://db.example.org:7687', 'reader', 'p@ss/w#rd?%'],
    ['neo4j+s://x.databases.neo4j.io', 'neo4j+s://x.databases.neo4j.io', 'neo4j', ''],
    ['bolt://user@[::1]:7687', 'bolt://[::1]:7687', 'user', ''],
    ['neo4j://:pw@h', 'neo4j://h', 'neo4j', 'pw'],
  ])('%s is taken apart', (NEO4J_URI, uri, username, password) => {
    expect(readSettings({ NEO4J_URI })).toMatchObject({ uri, username, password });
  });

  it('gives way, in user and password, to the settings of their own', () => {
    const given = { NEO4J_URI: 'bolt://a:b@h', NEO4J_USERNAME: 'c', NEO4J_PASSWORD: 'd' };
    expect(readSettings(given)).toMatchObject({ uri: 'bolt://h', username: 'c', password: 'd' });
  });

  it.each(['http://u:hidden@h', 'bolt://u:hidden@', 'bolt://u:hidden@h:99999', 'u:hidden@h'])(
    'is not repeated where it cannot be read: %s',
    (NEO4J_URI) => {
      let told = '';
      try {
        readSettings({ NEO4J_URI });
      } catch (error) {
        told = JSON.stringify([String(error), error]);
      }
      expect(told).toContain('NEO4J_URI');
      expect(told).not.toContain('hidden');
    },
  );
});

describe('who is let in', () => {
  it.each([
    ['ENTENTE_CORS_ORIGINS', 'https://example.org/path'],
    ['ENTENTE_CORS_ORIGINS', 'example.org'],
    ['ENTENTE_HOSTS', 'https://example.org'],
    ['ENTENTE_HOSTS', 'example.org:80'],
    ['ENTENTE_FRAME_ANCESTORS', 'https://example.org; script-src *'],
  ])('is refused in %s as %j', (variable, value) => {
    expect(() => readSettings({ [variable]: value })).toThrow(variable);
  });

  it.each([
    ['ENTENTE_CORS_ORIGINS', 'https://a.example.org, http://localhost:8888'],
    ['ENTENTE_HOSTS', 'graphs.example.org,*.example.com [2001:db8::1]'],
    ['ENTENTE_FRAME_ANCESTORS', "'self' https://*.example.org http://localhost:*"],
  ])('is read in %s as %j', (variable, value) => {
    expect(Object.values(readSettings({ [variable]: value }))).toContain(value);
  });
});

describe('the proxies that are trusted', () => {
  it.each(['1', '10.0.0.1', '10.0.0.0/8, 192.168.1.1', '::1', 'fd00::/8', 'loopback, uniquelocal'])(
    'are %s',
    (value) => {
      expect(readSettings({ ENTENTE_TRUST_PROXY: value }).trustProxy).toBe(value.replaceAll(' ', ''));
    },
  );

  it.each(['999.1.1.1', '1.2.3', 'beef', '10.0.0.0/99', '10.0.0.1,', 'proxy.example.org'])(
    'are refused by the name of the setting where Express would fail on them: %s',
    (value) => {
      expect(() => readSettings({ ENTENTE_TRUST_PROXY: value })).toThrow(/ENTENTE_TRUST_PROXY/);
    },
  );
});
