import { triadCensus } from '../../server/core/measures/balance/triads.ts';
import { agreementNetwork } from '../../server/core/measures/blocs/agreement.ts';
import { frustrationIndex } from '../../server/core/measures/frustration/frustration.ts';
import { randomFrom } from '../../server/core/measures/random.ts';
import { randomNetwork, tribes } from '../server/core/measures/networks.ts';
import { line, ms } from './statistics.ts';

/** Networks of 1,000 edges: nodes, and the share of oppositions; half are the hardest there are. */
// 45 nodes have no more than 990 pairs.
const NETWORKS = [
  [45, 0.5],
  [100, 0.5],
  [200, 0.5],
  [300, 0.1],
  [300, 0.2],
  [400, 0.5],
  [500, 0.5],
] as const;

/** The measures at the sizes that the goals name. */
export async function benchMeasures(): Promise<string[]> {
  const lines: string[] = [];
  const { graph } = tribes();
  const [proved, took] = await timed(() => frustrationIndex(graph));
  lines.push(line(`frustration of the tribes: ${proved.lower} to ${proved.upper}`, ms(took), '≤ 2 s'));
  for (const [nodes, negative] of NETWORKS) {
    const network = randomNetwork(nodes, nodes === 45 ? 980 : 1000, 1, negative);
    const [{ lower, upper }, time] = await timed(() => frustrationIndex(network, { timeLimit: 29_500 }));
    const gap = `gap ${((100 * (upper - lower)) / upper).toFixed(1)} %`;
    const name = `${nodes} nodes, 1,000 edges, ${100 * negative} % negative: ${lower} to ${upper}, ${gap}`;
    lines.push(line(name, ms(time), 'gap ≤ 5 % in 30 s'));
  }
  const large = randomNetwork(10_000, 50_000, 1);
  const [, census] = await timed(async () => triadCensus(large));
  lines.push(line('triad census of 10,000 nodes and 50,000 edges', ms(census), '≤ 2 s'));
  const stands = manyStands();
  const [, agreement] = await timed(async () => agreementNetwork(stands));
  lines.push(line('agreement of 200 actors over 6,000 issues, 870,000 stands', ms(agreement), '≤ 3 s'));
  return lines;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  return [await work(), performance.now() - start];
}

function manyStands() {
  const random = randomFrom(1, 'stands');
  const draw = (below: number) => Uint32Array.from({ length: 870_000 }, () => Math.floor(random() * below));
  const sign = Int8Array.from({ length: 870_000 }, () => (random() < 0.5 ? -1 : 1));
  return { actors: 200, issues: 6_000, actor: draw(200), issue: draw(6_000), sign };
}
