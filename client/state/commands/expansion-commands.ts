import type { NodeAnswer } from '../../../server/core/contract/answers.ts';
import { indexOf, shownGraph } from '../../../server/core/picture/graph-index.ts';
import { writeExpansion } from '../../../server/core/view/expansion.ts';
import { capital, number, typeInWords } from '../../../server/core/words/words.ts';
import { passes } from '../link/view-changes.ts';
import type { ExplorerState } from '../store.ts';
import type { Command, CommandWorld, Subject } from './command.ts';

/** Edges of one type and direction at a node: how many there are, and how many the picture shows. */
export interface EdgeCount {
  type: string;
  direction: 'out' | 'in';
  sign: NodeAnswer['edgeCounts'][number]['sign'];
  count: number;
  shown: number;
  /** Whether the filter on relationship types takes them out. */
  filtered: boolean;
  isExpanded: boolean;
}

/** What a node can be expanded by, with the counts before. */
export function edgeCountsOf(
  state: Pick<ExplorerState, 'graph' | 'view'>,
  { node, edgeCounts }: NodeAnswer,
): EdgeCount[] {
  const { key } = node;
  const edges = indexOf(shownGraph(state)).edgesOf.get(key) ?? [];
  return edgeCounts.map(({ type, direction, sign, count }) => {
    const end = direction === 'out' ? 'source' : 'target';
    return {
      ...{ type, direction, sign, count },
      shown: edges.filter((edge) => edge.attributes.type === type && edge[end] === key).length,
      filtered: !passes(state.view, 'type', type),
      isExpanded: state.view.expandBy?.includes(writeExpansion({ type, direction, key })) === true,
    };
  });
}

/** `supports, from here: 3 of 5 shown`. */
export function countInWords({ type, direction, count, shown, filtered }: EdgeCount): string {
  const told = filtered ? 'filtered out' : `${number(shown)} of ${number(count)} shown`;
  return `${typeInWords(type)}, ${direction === 'out' ? 'from here' : 'to here'}: ${told}`;
}

/** The answer on a node, where it is loaded, as one that is selected or whose menu is open. */
export function answerOn({ node, menuNode }: ExplorerState, key: string | undefined): NodeAnswer | undefined {
  const found = [menuNode, node].map((each) => (each.state === 'ready' ? each.value : undefined));
  return found.find((answer) => answer?.node.key === key);
}

/** The menu of its own that these commands stand in. */
export const BY_TYPE = 'Expand by relationship type';

/** One command for each relationship type and direction by which the one node can be expanded. */
export function expansionCommands(
  { actions }: CommandWorld,
  state: ExplorerState,
  subject: Subject,
): Command[] {
  const [key] = subject.nodes;
  const answer = subject.nodes.length === 1 ? answerOn(state, key) : undefined;
  if (!answer || key === undefined) return [];
  return edgeCountsOf(state, answer).map((counted) => ({
    id: `expand-${counted.direction}-${counted.type}`,
    group: 'What is shown',
    title: `Expand by ${countInWords(counted)}`,
    menus: ['node'],
    submenu: { of: BY_TYPE, title: capital(countInWords(counted)) },
    isAvailable: () => !counted.filtered && counted.shown < counted.count,
    run: () => actions.expandBy({ key, type: counted.type, direction: counted.direction }),
  }));
}
