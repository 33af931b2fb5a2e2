/** What decides whether there is enough to measure. */
export interface Amount {
  edges: number;
  negative: number;
  triads: number;
  stands: number;
  issues: number;
}

const FEW_TRIADS = 10;
const FEW_EDGES = 15;
const FEW_ISSUES = 5;

const few = (count: number, least: number, one: string, many = `${one}s`) => {
  if (count === 0) return `There are no ${many}.`;
  const only = count === 1 ? `There is only 1 ${one}` : `There are only ${count} ${many}`;
  return count < least
    ? `${only}; with fewer than ${least}, a single one more or less could change the result.`
    : undefined;
};

/** Why there are too few signs to weigh up, in one sentence; undefined when there are enough. */
export const tooFewSigns = ({ edges, negative }: Amount) =>
  few(edges, FEW_EDGES, 'signed edge') ??
  (negative === 0
    ? 'No edge is an opposition, and without one every network is balanced.'
    : negative === edges
      ? 'Every edge is an opposition, so balance reflects who is connected rather than who supports whom.'
      : undefined);

export const tooFewTriads = (amount: Amount) =>
  few(amount.triads, FEW_TRIADS, 'triangle') ?? tooFewSigns(amount);

export const tooFewStances = ({ stands, issues }: Amount) =>
  few(issues, FEW_ISSUES, 'issue with a stance', 'issues with a stance') ??
  few(stands, 2 * FEW_EDGES, 'stance');
