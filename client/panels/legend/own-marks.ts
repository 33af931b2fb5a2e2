import { primaryLabel } from '../../../server/core/looks/look.ts';
import type { OwnLooks } from '../../../server/core/looks/looks.ts';
import type { RuleLooks } from '../../../server/core/looks/own/rule.ts';
import type { Graph } from '../../../server/core/model/graph.ts';

/** Labels and types none of whose elements are drawn as usual any more: their usual mark is not in the picture. */
export interface OwnMarks {
  shaped: ReadonlySet<string>;
  coloured: ReadonlySet<string>;
  lined: ReadonlySet<string>;
}

const USUAL: OwnMarks = { shaped: new Set(), coloured: new Set(), lined: new Set() };

export function ownMarks({ nodes, edges }: Graph, own: OwnLooks | undefined): OwnMarks {
  if (!own) return USUAL;
  const label = ({ attributes }: Graph['nodes'][number]) => primaryLabel(attributes.labels);
  const type = ({ attributes }: Graph['edges'][number]) => attributes.type;
  return {
    shaped: taken(nodes, label, own.nodes, ({ shape }) => shape !== undefined),
    coloured: taken(nodes, label, own.nodes, ({ colour }) => colour !== undefined),
    lined: taken(edges, type, own.edges, ({ colour, dash }) => colour !== undefined || dash !== undefined),
  };
}

function taken<T extends { key: string }>(
  elements: readonly T[],
  kindOf: (element: T) => string,
  set: ReadonlyMap<string, RuleLooks>,
  takes: (looks: RuleLooks) => boolean,
): ReadonlySet<string> {
  const isTaken = ({ key }: T) => takes(set.get(key) ?? {});
  const usual = new Set(elements.filter((each) => !isTaken(each)).map(kindOf));
  return new Set(elements.map(kindOf).filter((kind) => !usual.has(kind)));
}
