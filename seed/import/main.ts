import { join } from 'node:path';
import { EntenteError } from '../../server/core/model/errors.ts';
import { directionOf, signsOf, weightSum } from '../../server/core/reading/network.ts';
import { type ReadFiles, readFiles } from '../../server/core/reading/read.ts';
import { setIdOf, storedNetwork } from '../../server/core/reading/stored.ts';
import { withConfiguredDatabase } from '../../server/database/configured.ts';
import { openNeo4j } from '../../server/database/neo4j.ts';
import { projectFolder } from '../../server/project.ts';
import { environmentWithFile, readSettings } from '../../server/settings.ts';
import { loadStatements } from '../../server/statements/load.ts';
import { tellFault } from '../../server/tell-fault.ts';
import { type Loadable, loadStored } from '../load.ts';
import { summarise } from '../summary.ts';
import { openFiles, openMapping, saveMapping } from './files.ts';
import { BAD_COMMAND, IMPORT_USAGE, type ImportRequest, readImportRequest } from './request.ts';

/**
 * The importing command.
 * @param parameters what stands after the command's name
 * @returns the exit code: 0 when it was loaded or a dry run went through, 1 when not, 2 for a command that cannot
 *   be read
 */
export async function main(parameters: string[]): Promise<number> {
  try {
    const request = readImportRequest(parameters);
    if (!request) {
      process.stdout.write(IMPORT_USAGE);
      return 0;
    }
    await carryOut(request);
    return 0;
  } catch (error) {
    const told = tellFault(error);
    return told.message === BAD_COMMAND ? 2 : 1;
  }
}

async function carryOut(request: ImportRequest): Promise<void> {
  const { files, map, saveMap, missing, encoding } = request;
  const mapping = map === undefined ? undefined : openMapping(map);
  const network = await readFiles(openFiles(files), {
    ...(mapping && { mapping }),
    ...(missing && { missing }),
    ...(encoding !== undefined && { encoding }),
  });
  if (saveMap !== undefined)
    saveMapping(
      saveMap,
      network.tables.map(({ mapping }) => mapping),
    );
  if (request.json) {
    process.stdout.write(`${JSON.stringify(reportOf(network))}\n`);
    return;
  }
  for (const { path, message } of network.warnings) process.stderr.write(`Warning: ${path} ${message}\n`);
  process.stdout.write(`${understood(network)}\n`);
  if (request.dryRun) process.stdout.write('Nothing was written (--dry-run).\n');
  else await load(network, request, mapping?.title);
}

/** What `--dry-run --json` prints. `directed` is `"mixed"` where some edges have a direction and some have none. */
function reportOf(network: ReadFiles): object {
  const { format, nodes, edges, skipped, warnings, tables } = network;
  return {
    ...{ format, nodes: nodes.length, edges: edges.length, directed: directionOf(network) },
    weightSum: weightSum(network),
    signs: signsOf(network),
    ...{ skipped, warnings, mappings: tables.map(({ mapping }) => mapping) },
  };
}

function understood(network: ReadFiles): string {
  const { format, nodes, edges, skipped } = network;
  const { positive, negative } = signsOf(network);
  const direction = { true: 'directed', false: 'undirected', mixed: 'mixed' }[String(directionOf(network))];
  const signs = positive + negative > 0 ? `, ${positive} of support and ${negative} of opposition` : '';
  const left =
    skipped.nodes + skipped.edges > 0 ? `; skipped: ${skipped.nodes} nodes, ${skipped.edges} edges` : '';
  return `Read as ${format}: ${nodes.length} nodes, ${edges.length} edges (${direction}${signs})${left}`;
}

async function load(network: ReadFiles, request: ImportRequest, title: string | undefined): Promise<void> {
  const set = request.set ?? setIdOf(request.files[0] ?? '');
  const stored = storedNetwork(network, { set, prefix: request.prefix });
  const loadable: Loadable = { id: set, types: [...new Set(stored.edges.map(({ type }) => type))], stored };
  if (loadable.types.length > MOST_TYPES) throw tooManyTypes(loadable.types);
  const project = projectFolder();
  const settings = readSettings(environmentWithFile(project, process.env));
  const statements = loadStatements(join(project, 'cypher'), 'seed');
  let last = '';
  const say = (line: string) => {
    if (line !== last) process.stdout.write(`${line}\n`);
    last = line;
  };
  await withConfiguredDatabase(
    settings,
    (connection) => openNeo4j(connection),
    ({ message }) => say(`${message} …`),
    async (database) => {
      const onProgress = (done: number, all: number) => say(`Writing: ${done} of ${all} changes`);
      const plan = await loadStored(database, statements, loadable, { onProgress });
      say(summarise({ id: set, title: title ?? set }, plan, false));
    },
  );
}

/** Each relationship type has a constraint of its own; more of them are texts and no types. */
const MOST_TYPES = 500;

function tooManyTypes(types: readonly string[]): EntenteError {
  const message = `has ${types.length} relationship types, such as ${types.slice(0, 3).join(', ')}; at most ${MOST_TYPES} are loaded. Name another column for type in a mapping (--save-map, --map), or one value.`;
  return new EntenteError('invalid_request', 'The network cannot be loaded; nothing was written.', {
    details: [{ path: 'type', message }],
  });
}
