import type { SignIn } from './sign-in-outcome.ts';

const NAMES = 'NEO4J_USERNAME and NEO4J_PASSWORD';

/** What the codes of a database that answers mean, with the setting to change. */
const REFUSED: Readonly<Record<string, string>> = {
  'Security.Unauthorized': `The database refuses user name and password: correct ${NAMES}.`,
  'Security.TokenExpired': `The sign-in has expired: renew ${NAMES}.`,
  'Security.Forbidden':
    'The user has no role that lets it read this database: give it one (GRANT ROLE reader TO …), or name another in NEO4J_USERNAME, or another database in NEO4J_DATABASE.',
  'Database.DatabaseNotFound':
    "There is no database of the name in NEO4J_DATABASE: correct it; empty takes the server's default.",
  'Database.UnableToStartDatabase':
    'The server answers, but cannot start the database: its log says why. NEO4J_DATABASE may name another.',
};
const PROVIDER = `The provider by which the database knows its users (LDAP or single sign-on) does not answer it: look there, or name a user of the database's own in ${NAMES}.`;
const PASSING: Readonly<Record<string, string>> = {
  'Security.AuthenticationRateLimit': `The database has had too many wrong passwords and waits for some seconds: correct ${NAMES} if it stays so.`,
  'Security.AuthProviderFailed': PROVIDER,
  'Security.AuthProviderTimeout': PROVIDER,
  'Security.AuthorizationExpired':
    'The database has forgotten the sign-in and is asked again: its provider of users answers late.',
  'General.DatabaseUnavailable':
    'The server answers, but the database on it does not run: start it (START DATABASE), or name another in NEO4J_DATABASE.',
  'Cluster.NotALeader':
    'The cluster has no leader for now: wait for its election, or name a member that serves reads in NEO4J_URI.',
  'Cluster.Routing':
    'The cluster cannot say which member serves reads: wait until it has a leader, or name one member by bolt:// in NEO4J_URI.',
};

/** The driver's own failures, by what it says of them. */
const DRIVER: readonly [pattern: RegExp, sentence: string][] = [
  [
    /No routing servers|discovery/i,
    'No member of the cluster says where reads are served; it may have no leader: wait for its election, or name one server by bolt:// instead of neo4j:// in NEO4J_URI.',
  ],
  [
    /towards (READ|WRITE) server|routing table/i,
    'The cluster names members that cannot be reached from here, or has no leader: check server.bolt.advertised_address, or name one server by bolt:// instead of neo4j:// in NEO4J_URI.',
  ],
];

/** What a failed statement of a sign-in means, in a sentence of ours: the driver's names hosts and users. */
export function refusalOf(error: unknown): SignIn {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === 'Neo.ClientError.Security.CredentialsExpired') return { outcome: 'new' };
  const short = code.split('.').slice(-2).join('.');
  const refused = REFUSED[short];
  if (refused) return { outcome: 'refused', reason: refused };
  const passing = PASSING[short] ?? DRIVER.find(([pattern]) => pattern.test(message))?.[1];
  if (passing) return { outcome: 'not-yet', reason: passing };
  if (code.startsWith('Neo.ClientError.Security.'))
    return { outcome: 'refused', reason: `The database refuses the sign-in (${short}): correct ${NAMES}.` };
  const known = code.startsWith('Neo.') ? ` (${short})` : '';
  return {
    outcome: 'not-yet',
    reason: `The database does not let anybody work on it for now${known}: see its log, and check NEO4J_URI.`,
  };
}
