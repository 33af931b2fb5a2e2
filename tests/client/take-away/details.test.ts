import { describe, expect, it } from 'vitest';
import { detailsMarkup } from '../../../client/take-away/details.ts';
import type { Taken, TakenStep } from '../../../server/core/take-away/taken.ts';

/** What a saved page tells of an edge with these properties. */
function toldOf(properties: Record<string, unknown>): string {
  const edge = { key: 'e', source: 'a', target: 'b', attributes: { type: 'SUPPORTS', sign: 1, properties } };
  const taken = { graph: { nodes: [], edges: [edge] }, names: { a: 'Ann', b: 'Ben' } } as unknown as Taken;
  return detailsMarkup(taken, {} as TakenStep, 'e');
}

describe('the evidence of an edge in a saved page', () => {
  it('says of an edge that was coded from a source what is not stated', () => {
    const told = toldOf({ claim: 'Ann is for Ben.', source: 'report', paragraph: 3 });
    for (const term of ['Asserted by', 'Modality', 'Confidence'])
      expect(told).toContain(`<dt>${term}</dt><dd>Not stated</dd>`);
    expect(told).toContain('<dt>Paragraph</dt><dd>3</dd>');
    expect(told).not.toContain('Since');
  });

  it('misses nothing of an edge that was coded from no source', () => {
    expect(toldOf({ weight: 2 })).not.toContain('Not stated');
  });
});
