import type { EdgeAttributes } from '../model/graph.ts';
import { type EdgeLook, edgeLook } from './look.ts';

/** What a mark of an edge means, and an edge that bears it. */
export interface EdgeMark {
  title: string;
  look: EdgeLook;
}

/**
 * What the lines of edges say besides their sign: that something is not the case, is inferred, or contested. Only what
 * is said by one of them.
 */
export function edgeMarks(edges: readonly Pick<EdgeAttributes, 'sign' | 'properties'>[]): EdgeMark[] {
  const looks = edges.map(({ sign, properties }) => ({ sign, look: edgeLook({ sign, properties }) }));
  const isDotted = ({ pattern }: EdgeLook) => pattern === 'dotted' || pattern === 'dashDotted';
  const inferred = looks.find(
    ({ look }) => look.colour.endsWith('Weak') && !look.contested && !isDotted(look),
  );
  const marks: (EdgeMark | false | undefined)[] = [
    looks.some(({ look }) => isDotted(look)) && {
      title: 'Dotted and paler: not a fact, or not yet',
      look: edgeLook({ sign: 0, properties: { modality: 'proposed' } }),
    },
    // Pale as what is not the case, but neither dotted nor marked.
    inferred && {
      title: 'Paler: inferred, not stated',
      look: edgeLook({ sign: inferred.sign, properties: { confidence: 'inferred' } }),
    },
    looks.some(({ look }) => look.contested) && {
      title: 'Contested',
      look: edgeLook({ sign: 0, properties: { confidence: 'contested' } }),
    },
  ];
  return marks.filter((mark) => mark !== false && mark !== undefined);
}
