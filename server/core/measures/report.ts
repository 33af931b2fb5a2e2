import type { Graph } from '../model/graph.ts';
import type { Amount } from './amount.ts';
import type { FrustrationOptions } from './frustration/frustration.ts';
import { agreement } from './signed/agreement.ts';
import { frustration } from './signed/frustration.ts';
import { triads } from './signed/triads.ts';
import { type MeasureTask, networkOf, type SignedNetwork } from './signed-network.ts';
import { type Found, PRINTED_MEASURES, SIGNED_MEASURES } from './signed-registry.ts';

export interface MeasureReport {
  counts: SignedNetwork['counts'];
  /** Why nothing is to be concluded from so little; absent when there is enough. */
  tooThin?: string;
  /** By actor with an edge, the connected part it is in, the largest 0: every part is split by itself. */
  parts: Record<string, number>;
  found: Found;
}

/** Takes all measures of one of the three networks of a graph. */
export async function runTask(
  graph: Graph,
  task: MeasureTask,
  options: FrustrationOptions = {},
): Promise<MeasureReport> {
  const network = networkOf(graph, task, options);
  const found: Record<string, unknown> = {};
  for (const measure of SIGNED_MEASURES) found[measure.id] = await network.of(measure);
  const { tooThin } = await sufficiency(network);
  const parts = Object.entries(network.byKey(network.parts)).filter(([, part]) => part >= 0);
  return {
    counts: network.counts,
    ...(tooThin !== undefined && { tooThin }),
    parts: Object.fromEntries(parts),
    found: found as Found,
  };
}

/** What `npm run measure` prints of a network: where the data are too thin for conclusions, none, and the reason. */
export async function printedOf(network: SignedNetwork) {
  const { amount, tooThin } = await sufficiency(network);
  const reasons: Record<string, string> = {};
  const printed = { counted: {}, concluded: {} };
  for (const measure of PRINTED_MEASURES) {
    const values = measure.printed(await network.of(measure), tooThin !== undefined);
    Object.assign(measure.concludes ? printed.concluded : printed.counted, values);
    const reason = measure.thin?.(amount);
    if (reason !== undefined && Object.keys(values).length > 0) reasons[measure.id] = reason;
  }
  if (tooThin !== undefined) reasons.conclusions = tooThin;
  return {
    ...{ ...network.counts, ...printed.counted, tooThin: reasons, ...printed.concluded },
    conclusive: tooThin === undefined,
  };
}

/** How much there is of what the measures are taken of, and why that is too little to conclude from, if it is. */
async function sufficiency({ task, counts, tables, of }: SignedNetwork) {
  const { census } = await of(triads);
  const amount: Amount = {
    ...{ edges: counts.edges, negative: counts.negative },
    triads: Object.values(census).reduce((sum, count) => sum + count, 0),
    ...{ stands: tables.stands.sign.length, issues: new Set(tables.stands.issue).size },
  };
  const derived = task.network !== 'direct' ? agreement.thin(amount) : undefined;
  return { amount, tooThin: derived ?? frustration.thin(amount) };
}
