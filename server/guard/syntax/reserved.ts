import { Refusal } from '../refusal.ts';

/** Words that begin a clause. */
export const CLAUSES: ReadonlySet<string> = new Set(
  `match where with return unwind call union let filter for order skip limit offset yield finish`.split(' '),
);

/** What gives true or false. */
export const TELLS: ReadonlySet<string> = new Set(
  `= <> < > <= >= =~ and or xor not in is contains starts ends null true false`.split(' '),
);

/** What stands in an expression and is no value. */
export const NO_VALUE: ReadonlySet<string> = new Set(
  `${[...TELLS].join(' ')} with distinct as by asc desc ascending descending order skip limit offset - * / % ^ ; : & ! | ? , :: typed normalized nfc nfd nfkc nfkd`.split(
    ' ',
  ),
);

const CASE = ['case', 'when', 'then', 'else', 'end'];
/** What can stand after an opening bracket without being a variable. */
const NO_VARIABLE = new Set(['null', 'true', 'false', 'not', 'case']);
const AFTER_VARIABLE = new Set([')', ']', ':', '{', '*', 'where', '&', '|', '!']);

interface Token {
  kind: string;
  text: string;
  word: string;
}

/**
 * Refuses a variable that is named like a word of the language: Neo4j tells them apart by where they stand, and what
 * is reckoned here by words alone would not see it.
 *
 * @throws Refusal with the place and the remedy
 */
export function refuseReserved(token: Token | undefined): void {
  if (token?.kind !== 'name') return;
  if (!CLAUSES.has(token.word) && !NO_VALUE.has(token.word) && !CASE.includes(token.word)) return;
  throw new Refusal(
    `"${token.text}" is a word of Cypher; write it in backticks where it is a name: \`${token.text}\`.`,
    token as never,
  );
}

/** Refuses variables of that kind in a pattern. */
export function refuseReservedIn(tokens: readonly Token[], from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const [bracket, name, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    if (bracket?.kind !== 'symbol' || !'(['.includes(bracket.word)) continue;
    if (name && !NO_VARIABLE.has(name.word) && AFTER_VARIABLE.has(next?.word ?? '')) refuseReserved(name);
  }
}
