import { MODALITIES, type Modality } from '../../model/evidence.ts';
import type { EdgeAttributes } from '../../model/graph.ts';
import { capital } from '../../words/words.ts';
import { type EdgeLook, edgeLook } from '../look.ts';

/** What a mark of an edge means, and an edge that bears it. */
export interface EdgeMark {
  title: string;
  /** What else is said, more quietly. */
  more?: string;
  look: EdgeLook;
}

/**
 * What the lines of edges say besides their sign: how near to the case something is that is not, that it is inferred, or
 * contested. Only what is said by one of them.
 */
export function edgeMarks(edges: readonly Pick<EdgeAttributes, 'sign' | 'properties'>[]): EdgeMark[] {
  const looks = edges.map(({ sign, properties }) => ({ sign, look: edgeLook({ sign, properties }) }));
  const isBroken = ({ pattern }: EdgeLook) => pattern !== 'solid' && pattern !== 'dashed';
  const inferred = looks.find(
    ({ look }) => look.colour.endsWith('Weak') && !look.contested && !isBroken(look),
  );
  const said = new Set(edges.map(({ properties }) => properties.modality));
  const others = [...said].some((each) => typeof each === 'string' && !MODALITIES.includes(each as Modality));
  const broken = MODALITIES.filter((modality) => modality !== 'actual' && said.has(modality));
  const marks: (EdgeMark | false | undefined)[] = [
    ...[...broken, ...(others ? ['other'] : [])].map((modality, at) => ({
      title: modality === 'other' ? 'Of another modality' : capital(modality),
      ...(at === 0 && { more: 'not, or not yet, a fact' }),
      look: edgeLook({ sign: 0, properties: { modality } }),
    })),
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
