import type { SignedMeasure } from '../measure.ts';

export const blocs = {
  id: 'blocs',
  name: 'Blocs',
  sentence:
    'Any number of groups with support within and opposition between them, and as few frustrated edges as possible.',
  source: 'Doreian and Mrvar 1996; Bansal, Blum and Chawla 2004; modularity, Gómez, Jensen and Arenas 2009',
  limits: 'Several partitions are often equally good; how many, and for whom it matters, is shown as well.',
  of: 'signs',
  find: async ({ signed, settings, byKey }) => {
    const [{ correlationClustering }, { modularBlocs }] = await Promise.all([
      import('../blocs/correlation-clustering.ts'),
      import('../blocs/signed-modularity.ts'),
    ]);
    const { lower, upper, blocs: of, certainty } = await correlationClustering(signed, settings);
    const modular = modularBlocs(signed, settings);
    return {
      clustering: { lower, upper, of: byKey(of) },
      modularity: { value: modular.modularity, of: byKey(modular.blocs) },
      // From 0 to 1: how sure an actor's bloc is, by clustering.
      certainty: byKey(certainty.nodes),
      alternatives: certainty.alternatives,
    };
  },
} as const satisfies SignedMeasure;
