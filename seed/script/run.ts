import { STATEMENT_PLACE } from '../../server/core/contract/cypher.ts';
import { type Part, scriptParts } from '../../server/core/formats/script-parts.ts';
import { EntenteError } from '../../server/core/model/errors.ts';
import { amount } from '../../server/core/words/words.ts';
import { toStatementError } from '../../server/database/errors/statement-errors.ts';
import type { Changes, Database } from '../../server/database/port.ts';

/** A script of somebody's own may load much. */
const TIMEOUT = 30 * 60_000;

/** A script in Cypher, and what its file is called in messages. */
export interface Script {
  file: string;
  text: string;
}

/**
 * The statements of a script.
 * @throws EntenteError `invalid_request` where there is none, or a line that is a command of the workbench
 */
export function statementsOf({ file, text }: Script): Part[] {
  const parts = scriptParts(text);
  const details = parts
    .filter(({ kind }) => kind === 'command')
    .map(({ line, text: command }) => ({
      path: `${file}:${line}`,
      message: `is a command of the workbench (:${command.split(/\s/)[0]}), which is not Cypher; take it out.`,
    }));
  if (parts.length === 0)
    details.push({ path: file, message: 'holds no statement; write one, and end it with a semicolon.' });
  if (details.length === 0) return parts;
  throw new EntenteError('invalid_request', 'The script cannot be run; nothing was written.', { details });
}

/**
 * Runs the statements of a script one after the other, each in a transaction of its own, and tells of each what it
 * changed. What ran before one that fails stays.
 * @param say is told a line for each statement
 * @throws EntenteError at the first one that fails, with file, line and column
 */
export async function runScript(
  database: Pick<Database, 'write'>,
  script: Script,
  say: (line: string) => void,
): Promise<void> {
  const parts = statementsOf(script);
  for (const [done, part] of parts.entries()) {
    const where = `${script.file}:${part.line}`;
    const { rows, changes } = await run(database, part).catch((cause: unknown) => {
      throw told(cause, { file: script.file, part, done, all: parts.length });
    });
    say(`${where}  ${changesInWords(changes, rows.length)}`);
  }
}

function run(database: Pick<Database, 'write'>, { text }: Part) {
  const statement = { name: 'script', title: '', purpose: '', returns: '', parameters: [], text };
  return database.write((transaction) => transaction.run(statement), { timeout: TIMEOUT });
}

interface Failed {
  file: string;
  part: Part;
  /** How many statements ran before it, of how many. */
  done: number;
  all: number;
}

/** A place in a statement as one in its file. */
function placeIn(file: string, part: Part, path: string): string | undefined {
  const [, line, column] = STATEMENT_PLACE.exec(path) ?? [];
  if (line === undefined || column === undefined) return undefined;
  const right = line === '1' ? part.column - 1 : 0;
  return `${file}:${Number(line) + part.line - 1}:${Number(column) + right}`;
}

/** A failure with its place in the file, and with what is done already. */
function told(cause: unknown, { file, part, done, all }: Failed): EntenteError {
  const where = `${file}:${part.line}`;
  const fault = toStatementError(cause instanceof EntenteError ? (cause.cause ?? cause) : cause, 0);
  const details = fault.details.map(({ path, message }) => ({
    path: placeIn(file, part, path) ?? path.replace(/^statement$/, where),
    message,
  }));
  const before = done === 0 ? 'Nothing was written.' : 'What ran before it stays.';
  // The place it ends by is one in the statement; that in the file stands below.
  const what = fault.message.replace(/ \(line \d+, column \d+\)$/, '');
  const message = `Statement ${done + 1} of ${all} failed: ${what} ${before}`;
  return new EntenteError(fault.code, message, {
    details: details.length > 0 ? details : [{ path: where, message: 'is where it begins.' }],
    cause,
  });
}

function changesInWords(changes: Changes, rows: number): string {
  const { nodesCreated, nodesDeleted, edgesCreated, edgesDeleted, propertiesSet } = changes;
  const told = [
    nodesCreated > 0 && `${amount(nodesCreated, 'node', 'nodes')} created`,
    nodesDeleted > 0 && `${amount(nodesDeleted, 'node', 'nodes')} deleted`,
    edgesCreated > 0 && `${amount(edgesCreated, 'edge', 'edges')} created`,
    edgesDeleted > 0 && `${amount(edgesDeleted, 'edge', 'edges')} deleted`,
    propertiesSet > 0 && `${amount(propertiesSet, 'property', 'properties')} set`,
    rows > 0 && `${amount(rows, 'row', 'rows')} returned`,
  ].filter((each) => each !== false);
  return told.join(', ') || 'done';
}
