import { EntenteError } from '../server/core/model/errors.ts';
import type { Row } from '../server/core/model/rows.ts';
import { NODE_LABELS, type Stored, type StoredEdge, type StoredNode } from '../server/core/model/stored.ts';
import type { Database, Transaction } from '../server/database/port.ts';
import type { Statements } from '../server/statements/load.ts';
import type { DataSet } from './data-set.ts';
import { isEmpty, type Plan, planChanges, toStored } from './plan.ts';

export interface LoadOptions {
  /** Only say what would change. */
  dryRun?: boolean;
  /** Told after every batch: how many of all changes are written. */
  onProgress?: (done: number, all: number) => void;
  signal?: AbortSignal;
}

const BATCH = 1_000;
/** Loading may take long; a reader's limit would cut a large set off. */
const TIMEOUT = 30 * 60_000;
/** Held by whoever loads, so that two at once go one after the other. Never seen outside a transaction. */
const LOCK = 'seeding-lock';

type Run = (name: string, parameters: Record<string, unknown>) => Promise<Row[]>;

/**
 * Makes the database hold exactly this data set, beside whatever else it holds, in one transaction:
 * all of it or nothing. Constraints and indexes are defined first.
 * @throws EntenteError `invalid_request` when an id belongs to somebody else's node, or a node to be
 *   removed has edges that this set did not load
 */
export function loadDataSet(
  database: Database,
  statements: Statements,
  dataSet: DataSet,
  options: LoadOptions = {},
): Promise<Plan> {
  const types = dataSet.types.map(({ type }) => type);
  return loadStored(database, statements, { id: dataSet.id, types, stored: toStored(dataSet) }, options);
}

/** Nodes and edges that stand in the database as one set. */
export interface Loadable {
  /** The id of the set, with which each of its nodes and edges is marked. */
  id: string;
  /** The relationship types of its edges. */
  types: readonly string[];
  stored: Stored;
}

/** As {@link loadDataSet}, of what is no data set of files. */
export async function loadStored(
  database: Database,
  statements: Statements,
  { id, types, stored: wanted }: Loadable,
  options: LoadOptions = {},
): Promise<Plan> {
  if (options.dryRun) {
    const run: Run = async (name, parameters) => (await database.read(statements.get(name), parameters)).rows;
    return check(run, id, wanted);
  }
  await defineSchema(database, statements, types);
  const given = { timeout: TIMEOUT, ...(options.signal ? { signal: options.signal } : {}) };
  return database.write((transaction) => apply(transaction, statements, id, wanted, options), given);
}

async function defineSchema(
  database: Database,
  statements: Statements,
  types: readonly string[],
): Promise<void> {
  const all = statements.names().filter((name) => name.startsWith('schema/'));
  const definitions = all.flatMap((name) => {
    const statement = statements.get(name);
    const perType = statement.parameters.some((each) => each.name === 'type');
    return perType
      ? types.map((type) => ({ statement, parameters: { type } }))
      : [{ statement, parameters: {} }];
  });
  await database.define(definitions);
}

async function apply(
  transaction: Transaction,
  statements: Statements,
  id: string,
  wanted: Stored,
  { onProgress }: LoadOptions,
): Promise<Plan> {
  const run: Run = async (name, parameters) => (await transaction.run(statements.get(name), parameters)).rows;
  await run('write/lock', { lock: LOCK });
  const plan = await check(run, id, wanted);
  if (!isEmpty(plan)) await writeAll(run, id, plan, wanted, onProgress);
  await run('write/unlock', { lock: LOCK });
  return plan;
}

async function check(run: Run, id: string, wanted: Stored): Promise<Plan> {
  const plan = planChanges(await readStored(run, id), wanted);
  const taken = await run('check/ids-taken', { dataSet: id, ids: plan.nodes.create.map((each) => each.id) });
  const attached = await run('check/edges-in-the-way', { dataSet: id, ids: plan.nodes.remove });
  const details = [
    ...taken.map((row) => ({
      path: String(row.id),
      message: row.dataSet
        ? `is the id of a node of the data set ${row.dataSet}; choose another (an import has --prefix), or take that set's place with its id in set.yaml.`
        : 'is the id of a node that somebody else put into this database; choose another.',
    })),
    ...attached.map((row) => ({
      path: String(row.id),
      message: `is no longer in the set, but ${row.count} edges that this set did not load end at it; delete those first.`,
    })),
  ];
  if (details.length === 0) return plan;
  throw new EntenteError(
    'invalid_request',
    'The data set cannot be loaded into this database; nothing was written.',
    { details },
  );
}

async function readStored(run: Run, dataSet: string): Promise<Stored> {
  const nodes = await run('check/stored-nodes', { dataSet });
  const edges = await run('check/stored-edges', { dataSet });
  return { nodes: nodes as unknown as StoredNode[], edges: edges as unknown as StoredEdge[] };
}

async function writeAll(
  run: Run,
  dataSet: string,
  plan: Plan,
  wanted: Stored,
  onProgress: LoadOptions['onProgress'],
): Promise<void> {
  const steps: Step[] = [
    { name: 'write/remove-edges', rows: plan.edges.remove },
    { name: 'write/remove-nodes', rows: plan.nodes.remove },
    { name: 'write/create-nodes', rows: plan.nodes.create },
    { name: 'write/update-nodes', rows: plan.nodes.update },
    ...edgeSteps('write/create-edges', plan.edges.create, wanted),
    ...edgeSteps('write/update-edges', plan.edges.update, wanted),
  ];
  const all = steps.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for (const { name, rows, names } of steps) {
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH);
      await run(name, { dataSet, ...names, rows: batch.map(withIntegers) });
      done += batch.length;
      onProgress?.(done, all);
    }
  }
}

type WrittenRow = string | StoredNode | StoredEdge;

/** Rows that one statement takes, with the names that are written into it. */
interface Step {
  name: string;
  rows: readonly WrittenRow[];
  names?: { type: string; fromLabel: string; toLabel: string };
}

/** Edges by their type and the labels of their ends: written out, these lead to each node by one look at an index. */
function edgeSteps(name: string, edges: readonly StoredEdge[], { nodes }: Stored): Step[] {
  const known: readonly string[] = NODE_LABELS;
  const labels = new Map(nodes.map((node) => [node.id, node.labels.find((label) => known.includes(label))]));
  const steps = new Map<string, Step & { rows: StoredEdge[] }>();
  for (const edge of edges) {
    const [fromLabel = '', toLabel = ''] = [labels.get(edge.from), labels.get(edge.to)];
    const key = [edge.type, fromLabel, toLabel].join('\0');
    const step = steps.get(key) ?? { name, rows: [], names: { type: edge.type, fromLabel, toLabel } };
    steps.set(key, step);
    step.rows.push(edge);
  }
  return [...steps.values()];
}

/** The driver stores a plain number as a float; whole numbers are meant as integers. */
function withIntegers(row: WrittenRow): WrittenRow {
  if (typeof row === 'string') return row;
  const properties = Object.entries(row.properties).map(([key, value]) => [
    key,
    typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value,
  ]);
  return { ...row, properties: Object.fromEntries(properties) };
}
