import { Refusal } from '../refusal.ts';
import type { Token } from './lexer.ts';

/** Beginnings of settings that say how statements are planned, run and limited: no path, address, name or secret. */
const SHOWN = [
  'db.cypher.',
  'db.lock.acquisition.',
  'db.memory.transaction.',
  'db.query.',
  'db.temporal.',
  'db.track_query_',
  'db.transaction.',
  'dbms.cypher.',
  'dbms.memory.transaction.',
  'server.memory.',
];

/**
 * The database's settings hold paths, addresses and more; only some are shown, and only by name.
 * @throws Refusal for what another user may run, for SHOW SETTINGS without names, with others, or with names that are not written out
 */
export function checkSettings(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const isOf = token.word === 'executable' && tokens[index + 1]?.word === 'by';
    if (isOf && tokens[index + 2]?.word !== 'current')
      throw new Refusal('What others may run is not shown here; write EXECUTABLE BY CURRENT USER.', token);
    if (!/^settings?$/.test(token.word) || tokens[index - 1]?.word !== 'show') continue;
    let at = index + 1;
    for (; ; at += 2) {
      const name = tokens[at];
      if (name?.kind !== 'string') throw refused('Settings are shown by name only', name ?? token);
      if (!SHOWN.some((start) => name.text.startsWith(start)))
        throw refused(`The setting ${name.text} is not shown here`, name);
      if (tokens[at + 1]?.word !== ',') break;
    }
    const next = tokens[at + 1];
    if (next && next.kind !== 'name' && next.word !== ';')
      throw refused('Settings are shown only by names that are written out', next);
  }
}

function refused(what: string, token: Token): Refusal {
  const those = SHOWN.map((start) => `${start}*`).join(', ');
  return new Refusal(
    `${what}; ask as SHOW SETTINGS 'db.transaction.timeout'. Those that may be asked for: ${those}.`,
    token,
  );
}
