import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EntenteError, type ErrorDetail } from '../server/core/model/errors.ts';
import { withConfiguredDatabase } from '../server/database/configured.ts';
import { openNeo4j } from '../server/database/neo4j.ts';
import { projectFolder } from '../server/project.ts';
import { environmentWithFile, readSettings } from '../server/settings.ts';
import { loadStatements } from '../server/statements/load.ts';
import { tellFault } from '../server/tell-fault.ts';
import { askAboutEmpty, emptyFiles } from './ask.ts';
import { BUILT_IN_SET, openDataSet, seedFolder } from './seed.ts';
import { storyFolders } from './story-folders.ts';
import { summarise, toTell } from './summary.ts';

const USAGE = `Loads a data set into the configured database.

  npm run seed                       the built-in set
  npm run seed -- FOLDER             the set in FOLDER
  npm run seed -- FOLDER --dry-run   only say what would change
  npm run seed -- FOLDER --yes       load a set with an empty file without being asked

The database is the one NEO4J_URI names, else the managed one.
The format is described in README.md.
`;

interface Request {
  folder: string;
  dryRun: boolean;
  /** Whether an empty file is meant. */
  yes: boolean;
}

/**
 * The seeding command.
 * @param parameters what stands after the command's name
 * @returns the exit code: 0 when the database holds the set (or a dry run went through), 1 when not, 2 for a
 *   command that cannot be read
 */
export async function main(parameters: string[]): Promise<number> {
  const project = projectFolder();
  try {
    const request = readRequest(parameters, project);
    if (!request) {
      process.stdout.write(USAGE);
      return 0;
    }
    await seed(request, project);
    return 0;
  } catch (error) {
    const told = tellFault(error);
    return told.message === BAD_COMMAND ? 2 : 1;
  }
}

const BAD_COMMAND = 'The command cannot be read. See npm run seed -- --help.';

function readRequest(parameters: string[], project: string): Request | undefined {
  const options = {
    'dry-run': { type: 'boolean' },
    yes: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parse(parameters, options);
  if (values.help) return undefined;
  const [folder] = positionals;
  return {
    folder: folder ? resolve(folder) : join(project, 'seed', 'data', BUILT_IN_SET),
    dryRun: values['dry-run'] === true,
    yes: values.yes === true,
  };
}

function parse(
  args: string[],
  options: {
    'dry-run': { type: 'boolean' };
    yes: { type: 'boolean' };
    help: { type: 'boolean'; short: string };
  },
) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: true });
    if (parsed.positionals.length <= 1) return parsed;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new EntenteError('invalid_request', BAD_COMMAND, { cause, details: [{ path: '', message }] });
  }
  throw new EntenteError('invalid_request', BAD_COMMAND, {
    details: [{ path: args.join(' '), message: 'names more than one folder.' }],
  });
}

/** What may be wrong is told beside the result, which it does not change. */
function tellWarning({ path, message }: ErrorDetail): void {
  process.stderr.write(`Warning: ${path} ${message}\n`);
}

async function seed({ folder, dryRun, yes }: Request, project: string): Promise<void> {
  // Before a database is looked for: a faulty set is told at once.
  const empty = emptyFiles(openDataSet(folder, tellWarning));
  const { stdin: input, stdout: output } = process;
  if (!dryRun && !yes)
    await askAboutEmpty(empty, input.isTTY && output.isTTY ? { input, output } : undefined);
  const settings = readSettings(environmentWithFile(project, process.env));
  const statements = loadStatements(join(project, 'cypher'), 'seed');
  let last = '';
  const say = (line: string) => {
    if (line !== last) process.stdout.write(`${line}\n`);
    last = line;
  };
  const connect = (connection: Parameters<typeof openNeo4j>[0]) => openNeo4j(connection);
  await withConfiguredDatabase(
    settings,
    connect,
    ({ message }) => say(`${message} …`),
    async (database) => {
      const onProgress = (done: number, all: number) => say(`Writing: ${done} of ${all} changes`);
      const { dataSet, plan } = await seedFolder(database, statements, folder, { dryRun, onProgress });
      say(summarise(dataSet, plan, dryRun));
      const next = toTell(dataSet, folder, storyFolders(settings.stories, project));
      if (next) say(next);
    },
  );
}
