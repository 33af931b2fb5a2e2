import { describe, expect, it } from 'vitest';
import { edgeMarks } from '../../../../../server/core/looks/edges/marks.ts';
import { edgeLook } from '../../../../../server/core/looks/look.ts';
import { MODALITIES } from '../../../../../server/core/model/evidence.ts';

const edge = (sign: -1 | 0 | 1, properties: Record<string, string> = {}) => ({ sign, properties });
const titles = (...edges: ReturnType<typeof edge>[]) => edgeMarks(edges).map(({ title }) => title);
const [PALER, CONTESTED] = ['Paler: inferred, not stated', 'Contested'];

describe('what the lines of a picture say besides their sign', () => {
  it('is nothing of what is stated and the case', () => {
    expect(titles(edge(1), edge(-1, { modality: 'actual', confidence: 'stated' }), edge(0))).toEqual([]);
  });

  it.each([
    [edge(0, { modality: 'proposed' }), ['Proposed']],
    [edge(0, { modality: 'planned' }), ['Of another modality']],
    [edge(-1, { modality: 'hypothetical', confidence: 'inferred' }), ['Hypothetical']],
    [edge(-1, { confidence: 'inferred' }), [PALER]],
    [edge(1, { confidence: 'contested' }), [CONTESTED]],
    [edge(1, { modality: 'scheduled', confidence: 'contested' }), ['Scheduled', CONTESTED]],
  ] as const)('is told of %j alone', (one, told) => {
    expect(titles(edge(1), one)).toEqual(told);
  });

  it('tells of every look that differs from the plain one of its sign', () => {
    for (const sign of [-1, 0, 1] as const)
      for (const modality of ['actual', 'proposed', 'expected'])
        for (const confidence of ['stated', 'inferred', 'contested']) {
          const one = edge(sign, { modality, confidence });
          const isPlain = JSON.stringify(edgeLook(one)) === JSON.stringify(edgeLook(edge(sign)));
          expect(titles(one).length > 0, JSON.stringify(one)).toBe(!isPlain);
        }
  });

  it('shows each modality by a line of its own', () => {
    const marks = edgeMarks(MODALITIES.map((modality) => edge(0, { modality })));
    expect(marks.length).toBe(MODALITIES.length - 1);
    expect(new Set(marks.map(({ look }) => look.pattern)).size).toBe(marks.length);
  });

  it('shows the look of an edge that bears it', () => {
    const [paler] = edgeMarks([edge(-1, { confidence: 'inferred' })]);
    expect(paler?.look).toEqual(edgeLook(edge(-1, { confidence: 'inferred' })));
  });
});
