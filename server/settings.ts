import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { EntenteError, type ErrorDetail } from './core/model/errors.ts';

interface Setting<T> {
  variable: string;
  default: T;
  /** One sentence for the README's table. */
  help: string;
  read(text: string): T | undefined;
  /** What a good value looks like, for the message that refuses a bad one. */
  expected: string;
  /** Whether it may hold what is nobody's business, so that no message repeats it. */
  secret?: boolean;
}

const text = (text: string): string => text;
/** Characters that nobody guesses. */
const LEAST_SECRET = 24;

const frameAncestors = (text: string): string | undefined => {
  const isSite = (part: string) => /^('self'|https?:\/\/(\*\.)?[\w.-]+(:(\d+|\*))?)$/.test(part);
  return text === '*' || text === "'none'" || text.split(' ').every(isSite) ? text : undefined;
};
const hosts = (text: string): string | undefined =>
  text.split(/[\s,]+/).every((part) => /^(\*|(\*\.)?[\w.-]+|\[[\da-f:.]+\])$/i.test(part)) ? text : undefined;
const origins = (text: string): string | undefined => {
  const isOrigin = (part: string) =>
    part === '*' ||
    (/^https?:\/\/[^/?#]+$/.test(part) && URL.canParse(part) && new URL(part).origin === part);
  return text.split(/[\s,]+/).every(isOrigin) ? text : undefined;
};
const address = {
  read: (text: string) =>
    /^https?:\/\/./.test(text) && URL.canParse(text) ? text.replace(/\/+$/, '') : undefined,
  expected: 'an address such as https://mirror.example.org/path',
};
const wholeNumber = (min: number, max: number) => ({
  read: (text: string) => {
    const number = Number(text);
    return /^\d+$/.test(text) && number >= min && number <= max ? number : undefined;
  },
  expected: `a whole number from ${min} to ${max}`,
});

function setting<T>(given: Setting<T>): Setting<T> {
  return given;
}

/** Every setting of the product, by its name in code. The README's table is checked against this one. */
export const SETTINGS = {
  host: setting({
    variable: 'HOST',
    default: '127.0.0.1',
    help: 'The address to listen on; `0.0.0.0` opens it to the network.',
    read: text,
    expected: 'a host name or address',
  }),
  port: setting({
    variable: 'PORT',
    default: 4400,
    help: 'The port to listen on; `0` takes a free one.',
    ...wholeNumber(0, 65_535),
  }),
  uri: setting({
    variable: 'NEO4J_URI',
    default: '',
    help: 'Your own Neo4j or Aura, such as `neo4j+s://host`; empty starts the managed database. A user and password in it are used unless the settings below give them.',
    read: (text) => (partsOf(text) ? text : undefined),
    expected: 'an address such as bolt://localhost:7687 or neo4j+s://host',
    secret: true,
  }),
  username: setting({
    variable: 'NEO4J_USERNAME',
    default: 'neo4j',
    help: 'The user to connect as.',
    read: text,
    expected: 'a user name',
  }),
  password: setting({
    variable: 'NEO4J_PASSWORD',
    default: '',
    help: 'The password of that user.',
    read: text,
    expected: 'a password',
  }),
  database: setting({
    variable: 'NEO4J_DATABASE',
    default: '',
    help: "The database to use; empty takes the server's default.",
    read: text,
    expected: 'a database name',
  }),
  managedVersion: setting({
    variable: 'ENTENTE_NEO4J_VERSION',
    default: '',
    help: 'The managed Neo4j version, `5.26.28` or `2026.09.0`; empty takes the newest that your Java can run.',
    read: (text) => (/^\d+\.\d+\.\d+$/.test(text) ? text : undefined),
    expected: 'a version such as 5.26.28',
  }),
  heap: setting({
    variable: 'ENTENTE_NEO4J_HEAP',
    default: 1_024,
    help: 'Megabytes of memory that the managed Neo4j may take for its work; large sets need more to be loaded.',
    ...wholeNumber(256, 1_048_576),
  }),
  pageCache: setting({
    variable: 'ENTENTE_NEO4J_PAGE_CACHE',
    default: 64,
    help: 'Megabytes of memory in which the managed Neo4j keeps its files at hand; best as large as the data.',
    ...wholeNumber(8, 1_048_576),
  }),
  dataFolder: setting({
    variable: 'ENTENTE_DATA_FOLDER',
    default: '.entente',
    help: 'Where the managed database keeps its data.',
    read: text,
    expected: 'a folder',
  }),
  cacheFolder: setting({
    variable: 'ENTENTE_CACHE_FOLDER',
    default: join('~', '.cache', 'entente'),
    help: 'Where downloaded Neo4j versions are kept, shared by all checkouts.',
    read: text,
    expected: 'a folder',
  }),
  offline: setting({
    variable: 'ENTENTE_OFFLINE',
    default: '',
    help: '`true` fetches nothing, neither Java nor Neo4j, as `npm start -- --offline` does.',
    read: (text) => ({ true: 'true', '1': 'true', false: '', '0': '' })[text],
    expected: 'true or false',
  }),
  javaMirror: setting({
    variable: 'ENTENTE_JAVA_MIRROR',
    default: 'https://api.adoptium.net',
    help: 'Where a Java is fetched where there is none: an address that answers like the API of Adoptium.',
    ...address,
  }),
  neo4jMirror: setting({
    variable: 'ENTENTE_NEO4J_MIRROR',
    default: 'https://dist.neo4j.org',
    help: 'Where Neo4j is fetched where there is no Maven: an address that holds its archives and their checksums.',
    ...address,
  }),
  frameAncestors: setting({
    variable: 'ENTENTE_FRAME_ANCESTORS',
    default: '',
    help: "Which sites may show embeds: addresses such as `https://example.org https://*.example.com`, which learn what is shown; `*` for all, which do not; `'none'`. Empty is `'none'` on a loopback address and `*` on others.",
    read: frameAncestors,
    expected: "*, 'none', or addresses such as https://example.org separated by spaces",
  }),
  embedSecret: setting({
    variable: 'ENTENTE_EMBED_SECRET',
    default: '',
    help: 'Where several servers answer under one name: the same long random text for all of them. It lets embeds work in frames that are walled off (`sandbox`), whichever server answers; empty makes one up at each start.',
    read: (given) => (given === '' || given.length >= LEAST_SECRET ? given : undefined),
    expected: `a random text of at least ${LEAST_SECRET} characters`,
  }),
  hosts: setting({
    variable: 'ENTENTE_HOSTS',
    default: '',
    help: 'Names the server answers under besides those of this machine, such as `graphs.example.org` or `*.example.org`, separated by commas; `*` for all.',
    read: hosts,
    expected: 'names without port, separated by commas',
  }),
  corsOrigins: setting({
    variable: 'ENTENTE_CORS_ORIGINS',
    default: '',
    help: 'Sites whose pages may read the answers and run statements, such as `https://notebooks.example.org`, separated by commas; `*` for all.',
    read: origins,
    expected: 'origins such as https://example.org, separated by commas',
  }),
  stories: setting({
    variable: 'ENTENTE_STORIES',
    default: '',
    help: 'Folders of data sets whose stories are offered where the database holds the set, separated by commas; empty takes the built-in set.',
    read: text,
    expected: 'folders separated by commas',
  }),
  readTimeout: setting({
    variable: 'ENTENTE_READ_TIMEOUT',
    default: 10_000,
    help: 'Milliseconds after which a read is ended; three times as long where the database is asked it for the first time, and plans it.',
    ...wholeNumber(100, 600_000),
  }),
  rowLimit: setting({
    variable: 'ENTENTE_ROW_LIMIT',
    default: 100_000,
    help: 'The most nodes, and the most edges, that one answer may hold.',
    ...wholeNumber(1, 1_000_000),
  }),
  readUsername: setting({
    variable: 'NEO4J_READ_USERNAME',
    default: '',
    help: 'A weaker user that statements of the Cypher workbench run as; empty takes `NEO4J_USERNAME`.',
    read: text,
    expected: 'a user name',
  }),
  readPassword: setting({
    variable: 'NEO4J_READ_PASSWORD',
    default: '',
    help: 'The password of that user.',
    read: text,
    expected: 'a password',
  }),
  cypherTimeout: setting({
    variable: 'ENTENTE_CYPHER_TIMEOUT',
    default: 10_000,
    help: 'Milliseconds after which a statement of the workbench is ended.',
    ...wholeNumber(100, 600_000),
  }),
  cypherRowLimit: setting({
    variable: 'ENTENTE_CYPHER_ROW_LIMIT',
    default: 1_000_000,
    help: 'The most rows that one such statement may give.',
    ...wholeNumber(1, 1_000_000),
  }),
  cypherByteLimit: setting({
    variable: 'ENTENTE_CYPHER_BYTE_LIMIT',
    default: 67_108_864,
    help: 'The most bytes of rows that one such statement may give.',
    ...wholeNumber(1_000, 1_000_000_000),
  }),
  cypherLength: setting({
    variable: 'ENTENTE_CYPHER_LENGTH',
    default: 20_000,
    help: 'The most characters of such a statement.',
    ...wholeNumber(100, 100_000),
  }),
  cypherBodyLimit: setting({
    variable: 'ENTENTE_CYPHER_BODY_LIMIT',
    default: 1_048_576,
    help: 'The most bytes of a request with its parameters.',
    ...wholeNumber(1_000, 16_777_216),
  }),
  cypherConcurrent: setting({
    variable: 'ENTENTE_CYPHER_CONCURRENT',
    default: 6,
    help: 'The most such statements at once.',
    ...wholeNumber(1, 40),
  }),
  cypherConcurrentPerAddress: setting({
    variable: 'ENTENTE_CYPHER_CONCURRENT_PER_ADDRESS',
    default: 2,
    help: 'The most of them from one address (IPv6: one /56).',
    ...wholeNumber(1, 40),
  }),
  cypherQueued: setting({
    variable: 'ENTENTE_CYPHER_QUEUED',
    default: 50,
    help: 'The most such statements that wait for their turn.',
    ...wholeNumber(0, 10_000),
  }),
  cypherQueuedPerAddress: setting({
    variable: 'ENTENTE_CYPHER_QUEUED_PER_ADDRESS',
    default: 10,
    help: 'The most of them from one address.',
    ...wholeNumber(0, 10_000),
  }),
  cypherRequests: setting({
    variable: 'ENTENTE_CYPHER_REQUESTS',
    default: 120,
    help: 'How many such statements one address may send in a minute.',
    ...wholeNumber(1, 1_000_000),
  }),
  cypherSeconds: setting({
    variable: 'ENTENTE_CYPHER_SECONDS',
    default: 60,
    help: 'How many seconds of the database one address may use in a minute.',
    ...wholeNumber(1, 100_000),
  }),
  cypherProcedures: setting({
    variable: 'ENTENTE_CYPHER_PROCEDURES',
    default: '',
    help: 'Procedures that such statements may call besides those known to only read, such as `gds.graph.list`; separated by commas.',
    read: text,
    expected: 'names separated by commas',
  }),
  cypherFunctions: setting({
    variable: 'ENTENTE_CYPHER_FUNCTIONS',
    default: '',
    help: 'Functions that they may call besides those of Neo4j itself; separated by commas.',
    read: text,
    expected: 'names separated by commas',
  }),
  trustProxy: setting({
    variable: 'ENTENTE_TRUST_PROXY',
    default: '',
    help: 'How many proxies are in front of the server, or their addresses, so that limits count the right address.',
    read: (text) =>
      /^\d{1,2}$/.test(text) || text.split(',').every(isNetwork) ? text.replaceAll(' ', '') : undefined,
    expected: 'a number, or addresses separated by commas',
  }),
} as const;

/** Whether a text is an address, a network such as `10.0.0.0/8`, or a name that Express has for some. */
function isNetwork(text: string): boolean {
  const [address = '', bits] = text.trim().split('/', 2);
  if (bits === undefined && ['loopback', 'linklocal', 'uniquelocal'].includes(address)) return true;
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most))
  );
}

export type Settings = {
  -readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K]['default'] extends number ? number : string;
};

/**
 * Reads the settings from an environment such as `process.env`; the folders come back absolute.
 * @throws EntenteError `invalid_request`, naming every variable that holds a value of the wrong form.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const problems: ErrorDetail[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(SETTINGS) as [string, Setting<unknown>][]) {
    const given = environment[each.variable];
    const value = given === undefined || given === '' ? each.default : each.read(given);
    if (value === undefined) {
      const is = each.secret ? 'cannot be read' : `is "${given}"`;
      problems.push({ path: each.variable, message: `${is}; it takes ${each.expected}.` });
    }
    values[name] = value;
  }
  if (problems.length > 0) {
    const names = problems.map((problem) => `${problem.path} ${problem.message}`).join(' ');
    throw new EntenteError('invalid_request', `A setting cannot be read: ${names}`, { details: problems });
  }
  const settings = values as Settings;
  Object.assign(settings, connectionIn(settings.uri, environment));
  settings.dataFolder = absolute(settings.dataFolder);
  settings.cacheFolder = absolute(settings.cacheFolder);
  return settings;
}

/** The process environment with a `.env` file of `folder` beneath it: what is set outside wins. */
export function environmentWithFile(
  folder: string,
  environment: Record<string, string | undefined>,
): Record<string, string | undefined> {
  const file = join(folder, '.env');
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...environment } : environment;
}

/** An address of a database taken apart; `undefined` where it is none. */
function partsOf(text: string): { uri: string; user: string[] } | undefined {
  const [, scheme, rest = ''] = /^((?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/)(.+)$/s.exec(text) ?? [];
  // A password that nobody encoded may hold any of these signs; a host holds none.
  const at = rest.lastIndexOf('@');
  const uri = `${scheme}${rest.slice(at + 1)}`;
  if (!scheme || !URL.canParse(uri) || !new URL(uri).hostname) return undefined;
  const [, name = '', password = ''] = /^([^:]*):?(.*)$/s.exec(rest.slice(0, Math.max(0, at))) ?? [];
  return { uri, user: [decoded(name), decoded(password)] };
}

/** The address without a user and a password, and those where no setting of their own gives them. */
function connectionIn(text: string, environment: Record<string, string | undefined>): Partial<Settings> {
  const { uri = '', user: [username = '', password = ''] = [] } = partsOf(text) ?? {};
  return {
    uri,
    ...(username && !environment[SETTINGS.username.variable] && { username }),
    ...(password && !environment[SETTINGS.password.variable] && { password }),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function absolute(folder: string): string {
  return folder.startsWith('~') ? join(homedir(), folder.slice(1)) : resolve(folder);
}
