import { parseArgs } from 'node:util';
import { NETWORK_MEASURES, type NodeMeasureId } from '../core/measures/registry.ts';
import { PRINTED_MEASURES } from '../core/measures/signed-registry.ts';
import { NETWORKS, type NetworkName } from '../core/measures/tables.ts';
import { isPartialDate, spanOf } from '../core/model/dates.ts';
import { EntenteError } from '../core/model/errors.ts';
import { CONFIDENCES, MODALITIES } from '../core/model/evidence.ts';
import { view } from '../core/view/view.ts';

const MEASURES_OF_NETWORKS = PRINTED_MEASURES.map(({ name, sentence }) => `  ${name}: ${sentence}`);
const MEASURES_OF_NODES = NETWORK_MEASURES.map(({ id, sentence }) => `  ${id.padEnd(16)}${sentence}`);

export const MEASURE_USAGE = `Measures structural balance, or every node, and prints one JSON object.

  npm run measure                        the configured database
  npm run measure -- FILE.csv            signed edges with the header source,target,sign

Options
  --nodes MEASURE                        measure every node instead, over all edges; see below
  --network direct|agreement|merged      of a database: stances between actors (the default), agreement
                                         derived from stances on issues, or both together
  --actor LABEL                          of a database: the label of actors (Actor, or every node)
  --from DATE, --to DATE                 of a database: only edges that hold in this time
  --weigh NAME:NUMBER                    of a database: how much stances of a modality or confidence count, from
                                         0 (left out, the default of hypothetical) to 1 (that of all others),
                                         such as proposed:0.5; as often as needed
  --threshold NUMBER                     agreement: leave out pairs nearer to 0 than this (0 to 1)
  --seed NUMBER                          for what is drawn at random (0)
  --time-limit SECONDS                   for the frustration index (25)
  --help

Where conclusive is false the data are too thin for conclusions; the reason goes to standard error. Progress goes to
standard error; npm --silent keeps npm's own lines away.

Measures of a signed network, which the JSON holds beside its counts of nodes and edges:
${MEASURES_OF_NETWORKS.join('\n')}

Measures of nodes: the JSON holds their range and the value of every node by its key.
${MEASURES_OF_NODES.join('\n')}
`;

export interface MeasureRequest {
  /** A CSV file; the configured database when absent. */
  file?: string;
  /** What to measure of every node, instead of the balance of the network. */
  nodes?: NodeMeasureId;
  network: NetworkName;
  actorLabel?: string;
  from?: string;
  to?: string;
  threshold: number;
  /** As a view writes them: `proposed:0.5`. */
  weigh: string[];
  seed: number;
  /** Milliseconds. */
  timeLimit: number;
}

const OPTIONS = {
  nodes: { type: 'string' },
  network: { type: 'string' },
  actor: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  threshold: { type: 'string' },
  weigh: { type: 'string', multiple: true },
  seed: { type: 'string' },
  'time-limit': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads what stands after the command's name; undefined when help is asked for.
 * @throws EntenteError `invalid_request` naming the option and what it takes
 */
export function readMeasureRequest(args: string[]): MeasureRequest | undefined {
  const { values, positionals } = parsed(args);
  if (values.help) return undefined;
  const [file, second] = positionals;
  if (second !== undefined) throw refused(second, 'is a second file; name one.');
  const ofDatabase = (['network', 'actor', 'from', 'to', 'threshold', 'weigh'] as const).find(
    (name) => values[name] !== undefined,
  );
  if (file !== undefined && ofDatabase)
    throw refused(`--${ofDatabase}`, 'is for a database only; take it away, or the file.');
  const ofBalance = (['network', 'actor', 'threshold', 'weigh', 'seed', 'time-limit'] as const).find(
    (name) => values[name] !== undefined,
  );
  const nodes = NETWORK_MEASURES.find(({ id }) => id === values.nodes)?.id;
  if (values.nodes !== undefined && !nodes)
    throw refused(
      '--nodes',
      `is "${values.nodes}"; it takes ${NETWORK_MEASURES.map(({ id }) => id).join(', ')}.`,
    );
  if (nodes && ofBalance) throw refused(`--${ofBalance}`, 'is for balance only; take it away, or --nodes.');
  const network = (values.network ?? 'direct') as NetworkName;
  if (!NETWORKS.includes(network))
    throw refused('--network', `is "${network}"; it takes ${NETWORKS.join(', ')}.`);
  for (const name of ['from', 'to'] as const)
    if (values[name] !== undefined && !isPartialDate(values[name]))
      throw refused(
        `--${name}`,
        `is "${values[name]}"; it takes a date such as 2025, 2025-10 or 2025-10-07.`,
      );
  if (values.from && values.to && spanOf(values.from).first > spanOf(values.to).last)
    throw refused('--from', `is ${values.from}, after --to (${values.to}); swap them.`);
  return {
    network,
    weigh: weighed(values.weigh),
    threshold: number('--threshold', values.threshold, 0, 1, 0),
    seed: Math.trunc(number('--seed', values.seed, 0, 2 ** 31, 0)),
    timeLimit: 1000 * number('--time-limit', values['time-limit'], 0, 86_400, 25),
    ...(file !== undefined && { file }),
    ...(nodes && { nodes }),
    ...(values.actor !== undefined && { actorLabel: values.actor }),
    ...(values.from !== undefined && { from: values.from }),
    ...(values.to !== undefined && { to: values.to }),
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw refused('', cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function weighed(texts: string[] = []): string[] {
  const found = view.shape.weigh.safeParse(texts);
  if (found.success) return texts;
  const wrong = texts.find((text) => !view.shape.weigh.safeParse([text]).success) ?? texts.join(' ');
  const names = [...MODALITIES, ...CONFIDENCES].join(', ');
  throw refused('--weigh', `is "${wrong}"; it takes NAME:NUMBER, a number from 0 to 1 for one of ${names}.`);
}

function number(name: string, text: string | undefined, least: number, most: number, normal: number): number {
  if (text === undefined) return normal;
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most))
    throw refused(name, `is "${text}"; it takes a number from ${least} to ${most}.`);
  return value;
}

function refused(path: string, message: string, cause?: unknown): EntenteError {
  const text = 'The command cannot be read. See npm run measure -- --help.';
  return new EntenteError('invalid_request', text, { details: [{ path, message }], cause });
}
