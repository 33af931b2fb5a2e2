import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../../server/database/errors/sign-in-errors.ts';

/** Codes of Neo4j's manual, "Status codes for errors", as a sign-in or its first statement can end in. */
const ENDS: [code: string, outcome: string, names: RegExp][] = [
  ['Neo.ClientError.Security.Unauthorized', 'refused', /NEO4J_USERNAME and NEO4J_PASSWORD/],
  ['Neo.ClientError.Security.TokenExpired', 'refused', /NEO4J_PASSWORD/],
  ['Neo.ClientError.Security.Forbidden', 'refused', /no role.*NEO4J_USERNAME/],
  ['Neo.ClientError.Security.AuthenticationRateLimit', 'not-yet', /NEO4J_PASSWORD/],
  ['Neo.ClientError.Security.AuthProviderFailed', 'not-yet', /LDAP/],
  ['Neo.ClientError.Security.AuthProviderTimeout', 'not-yet', /LDAP/],
  ['Neo.ClientError.Security.AuthorizationExpired', 'not-yet', /forgotten the sign-in/],
  ['Neo.ClientError.Security.MadeUpLater', 'refused', /MadeUpLater.*NEO4J_USERNAME/],
  ['Neo.ClientError.Database.DatabaseNotFound', 'refused', /NEO4J_DATABASE/],
  ['Neo.DatabaseError.Database.UnableToStartDatabase', 'refused', /NEO4J_DATABASE/],
  ['Neo.TransientError.General.DatabaseUnavailable', 'not-yet', /START DATABASE/],
  ['Neo.ClientError.Cluster.NotALeader', 'not-yet', /NEO4J_URI/],
  ['Neo.ClientError.Cluster.Routing', 'not-yet', /bolt:\/\/.*NEO4J_URI/],
  ['Neo.DatabaseError.General.UnknownError', 'not-yet', /General\.UnknownError.*NEO4J_URI/],
];

describe('what a refused sign-in means', () => {
  it.each(ENDS)('is told with the setting to change: %s', (code, outcome, names) => {
    const error = Object.assign(new Error('secret-host:7687 refuses secret-user'), { code });
    const told = refusalOf(error);
    expect(told.outcome).toBe(outcome);
    expect('reason' in told && told.reason).toMatch(names);
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  it.each([
    ['Could not perform discovery. No routing servers available.', /no leader|election/],
    ['No longer possible to write to server at host:1 towards READ server', /advertised_address/],
    ['Unable to load the routing table', /advertised_address/],
  ])('is read from what the driver says of a cluster: %s', (message, names) => {
    const told = refusalOf(new Error(message));
    expect(told.outcome).toBe('not-yet');
    expect('reason' in told && told.reason).toMatch(names);
  });

  it('asks for a new password where the first is to be changed', () => {
    const error = Object.assign(new Error(), { code: 'Neo.ClientError.Security.CredentialsExpired' });
    expect(refusalOf(error)).toEqual({ outcome: 'new' });
  });
});
