import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Amount } from '../core/measures/meanings.ts';
import { type Measures, measureNetwork } from '../core/measures/measures.ts';
import { type Measured, measuredOf } from '../core/measures/nodes/network.ts';
import { measureNodes, type NodeMeasureId, nodeMeasure } from '../core/measures/registry.ts';
import { type NetworkName, networkEdges, tablesOf } from '../core/measures/tables.ts';
import { amountOf } from '../core/measures/tasks.ts';
import { tooThinFor } from '../core/measures/thin.ts';
import { EntenteError } from '../core/model/errors.ts';
import type { Graph } from '../core/model/graph.ts';
import { weightsOf } from '../core/picture/task-of-view.ts';
import { withConfiguredDatabase } from '../database/configured.ts';
import { openNeo4j } from '../database/neo4j.ts';
import { readGraph } from '../graph/graph.ts';
import { createGraphService } from '../graph/service.ts';
import { projectFolder } from '../project.ts';
import { environmentWithFile, readSettings } from '../settings.ts';
import { loadStatements } from '../statements/load.ts';
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
    if (!(error instanceof EntenteError)) throw error;
    process.stderr.write(`${error.message}\n`);
    for (const { path, message } of error.details) process.stderr.write(`  ${path} ${message}\n`);
    return error.code === 'invalid_request' ? 2 : 1;
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
  const measures = await measureNetwork(rows, names, optionsOf(request));
  const triads = Object.values(measures.triads).reduce((sum, count) => sum + count, 0);
  return concluded(measures, 'direct', { ...measures, triads });
}

/** A measure of every node, by its key. */
async function ofNodes(network: Measured, id: NodeMeasureId): Promise<object> {
  const values = await measureNodes(network, id, (done) => say(`Measured ${Math.round(100 * done)} %`));
  const byKey = network.keys.map((key, at): [string, number] => [key, values[at] as number]);
  return { measure: id, range: nodeMeasure(id)?.range, values: Object.fromEntries(byKey) };
}

/** The measures with what is to be concluded from them: nothing, where there is too little, which is said once. */
function concluded(measures: Measures, network: NetworkName, amount: Amount): object {
  const reason = tooThinFor(network, amount);
  if (!reason) return { ...measures, conclusive: true };
  process.stderr.write(`The data are too thin for conclusions. ${reason}\n`);
  const { balanced: _, frustration, ...numbers } = measures;
  const { proved: __, ...bounds } = frustration;
  const tooThin = { ...measures.tooThin, conclusions: reason };
  return { ...numbers, tooThin, frustration: bounds, conclusive: false };
}

async function ofDatabase(request: MeasureRequest): Promise<object> {
  const graph = await readDatabase(request);
  const { truncated, snapshot } = graph.attributes;
  if (truncated) say('The database holds more than ENTENTE_ROW_LIMIT: a part of it is measured');
  if (request.nodes) return { snapshot, truncated, ...(await ofNodes(measuredOf(graph), request.nodes)) };
  const { actorLabel, network, threshold, weigh } = request;
  const weights = weightsOf(weigh);
  const tables = tablesOf(graph, actorLabel === undefined ? { weights } : { actorLabel, weights });
  const rows = networkEdges(tables, network, threshold);
  const measures = await measureNetwork(rows, tables.actors, optionsOf(request));
  return { network, snapshot, truncated, ...concluded(measures, network, amountOf(measures, tables)) };
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

function optionsOf({ seed, timeLimit }: MeasureRequest) {
  const onProgress = ({ lower, upper }: { lower: number; upper: number }) =>
    say(`Frustration index: from ${lower} to ${upper}`);
  return { seed, timeLimit, onProgress };
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
