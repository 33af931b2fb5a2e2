import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facet, toggleFacet } from '../../../../client/state/link/view-changes.ts';
import { broughtBack, filteredWhole, leftWhenToggled } from '../../../../client/state/shown/facet-counts.ts';
import { indexOf, shownGraph } from '../../../../server/core/picture/graph-index.ts';
import { graphQuery } from '../../../../server/core/view/compose/graph-query.ts';
import { filterGraph } from '../../../../server/core/view/filter-graph.ts';
import type { View } from '../../../../server/core/view/view.ts';
import { edge, graphOf, node } from '../world.ts';

const VALUES: Record<Facet, readonly string[]> = {
  label: ['Person', 'State', 'Event'],
  type: ['SUPPORTS', 'OPPOSES', 'ATTENDS'],
  modality: ['actual', 'proposed'],
  confidence: ['stated', 'inferred', 'contested'],
  source: ['s1', 's2'],
};
const FACETS = Object.keys(VALUES) as Facet[];

const anyWhole = fc
  .tuple(
    fc.array(fc.constantFrom(...VALUES.label), { minLength: 2, maxLength: 12 }),
    fc.array(
      fc.record({
        from: fc.nat(11),
        to: fc.nat(11),
        type: fc.constantFrom(...VALUES.type),
        modality: fc.constantFrom(...VALUES.modality, undefined),
        confidence: fc.constantFrom(...VALUES.confidence),
        source: fc.constantFrom(...VALUES.source),
        since: fc.constantFrom('2024', '2025', undefined),
      }),
      { maxLength: 30 },
    ),
  )
  .map(([labels, edges]) => {
    const nodes = labels.map((label, at) => node(`n${at}`, label));
    const key = (at: number) => nodes[at % nodes.length]?.key ?? '';
    return graphOf(
      nodes,
      edges.map(({ from, to, type, ...properties }, at) =>
        edge(
          `e${at}`,
          key(from),
          key(to),
          type,
          Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)),
        ),
      ),
    );
  });

const some = (facet: Facet) =>
  fc.option(fc.subarray([...VALUES[facet]], { minLength: 1 }), { nil: undefined });
const anyFilters: fc.Arbitrary<View> = fc
  .record({
    ...{ label: some('label'), type: some('type'), modality: some('modality') },
    ...{ confidence: some('confidence'), source: some('source') },
    from: fc.constantFrom('2025', undefined),
    hide: fc.constantFrom(['n0'], undefined),
  })
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as View);

const shown = (whole: ReturnType<typeof graphOf>, view: View) => {
  const { focus, depth, ...filters } = graphQuery(view);
  return shownGraph({ graph: { state: 'ready', value: filterGraph(whole, filters) }, view });
};

describe('what a value of the legend leaves', () => {
  it('is what the picture holds once it is toggled, however filters combine', () => {
    const narrowing = fc.constantFrom<View>({}, { minDegree: 1 }, { largest: true }, { core: 2 });
    fc.assert(
      fc.property(
        anyWhole,
        anyFilters,
        narrowing,
        fc.constantFrom(...FACETS),
        (whole, filters, more, facet) => {
          const view = { ...filters, ...more };
          for (const value of VALUES[facet]) {
            const after = shown(whole, toggleFacet(view, facet, value, VALUES[facet]));
            expect(leftWhenToggled(whole, view, facet, value, VALUES[facet])).toEqual({
              nodes: after.nodes.length,
              edges: after.edges.length,
            });
          }
        },
      ),
    );
  });

  it('is told for every value that is left out, truly, however filters combine', () => {
    fc.assert(
      fc.property(anyWhole, anyFilters, fc.constantFrom(...FACETS), (whole, view, facet) => {
        const back = broughtBack(whole, view, facet, VALUES[facet]);
        const chosen: readonly string[] | undefined = view[facet];
        if (!chosen) {
          expect(back).toBeUndefined();
          return;
        }
        for (const value of VALUES[facet].filter((each) => !chosen.includes(each))) {
          const after = shown(whole, toggleFacet(view, facet, value, VALUES[facet]));
          expect([value, back?.get(value) ?? 0]).toEqual([
            value,
            indexOf(after).counts[facet].get(value) ?? 0,
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is not told where only the server knows', () => {
    const whole = graphOf([node('a')]);
    expect(filteredWhole({ view: {}, whole })).toBe(whole);
    expect(filteredWhole({ view: { focus: ['a'] }, whole })).toBeUndefined();
    expect(filteredWhole({ view: { add: ['a'] }, whole })).toBeUndefined();
  });
});
