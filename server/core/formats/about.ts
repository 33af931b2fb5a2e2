import type { Graph } from '../model/graph.ts';

/** What a file says of itself: which data it holds, and whether all of them. */
export function aboutGraph({ attributes, nodes, edges }: Graph): string {
  const { snapshot, truncated, total, dates } = attributes;
  const all = `Entente, snapshot ${snapshot}: ${count(nodes.length, 'node')}, ${count(edges.length, 'edge')}.`;
  const whole = dates ? `${all} ${datesInWords(dates)}` : all;
  if (!truncated) return whole;
  return `${whole} Cut off at a limit: there are at least ${count(total.nodes, 'node')} and ${count(total.edges, 'edge')}.`;
}

const READ_AS = {
  held: 'when an edge held',
  said: 'when it was said',
  known: 'when an edge held, else when it was said',
};

function datesInWords({ when, undated }: NonNullable<Graph['attributes']['dates']>): string {
  return `Dates are ${READ_AS[when]}; ${count(undated, 'edge')} without such a date ${undated === 1 ? 'is' : 'are'} among them.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
