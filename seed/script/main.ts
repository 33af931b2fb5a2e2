import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { EntenteError } from '../../server/core/model/errors.ts';
import { withConfiguredDatabase } from '../../server/database/configured.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import { projectFolder } from '../../server/project.ts';
import { environmentWithFile, readSettings } from '../../server/settings.ts';
import { tellFault } from '../../server/tell-fault.ts';
import { runScript, type Script, statementsOf } from './run.ts';

const USAGE = `Runs a script in Cypher on the configured database, as its owner: it may write.

  npm run cypher -- FILE

Semicolons end statements; each runs in a transaction of its own, one after the other, up to the first that fails.
The database is the one NEO4J_URI names, else the managed one.
`;
const BAD_COMMAND = 'The command cannot be read. See npm run cypher -- --help.';

/**
 * The command that runs a script of somebody's own.
 * @param parameters what stands after the command's name
 * @returns the exit code: 0 when all of it ran, 1 when not, 2 for a command that cannot be read
 */
export async function main(parameters: string[]): Promise<number> {
  if (parameters.some((each) => each === '--help' || each === '-h')) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const [path, ...more] = parameters;
    if (path === undefined || path.startsWith('-') || more.length > 0)
      throw new EntenteError('invalid_request', BAD_COMMAND, {
        details: [{ path: 'FILE', message: `${parameters.length} names are given; it takes one file.` }],
      });
    await carryOut(open(path));
    return 0;
  } catch (error) {
    return tellFault(error).message === BAD_COMMAND ? 2 : 1;
  }
}

function open(path: string): Script {
  try {
    return { file: basename(path), text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') };
  } catch (cause) {
    const message = `cannot be read (${(cause as NodeJS.ErrnoException).code}); check its name and rights.`;
    throw new EntenteError('invalid_request', 'The script cannot be read; nothing was written.', {
      details: [{ path, message }],
      cause,
    });
  }
}

async function carryOut(script: Script): Promise<void> {
  // Before a database is looked for: a faulty script is told at once.
  statementsOf(script);
  const settings = readSettings(environmentWithFile(projectFolder(), process.env));
  const say = (line: string) => process.stdout.write(`${line}\n`);
  await withConfiguredDatabase(
    settings,
    (connection) => openNeo4j(connection),
    ({ message }) => process.stderr.write(`${message} …\n`),
    (database) => runScript(database, script, say),
  );
}
