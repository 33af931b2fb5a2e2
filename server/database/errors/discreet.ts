import { pushAll } from '../../core/numbers/extremes.ts';
import type { Connection } from '../port.ts';

/** What stands for a database that somebody runs, wherever it would be named by its address. */
const INSTEAD = 'the database';
const DEFAULT_PORT = '7687';
/** Names that say nothing about a machine, so that alone they may stand in any text. */
const COMMON = /^(localhost|127\.0\.0\.1|::1|0\.0\.0\.0)$/;

type Replace = readonly [pattern: RegExp, instead: string];
const known = new Map<string, readonly Replace[]>();

/**
 * Remembers where a database is and how it is signed in to, for {@link discreet}. Called by all that connect: the
 * driver and the database put both into their messages, and no place that writes one knows of which database it is.
 */
export function keepPrivate({
  uri,
  username,
  password,
}: Pick<Connection, 'uri' | 'username' | 'password'>): void {
  const name = JSON.stringify([uri, username, password]);
  if (!known.has(name)) known.set(name, replacesOf(uri, username, password));
}

/** A text without the host, port, user names and passwords of the databases that were connected to. */
export function discreet(text: string): string {
  let told = text;
  for (const replaces of known.values())
    for (const [pattern, instead] of replaces) told = told.replace(pattern, instead);
  return told;
}

function replacesOf(uri: string, username: string, password: string): Replace[] {
  const { hostname, port = '' } = URL.canParse(uri) ? new URL(uri) : { hostname: '' };
  const bare = hostname.replace(/^\[|\]$/g, '');
  const replaces: Replace[] = [];
  // What is short occurs in words, and is no password of a database that anybody can reach.
  if (password.length >= 4)
    for (const each of new Set([
      password,
      encodeURIComponent(password),
      JSON.stringify(password).slice(1, -1),
    ]))
      replaces.push([new RegExp(escaped(each), 'g'), '…']);
  replaces.push([new RegExp(escaped(uri), 'g'), INSTEAD]);
  if (bare) {
    const door = port || DEFAULT_PORT;
    const host = `\\[?${escaped(bare)}\\]?`;
    const common = COMMON.test(bare);
    // Any other port of this machine is not the database's.
    const ports = common ? `${door}(?!\\d)` : '\\d{1,5}(?!\\d)';
    replaces.push([
      new RegExp(`((neo4j|bolt)(\\+s|\\+ssc)?://)?(?<![\\w.-])${host}:${ports}`, 'gi'),
      INSTEAD,
    ]);
    const announced = '(?<=(ENOTFOUND|EAI_AGAIN|//|@|[Hh]ost:? )[\'"]?)';
    if (!common) replaces.push([new RegExp(`${announced}${host}(?![\\w-]|\\.\\w)`, 'g'), INSTEAD]);
    // A name of one word, as containers have, is a word of other sentences too.
    if (!common && /[.:]/.test(bare))
      replaces.push([new RegExp(`(?<![\\w.-])${host}(?![\\w-]|\\.\\w)`, 'gi'), INSTEAD]);
    replaces.push([new RegExp(`(?<=\\bport[:= ]+|(?<![\\d.]):)${door}(?!\\d)`, 'gi'), '…']);
  }
  if (username) pushAll(replaces, userReplaces(username));
  return replaces;
}

/** A user's name wherever it stands as one; that which every Neo4j is born with is no secret, and the product's name. */
function userReplaces(username: string): Replace[] {
  if (username === 'neo4j') return [];
  const name = escaped(username);
  return [
    [new RegExp(`(?<=\\buser(name)?:? ?['"\`‘“])${name}(?=['"\`’”])`, 'gi'), '…'],
    ...(username.length >= 4 ? [[new RegExp(`(?<![\\w.@-])${name}(?![\\w@-])`, 'g'), '…'] as const] : []),
  ];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
