import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGraph } from '../core/answers/graph.ts';
import { type Measured, measuredOf } from '../core/measures/nodes/network.ts';
import { measureNodes, type NodeMeasureId, nodeMeasure } from '../core/measures/registry.ts';
import { printedOf } from '../core/measures/report.ts';
import { networkOf, type SignedNetwork } from '../core/measures/signed-network.ts';
import { tablesOf } from '../core/measures/tables.ts';
import { EntenteError } from '../core/model/errors.ts';
import type { Graph } from '../core/model/graph.ts';
import { weightsOf } from '../core/picture/task-of-view.ts';
import { emptyGraph } from '../core/view/merge-graphs.ts';
import { withConfiguredDatabase } from '../database/configured.ts';
import { openNeo4j } from '../database/neo4j.ts';
import { createGraphService } from '../graph/service.ts';
import { projectFolder } from '../project.ts';
import { environmentWithFile, readSettings } from '../settings.ts';
import { loadStatements } from '../statements/load.ts';
import { tellFault } from '../tell-fault.ts';
import { MEASURE_USAGE, type MeasureRequest, readMeasureRequest } from './measure-request.ts';
import { readSignedTable } from './signed-table.ts';

/**
 * The measuring command: prints one JSON object to standard output and its progress to standard error.
 * @param parameters what stands after the command's name
 * @returns the exit code: 0 when it measured, 2 for a command or a file that cannot be read, 1 for all else
 */
export async function main(parameters: string[]): Promise<number> {
  try {
    const request = readMeasureRequest(parameters);
    if (!request) {
      process.stdout.write(MEASURE_USAGE);
      return 0;
    }
    const measures =
      request.file === undefined ? await ofDatabase(request) : await ofFile(request, request.file);
    process.stdout.write(`${JSON.stringify(measures, undefined, process.stdout.isTTY ? 2 : 0)}\n`);
    return 0;
  } catch (error) {
    const told = tellFault(error);
    return told.code === 'invalid_request' ? 2 : 1;
  }
}

async function ofFile(request: MeasureRequest, file: string): Promise<object> {
  const { names, rows } = readSignedTable(textOf(file), file);
  if (request.nodes) {
    const edges = Array.from(rows.source, (source, at) => {
      return { source, target: rows.target[at] as number, sign: rows.sign[at] as number, weight: 1 };
    });
    return ofNodes({ keys: names, edges }, request.nodes);
  }
  const nothing = emptyGraph();
  const tables = { ...tablesOf(nothing), actors: names, direct: { ...rows, edges: [] } };
  return ofNetwork(networkOf(nothing, request, { onProgress }, tables));
}

/** A measure of every node, by its key. */
async function ofNodes(network: Measured, id: NodeMeasureId): Promise<object> {
  const values = await measureNodes(network, id, (done) => say(`Measured ${Math.round(100 * done)} %`));
  const byKey = network.keys.map((key, at): [string, number] => [key, values[at] as number]);
  return { measure: id, range: nodeMeasure(id)?.range, values: Object.fromEntries(byKey) };
}

/** What is printed of a network; that its data are too thin is said besides. */
async function ofNetwork(network: SignedNetwork): Promise<object> {
  const printed = await printedOf(network);
  const { conclusions: reason } = printed.tooThin;
  if (reason) process.stderr.write(`The data are too thin for conclusions. ${reason}\n`);
  return printed;
}

async function ofDatabase(request: MeasureRequest): Promise<object> {
  const graph = await readDatabase(request);
  const { truncated, snapshot } = graph.attributes;
  if (truncated) say('The database holds more than ENTENTE_ROW_LIMIT: a part of it is measured');
  if (request.nodes) return { snapshot, truncated, ...(await ofNodes(measuredOf(graph), request.nodes)) };
  const { actorLabel, network, weigh } = request;
  const tables = { weights: weightsOf(weigh), ...(actorLabel !== undefined && { actorLabel }) };
  const printed = await ofNetwork(networkOf(graph, { ...request, tables }, { onProgress }));
  return { network, snapshot, truncated, ...printed };
}

function readDatabase({ from, to }: MeasureRequest): Promise<Graph> {
  const project = projectFolder();
  const settings = readSettings(environmentWithFile(project, process.env));
  const statements = loadStatements(join(project, 'cypher'), 'server');
  return withConfiguredDatabase(
    settings,
    (connection) => openNeo4j(connection),
    ({ message }) => say(message),
    async (database) => {
      const service = createGraphService(database, statements, settings);
      const filters = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
      return (await service.read((reader) => readGraph(reader, filters, settings.rowLimit))).value;
    },
  );
}

function onProgress({ lower, upper }: { lower: number; upper: number }): void {
  say(`Frustration index: from ${lower} to ${upper}`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const message = `cannot be read (${(cause as NodeJS.ErrnoException).code}); check its name and rights.`;
    throw new EntenteError('invalid_request', 'There is nothing to measure.', {
      cause,
      details: [{ path: file, message }],
    });
  }
}

function say(message: string): void {
  process.stderr.write(`${message} …\n`);
}
