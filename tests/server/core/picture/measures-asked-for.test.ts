import { describe, expect, it } from 'vitest';
import { NETWORK_MEASURES, NODE_MEASURES } from '../../../../server/core/measures/registry.ts';
import { asksAlliances, measuresOf } from '../../../../server/core/picture/measures-asked-for.ts';
import type { View } from '../../../../server/core/view/view.ts';

/** Every way in which a view can ask for a measure by its name. */
const ways = (id: string) =>
  [{ size: id }, { colour: id }, { shape: id }, { layout: 'groups', group: id }] as View[];

describe('the measures that a view asks for', () => {
  it('are those that it sizes, colours, shapes or groups by, but for the degree', () => {
    for (const { id } of NETWORK_MEASURES)
      for (const view of ways(id)) expect(measuresOf(view)).toEqual(id === 'degree' ? [] : [id]);
    expect(measuresOf({ size: 'pagerank', colour: 'communities' })).toEqual(['pagerank', 'communities']);
    expect(measuresOf({ group: 'communities' })).toEqual([]);
    expect(measuresOf({ colour: 'property:name' })).toEqual([]);
  });

  it('are the report on alliances where one of the report decides colour, shape or place', () => {
    const ofReport = NODE_MEASURES.filter(({ takes }) => takes === 'report');
    expect(ofReport.length).toBeGreaterThan(0);
    for (const { id } of ofReport)
      for (const view of ways(id).slice(1)) {
        expect(measuresOf(view)).toEqual([]);
        expect(asksAlliances(view)).toBe(true);
      }
    expect(asksAlliances({ look: ['node:camps=Camp A; colour=teal'] })).toBe(true);
    expect(asksAlliances({ look: ['node:label=camps; colour=teal'] })).toBe(false);
    expect(asksAlliances({ colour: 'communities', group: 'blocs' })).toBe(false);
  });
});
