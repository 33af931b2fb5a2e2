import type { OpenMeasures } from './alliances.ts';

/** Loads the measures, which take a solver with them, when they are first asked for. */
export const openMeasures: OpenMeasures = async (explorer, own) => {
  const [{ alliancesOf, createMeasures }, { createRunner }] = await Promise.all([
    import('./measures.ts'),
    import('../../workers/run-measures.ts'),
  ]);
  return createMeasures(explorer, own ?? alliancesOf(explorer), createRunner());
};
