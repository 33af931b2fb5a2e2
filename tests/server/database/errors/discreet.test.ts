import { describe, expect, it } from 'vitest';
import { discreet, keepPrivate } from '../../../../server/database/errors/discreet.ts';

/** What the driver, Node and Neo4j have been seen to say. */
const messagesOf = (host: string, port: number, user: string, password: string) => [
  `Failed to connect to server. Please ensure that your database is listening on the correct host and port. Caused by: connect ECONNREFUSED ${host}:${port}`,
  `getaddrinfo ENOTFOUND ${host}`,
  `Could not perform discovery. No routing servers available. Known routing table: RoutingTable[database=default database, expirationTime=0, currentTime=1, routers=[${host}:${port}], readers=[], writers=[]]`,
  `Connection to ${host}:${port} was closed`,
  `Server at ${host}:${port} has gone away`,
  `Hostname/IP does not match certificate's altnames: Host: ${host}. is not in the cert's altnames`,
  `Read operations are not allowed for user '${user}' with roles [PUBLIC] overridden by READ.`,
  `neo4j+s://${user}:${encodeURIComponent(password)}@${host}:${port}/`,
  `connect EHOSTUNREACH ${host}:${port} - Local (10.0.0.9:51234)`,
  JSON.stringify({ password }),
];

describe('a message about a database', () => {
  it.each([
    ['db.secret.example.org', 17_687, 'hidden-user', 'p"a$s+w/rd'],
    ['10.11.12.13', 27_687, 'u', 'hidden'],
    ['store', 37_687, 'graph_reader', 'hidden2'],
    ['2001:db8::77', 47_687, 'someone@example.org', 'p@ss:word'],
  ])('does not tell that it is at %s:%i, nor who signs in', (host, port, username, password) => {
    const written = host.includes(':') ? `[${host}]` : host;
    keepPrivate({ uri: `neo4j://${written}:${port}`, username, password });
    for (const message of messagesOf(written, port, username, password)) {
      const told = discreet(message);
      expect(told).not.toContain(String(port));
      expect(told).not.toContain(password);
      expect(told).not.toMatch(new RegExp(`[/@ :'\\[]${host.replaceAll('.', '\\.')}[:/'. ]`));
      if (username.length > 1) expect(told).not.toContain(username);
      else expect(told).not.toContain(`'${username}'`);
    }
  });

  it('leaves other words as they are', () => {
    keepPrivate({ uri: 'bolt://localhost:7687', username: 'neo4j', password: '' });
    for (const text of [
      'Entente is at http://localhost:4400, on Neo4j 5.26.',
      'Check NEO4J_USERNAME, such as neo4j.',
      'It has 17687 nodes at 12:30.',
      'The database says: Invalid input (line 1, column 19).',
    ])
      expect(discreet(text)).toBe(text);
  });
});
