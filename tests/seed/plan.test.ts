import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty, planChanges } from '../../seed/plan.ts';
import type { Stored } from '../../server/core/model/stored.ts';

const properties = fc.dictionary(
  fc.constantFrom('name', 'summary', 'aliases'),
  fc.oneof(fc.string(), fc.array(fc.string())),
);
const ids = ['a', 'b', 'c', 'd'];
const stored: fc.Arbitrary<Stored> = fc.record({
  nodes: fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...ids), labels: fc.subarray(['Actor', 'Person', 'Event']), properties }),
    { selector: (each) => each.id },
  ),
  edges: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('r', 's', 't'),
      type: fc.constantFrom('SUPPORTS', 'OPPOSES'),
      from: fc.constantFrom(...ids),
      to: fc.constantFrom(...ids),
      properties,
    }),
    { selector: (each) => each.id },
  ),
});

function applied(before: Stored, plan: ReturnType<typeof planChanges>): Stored {
  const change = <T extends { id: string }>(
    old: T[],
    { create, update, remove }: { create: T[]; update: T[]; remove: string[] },
  ) => {
    const kept = new Map(old.filter((each) => !remove.includes(each.id)).map((each) => [each.id, each]));
    for (const each of [...update, ...create]) kept.set(each.id, each);
    return [...kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  return { nodes: change(before.nodes, plan.nodes), edges: change(before.edges, plan.edges) };
}

describe('planning what loading changes', () => {
  it('turns whatever is stored into what is wanted', () => {
    fc.assert(
      fc.property(stored, stored, (before, wanted) => {
        const after = applied(before, planChanges(before, wanted));
        expect(isEmpty(planChanges(after, wanted))).toBe(true);
        expect(after.nodes.map((each) => each.id)).toEqual(wanted.nodes.map((each) => each.id).sort());
      }),
    );
  });

  it('changes nothing where nothing differs, whatever the order of labels and properties', () => {
    fc.assert(
      fc.property(stored, (wanted) => {
        const shuffled: Stored = {
          nodes: wanted.nodes
            .map((each) => ({
              ...each,
              labels: [...each.labels].reverse(),
              properties: Object.fromEntries(Object.entries(each.properties).reverse()),
            }))
            .reverse(),
          edges: [...wanted.edges].reverse(),
        };
        expect(isEmpty(planChanges(shuffled, wanted))).toBe(true);
      }),
    );
  });

  it('removes and creates an edge that now runs elsewhere, since an edge cannot be moved', () => {
    const edge = { id: 'r', type: 'SUPPORTS', from: 'a', to: 'b', properties: {} };
    const plan = planChanges({ nodes: [], edges: [edge] }, { nodes: [], edges: [{ ...edge, to: 'c' }] });
    expect(plan.edges).toMatchObject({ remove: ['r'], create: [{ to: 'c' }], update: [] });
  });
});
